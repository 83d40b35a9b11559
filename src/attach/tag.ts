import type { Descriptor } from '../oci/descriptor.ts'
import { tellingSoFar } from '../oci/so-far.ts'
import type { Repository } from '../repository/repository.ts'
import { findManifest } from './find-manifest.ts'
import type { AttachedArtifact } from './plan.ts'

/**
 * Gives the tag to what is attached to the subject: the one artifact of a plan. Throws what the repository
 * throws, saying that the artifact is attached.
 */
export async function tagAttached(
  repository: Repository,
  subject: Descriptor,
  artifacts: readonly AttachedArtifact[],
  tag: string,
): Promise<void> {
  await tellingSoFar(
    () => `it is attached to ${subject.digest}, but without the tag ${tag}`,
    async () => {
      for (const artifact of artifacts) await ensureTagged(repository, artifact, tag)
    },
  )
}

/** Looks first: a tag that cannot be moved may be there from the last run. */
async function ensureTagged(
  repository: Repository,
  { manifest }: AttachedArtifact,
  tag: string,
): Promise<void> {
  const named = await findManifest(repository, { tag })
  if (named?.descriptor.digest === manifest.descriptor.digest) return
  await repository.pushManifest(manifest, tag)
}
