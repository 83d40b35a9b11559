import type { AttachedFile, OnProgress } from '../job.ts'
import type { Digest } from '../oci/digest.ts'
import { emptyConfig } from '../oci/pack.ts'
import { type Content, contentOfBytes, contentOfFile, observed } from '../repository/content.ts'
import type { RepositoryWriter } from '../repository/repository.ts'
import type { PlannedArtifact } from './plan.ts'

/** Returns the bytes of a file, as often as a retry needs them. */
export type OpenFile = (file: AttachedFile) => Content

/** Returns how to open files so that their upload is told of, and ends with the signal. */
export function openFiles(onProgress: OnProgress, signal: AbortSignal): OpenFile {
  return (file) =>
    observed(contentOfFile(file.path, file, signal), (done) =>
      onProgress({ kind: 'upload', title: file.title, done, size: file.size }),
    )
}

/** Pushes all that the artifacts consist of but their manifests; what is there already is not sent. */
export async function storeBlobs(
  repository: RepositoryWriter,
  artifacts: readonly PlannedArtifact[],
  open: OpenFile,
): Promise<void> {
  const contents = new Map<Digest, Content>()
  if (artifacts.some(({ manifest }) => manifest.value.kind === 'image')) {
    contents.set(
      emptyConfig.descriptor.digest,
      contentOfBytes(emptyConfig.bytes, emptyConfig.descriptor.mediaType),
    )
  }
  for (const file of artifacts.flatMap(({ files }) => files)) contents.set(file.digest, open(file))
  await Promise.all([...contents.values()].map((content) => repository.pushBlob(content)))
}
