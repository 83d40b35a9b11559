import { withPlanned } from '../attach/planned-graph.ts'
import { discover } from '../discover.ts'
import type { Graph } from '../graph.ts'
import type { Job, Pulled } from '../job.ts'
import { OciError } from '../oci/error.ts'
import { selectAttached } from '../pull/select.ts'
import { type PullTarget, pull } from '../pull.ts'
import type { RunContext } from '../run-context.ts'
import type { Attachment } from './store.ts'
import type { Target } from './targets.ts'

type OnWarning = (message: string) => void

/** A target with its graph. */
export interface Discovery {
  readonly target: Target
  readonly graph: Graph
}

/**
 * Returns the target with its graph, which is also the proof: what was attached must be in it.
 * Throws NOT_LISTED if it is not.
 */
export async function discoverFrom(
  { target, result }: Attachment,
  job: Job,
  onWarning: OnWarning,
): Promise<Discovery> {
  const { repository, descriptor, platform, index } = target
  const { artifacts, referrers } = result
  const found = await discover(repository, descriptor, {
    depth: job.depth,
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
  const graph = platform ? { ...found, platform } : found
  return { target, graph: withPlanned(graph, artifacts, repository.name) }
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
    ({ target, graph }): PullTarget => ({
      reader: target.repository,
      selections: selectAttached(graph, artifactTypes),
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
