import { createLimit } from '../concurrency.ts'
import type { Graph, GraphManifest } from '../graph.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import { unnamedEntries } from '../oci/platform.ts'
import type { Policy } from '../policy/policy.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import { createBlobReader, MAX_READS } from './blob-reader.ts'
import { type Budget, createBudget } from './budget.ts'
import { createCollector } from './collect.ts'
import { rulesAtPlatforms } from './concern.ts'
import type { Surroundings } from './describe.ts'
import type { JudgedImage, JudgedManifest } from './evidence.ts'
import { createPieceReader } from './piece-reader.ts'
import { createSubjects } from './subjects.ts'

/** An image to judge: its whole graph, and who has every manifest and blob of it. */
export interface GateTarget {
  readonly reader: RepositoryReader
  readonly graph: Graph
}

export interface GatherOptions {
  /** Called, once or more, if a certificate says who signed what an identity must have signed. */
  readonly onCertificate: () => void
  readonly signal?: AbortSignal
}

/**
 * Returns the images with all evidence that the policy could concern, in the order of the graph, and
 * the signatures of it, none of them verified. What no rule asks for is not read; what cannot be read
 * as what it says it is, is evidence that proves nothing.
 *
 * Throws LIMIT_EXCEEDED beyond the limits of `createBudget`, and whatever the repositories throw: what
 * is gathered is complete or an error.
 */
export async function gather(
  targets: readonly GateTarget[],
  policy: Policy,
  options: GatherOptions,
): Promise<readonly JudgedImage[]> {
  const budget = createBudget()
  return Promise.all(targets.map((target) => gatherImage(target, policy, budget, options)))
}

async function gatherImage(
  { reader, graph }: GateTarget,
  policy: Policy,
  budget: Budget,
  { onCertificate, signal }: GatherOptions,
): Promise<JudgedImage> {
  const platforms = graph.platforms ?? []
  const known = digestsOf([graph, ...platforms])
  const pieces = createPieceReader(createBlobReader(reader, budget, signal), (digest) =>
    known.has(digest),
  )
  const limit = createLimit(MAX_READS)
  const fetch = (manifest: GraphManifest): Promise<Encoded<Manifest>> =>
    limit(() => reader.fetchManifest(manifest))
  const collect = createCollector({ fetch, pieces, budget, onCertificate })
  const subjectAmong = createSubjects(fetch)

  async function judged(
    on: GraphManifest,
    below: readonly GraphManifest[],
    rules: Policy,
  ): Promise<JudgedManifest> {
    const candidates = (about: readonly Digest[]): readonly GraphManifest[] =>
      [on, ...below].filter(({ digest }) => about.includes(digest))
    const surroundings: Surroundings = {
      pieces,
      rules,
      on,
      subjectFor: (about) => subjectAmong(about ? candidates(about) : [on]),
    }
    const evidence = await Promise.all(on.referrers.map((node) => collect(node, surroundings)))
    const { reference, digest, platform } = on
    return { reference, digest, ...(platform && { platform }), evidence: evidence.flat() }
  }

  const atPlatforms = rulesAtPlatforms(policy)
  const asksEach = platforms.length > 0 && policy.some((rule) => rule.platform === 'each')
  const unnamed = asksEach ? unnamedIn((await fetch(graph)).value) : []
  const [image, ...others] = await Promise.all([
    judged(graph, platforms, policy),
    ...platforms.map((platform) => judged(platform, [], atPlatforms)),
  ])
  return { ...image, platforms: others, unnamed }
}

function unnamedIn(manifest: Manifest): readonly Digest[] {
  return manifest.kind === 'index'
    ? unnamedEntries(manifest.manifests).map(({ digest }) => digest)
    : []
}

/** Of what is judged and of the evidence on it, which may be signed itself. */
function digestsOf(judged: readonly GraphManifest[]): ReadonlySet<Digest> {
  return new Set(
    judged.flatMap(({ digest, referrers }) => [digest, ...referrers.map((each) => each.digest)]),
  )
}
