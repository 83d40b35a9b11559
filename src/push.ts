import { keyOf } from './attach/existing.ts'
import { findManifest } from './attach/find-manifest.ts'
import type { AttachedArtifact, PlannedArtifact } from './attach/plan.ts'
import { type OpenFile, storeBlobs } from './attach/store.ts'
import type { Repository } from './repository/repository.ts'

/**
 * Pushes an artifact that has no subject, under the tag or else by its digest. What the tag names
 * already is left as it is, if it is the same artifact.
 *
 * Returns what became of it. Throws whatever the repository throws; nothing has the tag before all of
 * it is stored.
 */
export async function push(
  repository: Repository,
  artifact: PlannedArtifact,
  options: {
    readonly tag?: string
    readonly ifExists: 'skip' | 'append'
    readonly dryRun: boolean
    readonly open: OpenFile
  },
): Promise<AttachedArtifact> {
  const { tag, ifExists, dryRun, open } = options
  const { manifest } = artifact
  const target = tag === undefined ? { digest: manifest.descriptor.digest } : { tag }
  const found = await findManifest(repository, target)
  const key = keyOf(ifExists)
  if (found && !found.value.subject && key(found) === key(manifest)) {
    return { ...artifact, manifest: found, status: 'exists' }
  }
  if (dryRun) return { ...artifact, status: 'planned' }
  await storeBlobs(repository, [artifact], open)
  await repository.pushManifest(manifest, tag)
  return { ...artifact, status: 'pushed' }
}
