import { withPlanned } from '../attach/planned-graph.ts'
import { readingPlanned } from '../attach/planned-reader.ts'
import { discover } from '../discover.ts'
import { type Graph, limitDepth } from '../graph.ts'
import type { Job, Pulled } from '../job.ts'
import { OciError } from '../oci/error.ts'
import { selectAttached } from '../pull/select.ts'
import { type PullTarget, pull } from '../pull.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import type { RunContext } from '../run-context.ts'
import type { Attachment } from './store.ts'
import type { Target } from './targets.ts'

type OnWarning = (message: string) => void

/** A target with its graph, to which a dry run adds what it would attach. */
export interface Discovery {
  readonly target: Target
  /** Has every manifest of the graph, also those that are only planned. */
  readonly reader: RepositoryReader
  /** All of it where it is judged, whatever the depth. */
  readonly graph: Graph
  /** Down to the depth of the job. */
  readonly shown: Graph
}

/**
 * Returns the target with its graph, which is also the proof: what was attached must be in it.
 * Throws NOT_LISTED if it is not.
 */
export async function discoverFrom(
  { target, result }: Attachment,
  { depth, gate }: Job,
  { signal }: RunContext,
  onWarning: OnWarning,
): Promise<Discovery> {
  const { repository, descriptor, platform, index } = target
  const { artifacts, referrers } = result
  const found = await discover(repository, descriptor, {
    depth: gate ? 0 : depth,
    ...(index && { index }),
    ...(referrers && { referrers }),
    onWarning,
  })
  const seen = new Set(found.referrers.map(({ digest }) => digest))
  const lost = artifacts.find(
    ({ status, manifest }) => status !== 'planned' && !seen.has(manifest.descriptor.digest),
  )
  if (lost) {
    throw new OciError(
      'NOT_LISTED',
      `${lost.manifest.descriptor.digest} is not among the referrers of ${target.reference}`,
    )
  }
  const graph = withPlanned(platform ? { ...found, platform } : found, artifacts, repository.name)
  const reader = readingPlanned(repository, artifacts, signal)
  return { target, reader, graph, shown: limitDepth(graph, depth) }
}

/** Returns the files that were pulled: of the targets themselves, or of what is attached to them. */
export async function pullFor(
  { pull: request, artifactTypes, connection }: Job,
  targets: readonly Target[],
  discoveries: readonly Discovery[],
  { onProgress, signal }: RunContext,
  onWarning: OnWarning,
): Promise<readonly Pulled[]> {
  if (!request) return []
  const themselves = targets.map(
    ({ repository, descriptor }): PullTarget => ({
      reader: repository,
      selections: [{ descriptor, folder: [] }],
    }),
  )
  const attached = discoveries.map(
    ({ target, shown }): PullTarget => ({
      reader: target.repository,
      selections: selectAttached(shown, artifactTypes),
    }),
  )
  const { concurrency } = connection
  return pull(request.what === 'artifact' ? themselves : attached, request, {
    concurrency,
    onProgress,
    onWarning,
    signal,
  })
}
