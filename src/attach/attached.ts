import type { Attached } from '../job.ts'
import type { AttachedArtifact } from './plan.ts'

/**
 * Returns the artifact as the outcome of a job tells it. `repository` and `subject` are names as in
 * references.
 */
export function attachedOf(
  { manifest, artifactType, files, status, via }: AttachedArtifact,
  repository: string,
  subject?: string,
): Attached {
  const { digest, mediaType, size } = manifest.descriptor
  return {
    ...(subject !== undefined && { subject }),
    reference: `${repository}@${digest}`,
    digest,
    mediaType,
    size,
    artifactType,
    files,
    status,
    ...(via && { via }),
  }
}
