import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { type Digest, digestOf } from '../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { JsonObject } from '../../src/oci/json.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { OCI_EMPTY, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { contentOfBytes } from '../../src/repository/content.ts'
import type { Referrers } from '../../src/repository/referrers.ts'
import type { Repository, RepositoryReader } from '../../src/repository/repository.ts'
import { artifactOn, pushArtifacts, pushImage, textContent } from '../support/artifacts.ts'

/** An empty repository for one test. */
export interface RepositoryUnderTest {
  readonly repository: Repository
  /** Opens the same content once more, with nothing remembered. */
  another(): Promise<Repository>
  /** Puts other bytes in the place of a blob's or manifest's, where the back end lets a test do so. */
  corrupt(digest: Digest, bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Describes what every back end does the same. */
export function describeRepository(name: string, open: () => Promise<RepositoryUnderTest>): void {
  let opened: RepositoryUnderTest
  let repository: Repository

  beforeEach(async () => {
    opened = await open()
    repository = opened.repository
  })
  afterEach(() => opened.close())

  describe(`${name}: manifests`, () => {
    test('resolves a tag and a digest to type, digest and size', async () => {
      const image = await pushImage(repository, 'v1', { platforms: ['linux/amd64', 'linux/arm64'] })
      const plain = { mediaType: image.mediaType, digest: image.digest, size: image.size }
      expect(await repository.resolve({ tag: 'v1' })).toEqual(plain)
      expect(await repository.resolve({ digest: image.digest })).toEqual(plain)
    })

    test('gives the exact bytes back, whatever the white space, and the real size', async () => {
      await pushEmptyConfig(repository)
      const text = JSON.stringify(
        emptyImage({ annotations: { note: 'grüße 日本 \u{1f680}' } }),
        null,
        3,
      )
      const manifest = manifestOf(`${text}\n`)
      await repository.pushManifest(manifest, 'spaced')
      const reader = await opened.another()
      const fetched = await reader.fetchManifest({ ...manifest.descriptor, size: 1 })
      expect(Buffer.from(fetched.bytes).equals(manifest.bytes)).toBe(true)
      expect(fetched.descriptor).toEqual(manifest.descriptor)
      expect(fetched.value.annotations).toEqual({ note: 'grüße 日本 \u{1f680}' })
    })

    test('moves a tag; the manifest that had it stays', async () => {
      const first = await pushImage(repository, 'latest', { seed: 'one' })
      const second = await pushImage(repository, 'latest', { seed: 'two' })
      const reader = await opened.another()
      expect((await reader.resolve({ tag: 'latest' })).digest).toBe(second.digest)
      expect((await reader.resolve({ digest: first.digest })).digest).toBe(first.digest)
    })

    test('takes sha512 digests', async () => {
      await pushEmptyConfig(repository)
      const { bytes, descriptor } = encodeJson(emptyImage())
      const digest = digestOf(bytes, 'sha512')
      await repository.pushManifest(decodeManifest(bytes, { ...descriptor, digest }))
      const reader = await opened.another()
      expect((await reader.resolve({ digest })).digest).toBe(digest)
      expect((await reader.fetchManifest({ ...descriptor, digest })).descriptor.digest).toBe(digest)
    })

    test('says that a tag or digest is unknown', async () => {
      await pushImage(repository, 'v1')
      const digest = digestOf(new Uint8Array([1]))
      const absent = { mediaType: OCI_IMAGE_MANIFEST, digest, size: 1 }
      const unknown = { code: 'MANIFEST_UNKNOWN' }
      await expect(repository.resolve({ tag: 'v2' })).rejects.toMatchObject(unknown)
      await expect(repository.resolve({ digest })).rejects.toMatchObject(unknown)
      await expect(repository.fetchManifest(absent)).rejects.toMatchObject(unknown)
    })

    test('finds what is at a tag, or that nothing is', async () => {
      expect(await repository.findTagged('v1')).toBeUndefined()
      const image = await pushImage(repository, 'v1')
      const reader = await opened.another()
      expect(await reader.findTagged('v1')).toEqual(await reader.fetchManifest(image))
      expect(await reader.findTagged('v2')).toBeUndefined()
      await opened.corrupt(image.digest, new TextEncoder().encode('{}'.padEnd(image.size)))
      const found = (await opened.another()).findTagged('v1')
      await expect(found).rejects.toMatchObject({ code: 'DIGEST_INVALID' })
    })

    test('refuses a manifest whose blobs are not there', async () => {
      const manifest = manifestOf(JSON.stringify(emptyImage()))
      const pushed = repository.pushManifest(manifest, 'v1')
      await expect(pushed).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
      const reader = await opened.another()
      await expect(reader.resolve({ tag: 'v1' })).rejects.toMatchObject({
        code: 'MANIFEST_UNKNOWN',
      })
    })

    test('refuses altered bytes', async () => {
      const { digest, size, mediaType } = await pushImage(repository, 'v1')
      await opened.corrupt(digest, new TextEncoder().encode('{}'.padEnd(size)))
      const reader = await opened.another()
      const altered = { code: 'DIGEST_INVALID' }
      await expect(reader.resolve({ digest })).rejects.toMatchObject(altered)
      const fetched = reader.fetchManifest({ digest, size, mediaType })
      await expect(fetched).rejects.toMatchObject(altered)
    })
  })

  describe(`${name}: blobs`, () => {
    test('are uploaded once', async () => {
      const content = textContent('a note')
      expect(await repository.hasBlob(textContent('another').descriptor)).toBe(false)
      expect(await repository.pushBlob(content)).toBe('uploaded')
      expect(await repository.pushBlob(content)).toBe('exists')
      expect(await repository.hasBlob(content.descriptor)).toBe(true)
      expect(await textOf(await opened.another(), content.descriptor)).toBe('a note')
    })

    test.each<'sha256' | 'sha512'>(['sha256', 'sha512'])(
      'take %s digests and no bytes',
      async (algorithm) => {
        const content = textContent('')
        const descriptor = { ...content.descriptor, digest: digestOf(new Uint8Array(), algorithm) }
        await repository.pushBlob({ ...content, descriptor })
        expect(await textOf(await opened.another(), descriptor)).toBe('')
      },
    )

    test('pushed several times at once are stored as they are', async () => {
      const bytes = Buffer.alloc(300_000, 'x')
      const content = contentOfBytes(bytes, 'text/plain')
      await Promise.all(Array.from({ length: 5 }, () => repository.pushBlob(content)))
      expect(await textOf(await opened.another(), content.descriptor)).toBe(bytes.toString())
    })

    test('are unknown if absent', async () => {
      const fetched = repository.fetchBlob(textContent('absent').descriptor)
      await expect(fetched).rejects.toMatchObject({ code: 'BLOB_UNKNOWN' })
    })

    test('of which something else is sent are refused and not stored', async () => {
      const { descriptor } = textContent('announced')
      const pushed = repository.pushBlob({ descriptor, open: textContent('forgeries').open })
      await expect(pushed).rejects.toMatchObject({ code: 'DIGEST_INVALID' })
      expect(await (await opened.another()).hasBlob(descriptor)).toBe(false)
    })

    test.each([
      ['other bytes', 'forgeries', 'DIGEST_INVALID'],
      ['fewer bytes', 'short', 'SIZE_INVALID'],
      ['more bytes', 'rather longer', 'SIZE_INVALID'],
    ])('with %s fail when they are read', async (_, stored, code) => {
      const content = textContent('announced')
      await repository.pushBlob(content)
      await opened.corrupt(content.descriptor.digest, Buffer.from(stored))
      const read = textOf(await opened.another(), content.descriptor)
      await expect(read).rejects.toMatchObject({ code })
    })
  })

  describe(`${name}: referrers`, () => {
    test('of a manifest without any are an empty list, also if it is absent', async () => {
      const image = await pushImage(repository, 'v1')
      expect(await repository.listReferrers(image)).toEqual([])
      expect(await repository.listOrasReferrers(image)).toEqual([])
      const absent = { ...image, digest: digestOf(new Uint8Array([1])) }
      expect(await repository.listReferrers(absent)).toEqual([])
    })

    test('are listed with type, annotations and source, once however often', async () => {
      const image = await pushImage(repository, 'v1')
      const note = { 'org.example.note': 'Ärger, 日本 & "quotes"\n' }
      const { content, manifest } = artifactOn(image, 'one', note)
      await pushEmptyConfig(repository)
      for (let times = 0; times < 2; times += 1) {
        await repository.pushBlob(content)
        await repository.pushManifest(manifest)
        const { via, referrers } = await repository.ensureListed(image, [manifest])
        expect(digests(referrers)).toEqual([manifest.descriptor.digest])
        expect(referrers[0]?.sources).toContain(via)
      }
      const [listed, ...others] = await (await opened.another()).listReferrers(image)
      expect(others).toEqual([])
      expect(listed?.descriptor).toMatchObject({
        ...manifest.descriptor,
        artifactType: 'application/vnd.example.note',
        annotations: note,
      })
    })

    test('are added to those that are listed already', async () => {
      const image = await pushImage(repository, 'v1')
      const first = await pushArtifacts(repository, image, ['one'])
      await repository.ensureListed(image, first)
      const other = await opened.another()
      const second = await pushArtifacts(other, image, ['two'])
      const { referrers } = await other.ensureListed(image, second)
      expect(sorted(digests(referrers))).toEqual(sorted(digestsOf([...first, ...second])))
    })

    test('are listed all, 50 of one batch', async () => {
      const image = await pushImage(repository, 'v1')
      const texts = Array.from({ length: 50 }, (_, at) => `note ${at}`)
      const manifests = await pushArtifacts(repository, image, texts)
      const { referrers } = await repository.ensureListed(image, manifests)
      expect(sorted(digests(referrers))).toEqual(sorted(digestsOf(manifests)))
      const listed = await (await opened.another()).listReferrers(image)
      expect(sorted(digests(listed))).toEqual(sorted(digestsOf(manifests)))
    })

    test('are confirmed to stay listed, by this process and by a later one', async () => {
      const image = await pushImage(repository, 'v1')
      const manifests = await pushArtifacts(repository, image, ['one', 'two'])
      const { sighting } = await repository.ensureListed(image, manifests)
      const later = await opened.another()
      for (const each of [repository, later]) {
        expect(await each.confirmListed(image, digestsOf(manifests), sighting)).toBe('intact')
      }
      const listed = await later.listReferrers(image)
      expect(sorted(digests(listed))).toEqual(sorted(digestsOf(manifests)))
    })

    test('that were listed before are confirmed as those that are listed now', async () => {
      const image = await pushImage(repository, 'v1')
      const manifests = await pushArtifacts(repository, image, ['one'])
      const first = await repository.ensureListed(image, manifests)
      const again = await (await opened.another()).ensureListed(image, manifests)
      expect(again.sighting?.revision).toBe(first.sighting?.revision)
      const [listed] = await (await opened.another()).listReferrers(image)
      expect(listed?.sighting?.revision).toBe(first.sighting?.revision)
      for (const sighting of [again.sighting, listed?.sighting, undefined]) {
        expect(await repository.confirmListed(image, digestsOf(manifests), sighting)).toBe('intact')
      }
    })

    test('have referrers themselves, which are not those of the image', async () => {
      const image = await pushImage(repository, 'v1')
      const [bill] = await pushArtifacts(repository, image, ['bill'])
      if (!bill) throw new Error('nothing was pushed')
      await repository.ensureListed(image, [bill])
      const signatures = await pushArtifacts(repository, bill.descriptor, ['signature'])
      await repository.ensureListed(bill.descriptor, signatures)
      const reader = await opened.another()
      expect(digests(await reader.listReferrers(image))).toEqual([bill.descriptor.digest])
      expect(digests(await reader.listReferrers(bill.descriptor))).toEqual(digestsOf(signatures))
    })
  })
}

function emptyImage(more: JsonObject = {}): JsonObject & { readonly mediaType: string } {
  const { descriptor: config } = emptyConfig
  return { schemaVersion: 2, mediaType: OCI_IMAGE_MANIFEST, config, layers: [], ...more }
}

function manifestOf(text: string): Encoded<Manifest> {
  const bytes = new TextEncoder().encode(text)
  const descriptor = { mediaType: OCI_IMAGE_MANIFEST, digest: digestOf(bytes), size: bytes.length }
  return decodeManifest(bytes, descriptor)
}

async function pushEmptyConfig(repository: Repository): Promise<void> {
  await repository.pushBlob(contentOfBytes(emptyConfig.bytes, OCI_EMPTY))
}

async function textOf(reader: RepositoryReader, target: Descriptor): Promise<string> {
  return Buffer.concat(await (await reader.fetchBlob(target)).toArray()).toString()
}

function digests(referrers: Referrers): readonly Digest[] {
  return referrers.map(({ descriptor }) => descriptor.digest)
}

function digestsOf(manifests: readonly Encoded<Manifest>[]): readonly Digest[] {
  return manifests.map(({ descriptor }) => descriptor.digest)
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort()
}
