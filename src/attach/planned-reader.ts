import type { Digest } from '../oci/digest.ts'
import { emptyConfig } from '../oci/pack.ts'
import { type Content, contentOfBytes, contentOfFile } from '../repository/content.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import { verifiedStream } from '../repository/verified-stream.ts'
import type { AttachedArtifact } from './plan.ts'

/**
 * Returns the reader with the artifacts of a dry run in its repository, as far as they are named by
 * digest: nothing lists them. Their files are read where they are, until the signal ends that.
 */
export function readingPlanned(
  reader: RepositoryReader,
  artifacts: readonly AttachedArtifact[],
  signal: AbortSignal,
): RepositoryReader {
  const planned = artifacts.filter(({ status }) => status === 'planned')
  if (planned.length === 0) return reader
  const manifests = new Map(
    planned.map(({ manifest }) => [manifest.descriptor.digest, manifest] as const),
  )
  const { bytes, descriptor } = emptyConfig
  const blobs = new Map<Digest, Content>([
    [descriptor.digest, contentOfBytes(bytes, descriptor.mediaType)],
    ...planned.flatMap(({ files }) =>
      files.map((file) => [file.digest, contentOfFile(file.path, file, signal)] as const),
    ),
  ])
  return {
    ...reader,
    fetchManifest: async (target) => manifests.get(target.digest) ?? reader.fetchManifest(target),
    async fetchBlob(target) {
      const content = blobs.get(target.digest)
      return content ? verifiedStream(content.open(), target) : reader.fetchBlob(target)
    },
  }
}
