import { Readable } from 'node:stream'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { Digest } from '../../src/oci/digest.ts'
import { decodeManifest, type Encoded } from '../../src/oci/encoded.ts'
import { OciError, type OciErrorCode } from '../../src/oci/error.ts'
import { filesOf, type Manifest } from '../../src/oci/manifest.ts'
import type { TagOrDigest } from '../../src/oci/reference.ts'
import { referrerEntry } from '../../src/oci/referrers-index.ts'
import type { Content } from '../../src/repository/content.ts'
import type { Listed, Referrers } from '../../src/repository/referrers.ts'
import type { Repository } from '../../src/repository/repository.ts'
import { verifiedStream } from '../../src/repository/verified-stream.ts'

/** A repository in memory, strict: it takes nothing that a registry may refuse. */
export interface MemoryRepository extends Repository {
  /** Puts other bytes in the place of a blob's or manifest's. */
  corrupt(digest: Digest, bytes: Uint8Array): void
}

interface StoredManifest {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Returns an empty repository. A pushed manifest is listed only once `ensureListed` asks for it. */
export function createMemoryRepository(name = 'registry.test/app'): MemoryRepository {
  const blobs = new Map<Digest, Uint8Array>()
  const manifests = new Map<Digest, StoredManifest>()
  const tags = new Map<string, Digest>()
  const lists = new Map<Digest, Map<Digest, Descriptor>>()

  function read(target: TagOrDigest): Encoded<Manifest> {
    const digest = 'digest' in target ? target.digest : tags.get(target.tag)
    const stored = digest && manifests.get(digest)
    if (!digest || !stored) throw failure('MANIFEST_UNKNOWN', JSON.stringify(target))
    const { mediaType, bytes } = stored
    return decodeManifest(bytes, { mediaType, digest, size: bytes.length })
  }

  function requireContent(manifest: Manifest): void {
    const config = manifest.kind === 'image' ? [manifest.config] : []
    const parts = manifest.kind === 'index' ? manifest.manifests : [...config, ...filesOf(manifest)]
    const stored = manifest.kind === 'index' ? manifests : blobs
    const missing = parts.find(({ digest }) => !stored.has(digest))
    if (missing) throw failure('MANIFEST_BLOB_UNKNOWN', missing.digest)
  }

  function listOf(subject: Descriptor): Referrers {
    const listed = [...(lists.get(subject.digest)?.values() ?? [])]
    return listed.map((descriptor) => ({ descriptor, sources: ['referrers-api'] }))
  }

  return {
    name,
    async resolve(target: TagOrDigest): Promise<Descriptor> {
      return read(target).descriptor
    },
    async fetchManifest({ digest }: Descriptor): Promise<Encoded<Manifest>> {
      return read({ digest })
    },
    async fetchBlob(target: Descriptor): Promise<Readable> {
      const bytes = blobs.get(target.digest)
      if (!bytes) throw failure('BLOB_UNKNOWN', target.digest)
      return verifiedStream(Readable.from([bytes], { objectMode: false }), target)
    },
    async hasBlob({ digest }: Descriptor): Promise<boolean> {
      return blobs.has(digest)
    },
    findTagged: async (tag) => (tags.has(tag) ? read({ tag }) : undefined),
    listReferrers: async (subject) => listOf(subject),
    listOrasReferrers: async () => [],
    async pushBlob({ descriptor, open }: Content): Promise<'uploaded' | 'exists'> {
      if (blobs.has(descriptor.digest)) return 'exists'
      const bytes = Buffer.concat(await verifiedStream(open(), descriptor).toArray())
      blobs.set(descriptor.digest, bytes)
      return 'uploaded'
    },
    async pushManifest({ bytes, descriptor }: Encoded<Manifest>, tag?: string): Promise<void> {
      requireContent(decodeManifest(bytes, descriptor).value)
      manifests.set(descriptor.digest, { mediaType: descriptor.mediaType, bytes })
      if (tag !== undefined) tags.set(tag, descriptor.digest)
    },
    async ensureListed(
      subject: Descriptor,
      referrers: readonly Encoded<Manifest>[],
    ): Promise<Listed> {
      const list = lists.get(subject.digest) ?? new Map<Digest, Descriptor>()
      for (const { descriptor } of referrers) {
        const manifest = read(descriptor)
        const isReferrer = manifest.value.subject?.digest === subject.digest
        if (!isReferrer) throw failure('NOT_LISTED', descriptor.digest)
        list.set(descriptor.digest, referrerEntry(manifest))
      }
      lists.set(subject.digest, list)
      return { via: 'referrers-api', referrers: listOf(subject) }
    },
    confirmListed: async () => 'intact',
    corrupt(digest: Digest, bytes: Uint8Array): void {
      const manifest = manifests.get(digest)
      if (manifest) manifests.set(digest, { ...manifest, bytes })
      else blobs.set(digest, bytes)
    },
  }
}

function failure(code: OciErrorCode, what: string): OciError {
  return new OciError(code, `the memory repository refuses ${what}`)
}
