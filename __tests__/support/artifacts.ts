import type { Annotations } from '../../src/oci/annotations.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { decodeManifest, type Encoded } from '../../src/oci/encoded.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { emptyConfig, packImageManifest } from '../../src/oci/pack.ts'
import { type Content, contentOfBytes } from '../../src/repository/content.ts'
import type { RepositoryWriter } from '../../src/repository/repository.ts'
import { type TestImageOptions, testImage } from './test-image.ts'

/** Returns the text as a blob to push. */
export function textContent(text: string, mediaType = 'text/plain'): Content {
  return contentOfBytes(new TextEncoder().encode(text), mediaType)
}

/** Returns an artifact with one file of the given text, that refers to the subject. */
export function artifactOn(
  subject: Descriptor,
  text: string,
  annotations: Annotations = {},
): { readonly content: Content; readonly manifest: Encoded<Manifest> } {
  const content = textContent(text)
  const manifest = packImageManifest({
    artifactType: 'application/vnd.example.note',
    files: [content.descriptor],
    subject,
    annotations,
    created: '2026-01-02T03:04:05Z',
  })
  return { content, manifest }
}

/** Pushes an artifact for each text, not listed yet; returns their manifests in the same order. */
export async function pushArtifacts(
  repository: RepositoryWriter,
  subject: Descriptor,
  texts: readonly string[],
): Promise<readonly Encoded<Manifest>[]> {
  const artifacts = texts.map((text) => artifactOn(subject, text))
  const config = contentOfBytes(emptyConfig.bytes, emptyConfig.descriptor.mediaType)
  const contents = [config, ...artifacts.map(({ content }) => content)]
  await Promise.all(contents.map((content) => repository.pushBlob(content)))
  const manifests = artifacts.map(({ manifest }) => manifest)
  await Promise.all(manifests.map((manifest) => repository.pushManifest(manifest)))
  return manifests
}

/** Pushes a small image with a tag; returns its descriptor. */
export async function pushImage(
  repository: RepositoryWriter,
  tag: string,
  options: TestImageOptions = {},
): Promise<Descriptor> {
  const { blobs, manifests, descriptor } = testImage(options)
  for (const blob of blobs) {
    await repository.pushBlob(contentOfBytes(blob.bytes, blob.descriptor.mediaType))
  }
  for (const { bytes, descriptor: own } of manifests) {
    const isImage = own.digest === descriptor.digest
    await repository.pushManifest(decodeManifest(bytes, own), isImage ? tag : undefined)
  }
  return descriptor
}
