import { findExisting } from './attach/existing.ts'
import type { AttachedArtifact, PlannedArtifact } from './attach/plan.ts'
import { type OpenFile, storeBlobs } from './attach/store.ts'
import type { Descriptor } from './oci/descriptor.ts'
import type { Digest } from './oci/digest.ts'
import { tellingSoFar } from './oci/so-far.ts'
import type { Listed, Referrers, Sighting } from './repository/referrers.ts'
import type { Repository } from './repository/repository.ts'

export interface AttachResult {
  /** In the order of the plan. */
  readonly artifacts: readonly AttachedArtifact[]
  /** The subject's referrers, where they were listed on the way. */
  readonly referrers?: Referrers
  /**
   * What is listed via the referrers tag, pushed or there before, may be overwritten there:
   * `confirmListed` goes on from it.
   */
  readonly sighting?: Sighting
}

export interface AttachOptions {
  readonly ifExists: 'skip' | 'append'
  readonly dryRun: boolean
  readonly open: OpenFile
}

/**
 * Attaches the planned artifacts to their subject: what is there already is left as it is, missing
 * blobs go up, then the manifests, then one listing of them all. Equal files of the same name are one
 * artifact.
 *
 * Returns what became of each. Throws NOT_LISTED if they are stored but not listed, and whatever
 * the repository throws, with how much was done; nothing is listed before all of it is stored.
 */
export async function attach(
  repository: Repository,
  subject: Descriptor,
  plan: readonly PlannedArtifact[],
  { ifExists, dryRun, open }: AttachOptions,
): Promise<AttachResult> {
  const existing = await tellingSoFar(
    () => `nothing was attached to ${subject.digest}`,
    () => findExisting(repository, subject, plan, ifExists),
  )
  const missing = plan.filter((artifact) => !existing.found.has(artifact))
  const listed =
    missing.length > 0 && !dryRun ? await push(repository, subject, missing, open) : undefined
  const artifacts = plan.map((artifact): AttachedArtifact => {
    const found = existing.found.get(artifact)
    if (found) return { ...artifact, ...found, status: 'exists' }
    return listed
      ? { ...artifact, status: 'pushed', via: listed.via }
      : { ...artifact, status: 'planned' }
  })
  const referrers = listed?.referrers ?? existing.referrers
  const sighting = dryRun ? undefined : sightingOf(artifacts, existing.referrers, listed)
  return { artifacts, ...(referrers && { referrers }), ...(sighting && { sighting }) }
}

/**
 * What exists counts as well: whoever listed it may have done so just now, and may not be there any more
 * to make sure of it. What was listed before the push and is not after it is not to be lost either.
 */
function sightingOf(
  artifacts: readonly AttachedArtifact[],
  before: Referrers = [],
  after: Listed | undefined,
): Sighting | undefined {
  if (!artifacts.some(({ via }) => via === 'referrers-tag')) return undefined
  const first = before.find(({ sighting }) => sighting)?.sighting
  const last = after?.sighting ?? first
  if (!first || !last) return last
  return { ...last, listed: [...new Set<Digest>([...first.listed, ...last.listed])] }
}

async function push(
  repository: Repository,
  subject: Descriptor,
  artifacts: readonly PlannedArtifact[],
  open: OpenFile,
): Promise<Listed> {
  const manifests = [
    ...new Map(artifacts.map(({ manifest }) => [manifest.descriptor.digest, manifest])).values(),
  ]
  await tellingSoFar(
    () => `nothing was attached to ${subject.digest}`,
    () => storeBlobs(repository, artifacts, open),
  )
  let stored = 0
  // One without an answer may be stored, and a registry with the referrers API lists it by itself.
  const soFar = (): string =>
    `of ${manifests.length} artifacts for ${subject.digest}, ${stored} are known to be stored, but not to be listed`
  return tellingSoFar(soFar, async () => {
    await Promise.all(
      manifests.map(async (manifest) => {
        await repository.pushManifest(manifest)
        stored += 1
      }),
    )
    return repository.ensureListed(subject, manifests)
  })
}
