import type { GraphReferrer } from '../graph.ts'
import type { Digest } from '../oci/digest.ts'
import type { EvidenceSource } from '../repository/referrers.ts'

/** A finding with its outcome: a node of the graph, or why it is none. */
export type Examined = { readonly digest: Digest; readonly sources: readonly EvidenceSource[] } & (
  | { readonly node: Omit<GraphReferrer, 'sources'> }
  | { readonly refusal: string }
)

interface Merged {
  /** Each digest once, with every source that found it. */
  readonly evidence: GraphReferrer[]
  /** Of what none of its findings proved. */
  readonly refusals: readonly string[]
}

/**
 * Returns the findings by digest. One proof is enough for all of its findings: Harbor lists the
 * manifest of a `.sig` tag as a referrer, though it has no subject and only the tag binds it
 * (goharbor/harbor, src/server/middleware/cosign).
 */
export function mergeExamined(examined: readonly Examined[]): Merged {
  const groups = [...Map.groupBy(examined, ({ digest }) => digest).values()]
  const evidence = groups.flatMap((group) => {
    const proven = group.find((each) => 'node' in each)
    const sources = [...new Set(group.flatMap((each) => each.sources))]
    return proven ? [{ ...proven.node, sources }] : []
  })
  const refusals = groups
    .filter((group) => !group.some((each) => 'node' in each))
    .flat()
    .flatMap((each) => ('refusal' in each ? [each.refusal] : []))
  return { evidence, refusals }
}
