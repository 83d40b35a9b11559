import { TITLE } from '../../src/oci/annotations.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { contentOfBytes } from '../../src/repository/content.ts'
import type { RepositoryWriter } from '../../src/repository/repository.ts'
import { textContent } from './artifacts.ts'

/** A file as a test writes it down. */
export interface TestFile {
  readonly text: string
  readonly title?: string
  readonly mediaType?: string
}

export interface TestArtifact {
  readonly files: readonly TestFile[]
  readonly artifactType?: string
  readonly subject?: Descriptor
  readonly tag?: string
}

/** Returns the file's layer: whatever the title is, it is written down as it is. */
export function layerOf({ text, title, mediaType = 'text/plain' }: TestFile): Descriptor {
  const { descriptor } = textContent(text, mediaType)
  return title === undefined ? descriptor : { ...descriptor, annotations: { [TITLE]: title } }
}

/** Pushes an artifact with the files, not listed yet; returns its manifest. */
export async function pushTitled(
  repository: RepositoryWriter,
  { files, artifactType = 'application/vnd.example.note', subject, tag }: TestArtifact,
): Promise<Encoded<Manifest>> {
  await repository.pushBlob(contentOfBytes(emptyConfig.bytes, emptyConfig.descriptor.mediaType))
  for (const { text, mediaType } of files) await repository.pushBlob(textContent(text, mediaType))
  const manifest = encoded({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType,
    config: emptyConfig.descriptor,
    layers: files.map(layerOf),
    ...(subject && { subject }),
  })
  await repository.pushManifest(manifest, tag)
  return manifest
}

/** Pushes the artifacts as `pushTitled` does and has them listed; returns their manifests. */
export async function attachTitled(
  repository: RepositoryWriter,
  subject: Descriptor,
  artifacts: readonly TestArtifact[],
): Promise<readonly Encoded<Manifest>[]> {
  const manifests: Encoded<Manifest>[] = []
  for (const each of artifacts) manifests.push(await pushTitled(repository, { ...each, subject }))
  await repository.ensureListed(subject, manifests)
  return manifests
}

/** Pushes an index of the manifests; returns it. */
export async function pushIndex(
  repository: RepositoryWriter,
  manifests: readonly Descriptor[],
  tag?: string,
): Promise<Encoded<Manifest>> {
  const index = indexOf(manifests)
  await repository.pushManifest(index, tag)
  return index
}

/** Returns an index of the descriptors, whatever they name. */
export function indexOf(manifests: readonly Descriptor[]): Encoded<Manifest> {
  return encoded({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
}

function encoded(value: { readonly mediaType: string; readonly [key: string]: unknown }) {
  const { bytes, descriptor } = encodeJson(value)
  return decodeManifest(bytes, descriptor)
}
