import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { createIndexFile, type IndexFile } from '../../../src/layout/index-file.ts'
import { manifestReader } from '../../../src/layout/manifests.ts'
import { createLayoutReferrers } from '../../../src/layout/referrers.ts'
import { openLayout } from '../../../src/layout/repository.ts'
import { REF_NAME } from '../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../../src/oci/encoded.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import type { Repository } from '../../../src/repository/repository.ts'
import { artifactOn, pushArtifacts, pushImage } from '../../support/artifacts.ts'
import { blobPath, makeLayout, readEntries, writeIndexJson } from '../../support/layout.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
let repository: Repository
let image: Descriptor

beforeEach(async () => {
  await makeLayout(directory())
  repository = await open()
  image = await pushImage(repository, 'v1')
})

describe('listing referrers', () => {
  test('writes an entry for each, for oras, and the referrers tag, for regctl', async () => {
    const [one, two] = digestsOf(await attach(image, ['one', 'two']))
    const entries = await readEntries(directory())
    expect(entries.slice(1)).toEqual([
      expect.objectContaining({ digest: one, artifactType: 'application/vnd.example.note' }),
      expect.objectContaining({ digest: two }),
      expect.objectContaining({
        mediaType: OCI_IMAGE_INDEX,
        annotations: { [REF_NAME]: referrersTag(image.digest) },
      }),
    ])
    expect((await tagIndex()).manifests.map(({ digest }) => digest)).toEqual([one, two])
  })

  test('keeps what others wrote, as they wrote it, and drops the list that is superseded', async () => {
    const [first] = await attach(image, ['one'])
    const index = await tagIndex()
    const theirs = index.manifests.map((entry) => ({ ...entry, 'x-theirs': 'grüße' }))
    await putTagIndex({ ...index, 'x-more': true, manifests: theirs })
    const before = await readEntries(directory())
    const [second] = await attach(image, ['two'])
    const after = await readEntries(directory())
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after.slice(2).map(({ digest }) => digest)).toEqual([
      second?.descriptor.digest,
      expect.any(String),
    ])
    const { manifests, ...rest } = await tagIndex()
    expect(rest).toMatchObject({ 'x-more': true })
    expect(manifests[0]).toEqual(theirs[0])
    expect(manifests[0]?.digest).toBe(first?.descriptor.digest)
    expect(manifests[1]?.digest).toBe(second?.descriptor.digest)
  })

  test('again writes nothing', async () => {
    const manifests = await attach(image, ['one', 'two'])
    const path = join(directory(), 'index.json')
    const [before, files] = [await stat(path), await readdir(directory(), { recursive: true })]
    await repository.ensureListed(image, manifests)
    expect((await stat(path)).ino).toBe(before.ino)
    expect(await readdir(directory(), { recursive: true })).toEqual(files)
  })

  test('refuses a manifest that is not there or refers to something else', async () => {
    const { manifest } = artifactOn(image, 'one')
    const before = await readEntries(directory())
    const absent = repository.ensureListed(image, [manifest])
    await expect(absent).rejects.toMatchObject({ code: 'MANIFEST_UNKNOWN' })
    const other = repository.ensureListed({ ...image, digest: digestOf(Buffer.from('')) }, [
      manifest,
    ])
    await expect(other).rejects.toMatchObject({ code: 'MANIFEST_INVALID' })
    expect(await readEntries(directory())).toEqual(before)
  })

  test('leaves a tag alone that is not a list', async () => {
    await pushImage(repository, referrersTag(image.digest), { seed: 'another' })
    expect(await repository.listReferrers(image)).toEqual([])
    const before = await readEntries(directory())
    const listed = attach(image, ['one'])
    await expect(listed).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
      message: expect.stringContaining('is not a list of referrers'),
    })
    expect(await readEntries(directory())).toEqual(before)
  })

  test('notices that another program wrote over it', async () => {
    const manifests = await pushArtifacts(repository, image, ['one'])
    const file = createIndexFile(directory(), 0)
    const overwritten: IndexFile = {
      read: file.read,
      update: async (change) => void (await change(await file.read())),
    }
    const lists = createLayoutReferrers(directory(), overwritten, manifestReader(directory()))
    await expect(lists.ensureListed(image, manifests)).rejects.toMatchObject({ code: 'NOT_LISTED' })
  })
})

describe('referrers are found', () => {
  test('that only have an entry, as oras writes them', async () => {
    const [one] = await attach(image, ['one'])
    const entries = await readEntries(directory())
    await writeIndexJson(directory(), {
      manifests: entries.filter(({ annotations }) => !annotations),
    })
    expect(await listed(image)).toEqual([one?.descriptor.digest])
  })

  test('that only the referrers tag lists, as regctl writes them', async () => {
    const [one] = await attach(image, ['one'])
    const entries = await readEntries(directory())
    await writeIndexJson(directory(), {
      manifests: entries.filter(({ annotations }) => annotations),
    })
    expect(await listed(image)).toEqual([one?.descriptor.digest])
  })

  test('that are manifests of an index, or only the subject of another referrer', async () => {
    const [bill] = await pushArtifacts(repository, image, ['bill'])
    if (!bill) throw new Error('nothing was pushed')
    const [signature] = await pushArtifacts(repository, bill.descriptor, ['signature'])
    const index = manifestOf({ mediaType: OCI_IMAGE_INDEX, manifests: [signature?.descriptor] })
    await repository.pushManifest(index, 'bundle')
    expect(await listed(image)).toEqual([bill.descriptor.digest])
    expect(await listed(bill.descriptor)).toEqual([signature?.descriptor.digest])
  })

  test('with a claim of the referrers tag whose manifest is missing, for the caller to judge', async () => {
    const [one, two] = await attach(image, ['one', 'two'])
    if (!one || !two) throw new Error('nothing was attached')
    await rm(blobPath(directory(), one.descriptor.digest))
    expect(await listed(image)).toEqual([two.descriptor.digest, one.descriptor.digest])
  })

  test('past what is absent, or is named as a manifest and is none', async () => {
    const [one] = await attach(image, ['one'])
    const absent = { ...image, digest: digestOf(Buffer.from('absent')) }
    const config = { ...image, digest: digestOf(Buffer.from('{}')) }
    const foreign = { mediaType: 'text/plain', digest: 'blake3:abc', size: 1 }
    const entries = await readEntries(directory())
    await writeIndexJson(directory(), { manifests: [absent, config, foreign, ...entries] })
    expect(await listed(image)).toEqual([one?.descriptor.digest])
  })
})

describe('a list that cannot be complete is an error', () => {
  test('where any manifest is damaged: it could be a referrer', async () => {
    const other = await pushImage(repository, 'v2', { seed: 'another' })
    await writeFile(blobPath(directory(), other.digest), '{}')
    await expect((await open()).listReferrers(image)).rejects.toMatchObject({
      code: 'DIGEST_INVALID',
      message: expect.stringContaining(`the layout's manifest ${other.digest} cannot be read`),
      advice: expect.stringContaining('do not trust it'),
    })
  })

  test('where what the referrers tag names is missing', async () => {
    await attach(image, ['one'])
    const tagged = (await readEntries(directory())).at(-1)
    await rm(blobPath(directory(), String(tagged?.['digest']) as Digest))
    await expect((await open()).listReferrers(image)).rejects.toMatchObject({
      code: 'MANIFEST_UNKNOWN',
      message: expect.stringContaining(image.digest),
      advice: expect.stringContaining('Copy the whole layout'),
    })
  })

  test.each([
    ['more annotations than any has', { annotations: namesOf(700_000) }, 1, 'MANIFEST_INVALID'],
    ['more values than a graph has', { filling: Array(390_000).fill(0) }, 11, 'LIMIT_EXCEEDED'],
  ])('where manifests are filled with %s', async (_, filling, count, code) => {
    const manifests = await Promise.all(
      Array.from({ length: count }, async (_each, at) => {
        const { kind: _kind, ...value } = artifactOn(image, String(at)).manifest.value
        const { bytes, descriptor } = encodeJson({ schemaVersion: 2, ...value, ...filling })
        await writeFile(blobPath(directory(), descriptor.digest), bytes)
        return descriptor
      }),
    )
    await writeIndexJson(directory(), { manifests: [image, ...manifests] })
    await expect((await open()).listReferrers(image)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('cannot be read, so what it refers to is not known'),
    })
  })

  test('where there are too many manifests to look at', async () => {
    const manifests = Array.from({ length: 20_001 }, (_, at) => {
      return { ...image, digest: digestOf(Buffer.from(String(at))) }
    })
    await writeIndexJson(directory(), { manifests })
    const list = repository.listReferrers(image)
    await expect(list).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

interface TagIndex extends JsonObject {
  readonly manifests: readonly Descriptor[]
}

function open(): Promise<Repository> {
  return openLayout(directory(), { access: 'write' })
}

async function attach(
  subject: Descriptor,
  texts: readonly string[],
): Promise<readonly Encoded<Manifest>[]> {
  const manifests = await pushArtifacts(repository, subject, texts)
  await repository.ensureListed(subject, manifests)
  return manifests
}

async function listed(subject: Descriptor): Promise<readonly Digest[]> {
  const referrers = await (await open()).listReferrers(subject)
  expect(new Set(referrers.flatMap(({ sources }) => sources))).toEqual(new Set(['oci-layout']))
  return referrers.map(({ descriptor }) => descriptor.digest)
}

/** Returns so many short annotations. */
function namesOf(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [at.toString(36), '']))
}

function digestsOf(manifests: readonly Encoded<Manifest>[]): readonly Digest[] {
  return manifests.map(({ descriptor }) => descriptor.digest)
}

/** The index that the image's referrers tag names. */
async function tagIndex(): Promise<TagIndex> {
  const { digest } = await repository.resolve({ tag: referrersTag(image.digest) })
  return JSON.parse(await readFile(blobPath(directory(), digest), 'utf8'))
}

async function putTagIndex(index: JsonObject): Promise<void> {
  await repository.pushManifest(
    manifestOf({ ...index, mediaType: OCI_IMAGE_INDEX }),
    referrersTag(image.digest),
  )
  const entries = await readEntries(directory())
  const old = entries.filter(
    ({ mediaType, annotations }) => mediaType !== OCI_IMAGE_INDEX || annotations,
  )
  await writeIndexJson(directory(), { manifests: old })
}

function manifestOf(value: JsonObject & { readonly mediaType: string }): Encoded<Manifest> {
  const { bytes, descriptor } = encodeJson(value)
  return decodeManifest(bytes, descriptor)
}
