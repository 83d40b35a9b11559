import type { GraphManifest, GraphReferrer } from '../graph.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { Policy } from '../policy/policy.ts'
import { type AttachedSignature, attachedSignature, isSignature } from './attached.ts'
import type { Budget } from './budget.ts'
import { rulesFor, signedRulesFor } from './concern.ts'
import { type Described, describe, type Surroundings } from './describe.ts'
import type { Evidence } from './evidence.ts'
import type { PieceReader } from './piece-reader.ts'
import { mayConcern, piecesOf } from './pieces.ts'

export interface CollectOptions {
  readonly fetch: (manifest: GraphManifest) => Promise<Encoded<Manifest>>
  readonly pieces: PieceReader
  readonly budget: Budget
  /** Called, once or more, if a certificate says who signed what an identity must have signed. */
  readonly onCertificate: () => void
}

/**
 * Returns how to collect the evidence that a node of the graph is, as far as the rules could concern it,
 * with the signatures attached to it where a rule asks who signed.
 */
export function createCollector({
  fetch,
  pieces,
  budget,
  onCertificate,
}: CollectOptions): (
  node: GraphReferrer,
  surroundings: Surroundings,
) => Promise<readonly Evidence[]> {
  return async (node, surroundings) => {
    const { rules } = surroundings
    const manifest = await fetch(node)
    const wanted = piecesOf(manifest.value).filter((piece) =>
      rules.some((rule) => mayConcern(rule, piece, node.artifactType ?? '')),
    )
    budget.takePieces(wanted.length)
    let attached: Promise<readonly AttachedSignature[]> | undefined
    const found = await Promise.all(
      wanted.map(async (piece) => {
        const described = withSubject(await describe(piece, node, surroundings), manifest.value)
        if (!described || rulesFor(described.evidence, rules).length === 0) return []
        const signedRules = signedRulesFor(described.evidence, rules)
        if (signedRules.length === 0) return [described.evidence]
        attached ??= attachedTo(node, manifest)
        return [withAttached(described, await attached, signedRules)]
      }),
    )
    return found.flat()
  }

  async function attachedTo(
    { referrers }: GraphReferrer,
    { descriptor, bytes }: Encoded<Manifest>,
  ): Promise<readonly AttachedSignature[]> {
    const subject = { digest: descriptor.digest, bytes }
    const found = await Promise.all(
      referrers.map(async (holder) => {
        const { value } = await fetch(holder)
        const signatures = piecesOf(value).filter(isSignature)
        budget.takePieces(signatures.length)
        return Promise.all(
          signatures.map((piece) => attachedSignature(piece, holder, subject, pieces)),
        )
      }),
    )
    return found.flat().filter((each) => each !== undefined)
  }

  function withAttached(
    { evidence, hasCertificate }: Described,
    attached: readonly AttachedSignature[],
    signedRules: Policy,
  ): Evidence {
    const isCertified = hasCertificate || attached.some((each) => each.hasCertificate)
    if (isCertified && signedRules.some(({ signedBy }) => signedBy?.kind !== 'key')) onCertificate()
    return { ...evidence, attached: attached.map(({ signature }) => signature) }
  }
}

function withSubject(
  described: Described | undefined,
  { subject }: Manifest,
): Described | undefined {
  if (!described || !subject) return described
  const { evidence, ...rest } = described
  return { evidence: { subject: subject.digest, ...evidence }, ...rest }
}
