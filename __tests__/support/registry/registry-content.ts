import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { type Digest, digestOf, isDigest } from '../../../src/oci/digest.ts'
import type { Encoded } from '../../../src/oci/encoded.ts'
import { OCTET_STREAM } from '../../../src/oci/media-types.ts'
import { type TestImage, type TestImageOptions, testImage } from '../test-image.ts'
import type { RegistryContext } from './context.ts'
import { answerRegistry } from './routes.ts'
import { listReferrers } from './specification-client.ts'
import { repositoryOf, storeManifest } from './store.ts'

/** What is stored in the registry, past its protocol: nothing here is recorded or checked. */
export interface RegistryContent {
  /** Stores a small image; with `platforms` an index of them. */
  putImage(repository: string, options?: TestImageOptions & { readonly tag?: string }): TestImage
  /** Stores a manifest under the digest of its descriptor, true or not, whatever it consists of. */
  putManifest(repository: string, manifest: Encoded<unknown>, tag?: string): Descriptor
  /** Stores a blob under its digest, or under another to have the registry lie. */
  putBlob(repository: string, bytes: Uint8Array, digest?: Digest): Descriptor
  /** The bytes under a tag or digest. */
  manifest(repository: string, reference: string): Uint8Array | undefined
  blob(repository: string, digest: Digest): Uint8Array | undefined
  tags(repository: string): Readonly<Record<string, Digest>>
  /** The referrers as a client that follows the specification finds them, by API or tag. */
  referrersOf(repository: string, digest: Digest): readonly Descriptor[]
  /** How many uploads were started and neither finished nor cancelled. */
  uploadsOpen(): number
}

/** Returns access to what the registry stores. */
export function contentOf(context: RegistryContext): RegistryContent {
  const { store } = context
  const content: RegistryContent = {
    putImage(repository, { tag, ...options } = {}) {
      const image = testImage(options)
      const { blobs } = repositoryOf(store, repository)
      for (const { descriptor, bytes } of image.blobs) blobs.set(descriptor.digest, bytes)
      for (const manifest of image.manifests) content.putManifest(repository, manifest)
      if (tag !== undefined) {
        repositoryOf(store, repository).tags.set(tag, image.descriptor.digest)
      }
      return image
    },
    putManifest(repository, { bytes, descriptor }, tag) {
      const state = repositoryOf(store, repository)
      storeManifest(state, descriptor.mediaType, bytes, descriptor.digest)
      if (tag !== undefined) state.tags.set(tag, descriptor.digest)
      return descriptor
    },
    putBlob(repository, bytes, digest = digestOf(bytes)) {
      repositoryOf(store, repository).blobs.set(digest, bytes)
      return { mediaType: OCTET_STREAM, digest, size: bytes.length }
    },
    manifest(repository, reference) {
      const state = store.repositories.get(repository)
      const digest = isDigest(reference) ? reference : state?.tags.get(reference)
      return digest && state?.manifests.get(digest)?.bytes
    },
    blob: (repository, digest) => store.repositories.get(repository)?.blobs.get(digest),
    tags: (repository) => Object.fromEntries(store.repositories.get(repository)?.tags ?? []),
    referrersOf: (repository, digest) => listReferrers(asker(context), repository, digest),
    uploadsOpen: () => store.uploads.size,
  }
  return content
}

function asker(context: RegistryContext): (path: string) => ReturnType<typeof answerRegistry> {
  return (path) =>
    answerRegistry(context, {
      method: 'GET',
      url: new URL(path, context.origins.registry),
      headers: {},
      body: new Uint8Array(),
      mayPull: () => true,
    })
}
