import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { MAX_INDEX_BYTES } from '../../../src/layout/index-file.ts'
import { openLayout } from '../../../src/layout/repository.ts'
import { REF_NAME } from '../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { MAX_MANIFEST_BYTES } from '../../../src/oci/manifest-size.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import type { Content } from '../../../src/repository/content.ts'
import type { Repository } from '../../../src/repository/repository.ts'
import { artifactOn, pushImage, textContent } from '../../support/artifacts.ts'
import { blobPath, makeLayout, readEntries, writeIndexJson } from '../../support/layout.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const write = { access: 'write' } as const
let repository: Repository

beforeEach(async () => {
  await makeLayout(directory())
  repository = await openLayout(directory(), write)
})

describe('opening', () => {
  test('names the layout by its path as it was given', async () => {
    const { name } = await openLayout(`${directory()}/./`, write)
    expect(name).toBe(`oci-layout://${directory()}/./`)
  })

  test.each<[string, (path: string) => Promise<unknown>, string]>([
    ['a directory that is absent', (path) => rm(path, { recursive: true }), 'it has no oci-layout'],
    ['no oci-layout', (path) => rm(join(path, 'oci-layout')), 'it has no oci-layout'],
    ['no index.json', (path) => rm(join(path, 'index.json')), 'it has no index.json'],
    [
      'another version',
      (path) => marker(path, '{"imageLayoutVersion":"2.0.0"}'),
      'the version "2.0.0"',
    ],
    ['no version', (path) => marker(path, '{}'), 'has no version'],
    ['an oci-layout that is no object', (path) => marker(path, '1'), 'has no version'],
    ['an empty oci-layout', (path) => marker(path, ''), 'has no version'],
    [
      'an empty index.json',
      (path) => writeFile(join(path, 'index.json'), ''),
      'not an image index',
    ],
    ['a directory for index.json', directoryForIndexJson, 'is not a file'],
    ['a linked index.json', linkedIndexJson, 'is a symbolic link'],
    [
      'a huge index.json',
      (path) => truncate(join(path, 'index.json'), MAX_INDEX_BYTES + 1),
      'no more than',
    ],
  ])('refuses %s', async (_, spoil, reason) => {
    await spoil(directory())
    await expect(openLayout(directory(), write)).rejects.toMatchObject({
      code: 'LAYOUT_INVALID',
      message: expect.stringContaining(reason),
      advice: expect.any(String),
    })
  })

  test('refuses a file, such as an archive', async () => {
    await writeFile(join(directory(), 'image.tar'), '')
    const opened = openLayout(join(directory(), 'image.tar'), write)
    await expect(opened).rejects.toMatchObject({
      code: 'LAYOUT_INVALID',
      advice: expect.stringContaining('unpack an archive'),
    })
  })

  test('for reading writes nothing', async () => {
    const image = await pushImage(repository, 'v1')
    const before = await readdir(directory(), { recursive: true })
    const reader = await openLayout(directory(), { access: 'read' })
    const { content, manifest } = artifactOn(image, 'one')
    const denied = { code: 'DENIED' }
    await expect(reader.pushBlob(content)).rejects.toMatchObject(denied)
    await expect(reader.pushManifest(manifest)).rejects.toMatchObject(denied)
    await expect(reader.ensureListed(image, [manifest])).rejects.toMatchObject(denied)
    expect(await reader.listReferrers(image)).toEqual([])
    expect(await readdir(directory(), { recursive: true })).toEqual(before)
  })
})

describe('resolving', () => {
  test('an absent tag or digest names some of the tags that there are', async () => {
    const absent = { digest: digestOf(Buffer.from('absent')) }
    const unknown = { code: 'MANIFEST_UNKNOWN', advice: expect.stringContaining('has no tags') }
    await expect(repository.resolve({ tag: 'v1' })).rejects.toMatchObject(unknown)
    for (const tag of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await pushImage(repository, tag)
    const advice = 'Its tags are a, b, c, d, e and 2 more.'
    await expect(repository.resolve({ tag: 'h' })).rejects.toMatchObject({ advice })
    await expect(repository.resolve(absent)).rejects.toMatchObject({ advice })
  })

  test('a tag whose manifest is missing says which', async () => {
    const { digest } = await pushImage(repository, 'v1')
    await rm(blobPath(directory(), digest))
    const missing = { code: 'MANIFEST_UNKNOWN', message: expect.stringContaining(digest) }
    await expect(repository.resolve({ tag: 'v1' })).rejects.toMatchObject(missing)
    await expect(repository.findTagged('v1')).rejects.toMatchObject(missing)
  })

  test('a tag that several manifests have is not guessed at', async () => {
    const first = await pushImage(repository, 'a', { seed: 'one' })
    const second = await pushImage(repository, 'b', { seed: 'two' })
    await tagAll('v1', [first, second])
    const ambiguous = {
      code: 'MANIFEST_UNKNOWN',
      message: '2 manifests in the layout have the tag v1',
      advice: expect.stringContaining(`${first.digest}, ${second.digest}`),
    }
    await expect(repository.resolve({ tag: 'v1' })).rejects.toMatchObject(ambiguous)
    await expect(repository.findTagged('v1')).rejects.toMatchObject(ambiguous)
    await tagAll('v1', [first, first])
    expect((await repository.resolve({ tag: 'v1' })).digest).toBe(first.digest)
  })

  test('finds the tag in a full reference', async () => {
    const image = await pushImage(repository, 'v1')
    await tagAll('localhost/app:v2', [image])
    expect((await repository.resolve({ tag: 'v2' })).digest).toBe(image.digest)
  })

  test.each([
    ['what it says of itself', { mediaType: OCI_IMAGE_INDEX, manifests: [] }, OCI_IMAGE_INDEX],
    ['its shape: an index', { schemaVersion: 2, manifests: [] }, OCI_IMAGE_INDEX],
    ['its shape: an image', { config: textContent('').descriptor, layers: [] }, OCI_IMAGE_MANIFEST],
  ])('a digest that has no entry takes the type from %s', async (_, manifest, mediaType) => {
    const content = textContent(JSON.stringify(manifest))
    await repository.pushBlob(content)
    const { digest, size } = content.descriptor
    expect(await repository.resolve({ digest })).toEqual({ mediaType, digest, size })
  })

  test.each(['a note', '{}', '[]', '{"mediaType":"text/plain","manifests":[]}', '{"config":{}}'])(
    'a blob that is no manifest is none: %s',
    async (text) => {
      const content = textContent(text)
      await repository.pushBlob(content)
      const resolved = repository.resolve({ digest: content.descriptor.digest })
      await expect(resolved).rejects.toMatchObject({
        code: 'MANIFEST_UNKNOWN',
        message: expect.stringContaining('is a blob, not a manifest'),
      })
    },
  )

  test('a manifest that is of another type than its entry says is refused', async () => {
    const image = await pushImage(repository, 'v1')
    await writeIndexJson(directory(), { manifests: [{ ...image, mediaType: OCI_IMAGE_INDEX }] })
    const resolved = repository.resolve({ digest: image.digest })
    await expect(resolved).rejects.toMatchObject({ code: 'MANIFEST_INVALID' })
  })

  test('a manifest that is too large is not read', async () => {
    const { digest } = await pushImage(repository, 'v1')
    await truncate(blobPath(directory(), digest), MAX_MANIFEST_BYTES + 1)
    await expect(repository.resolve({ digest })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

describe('writing', () => {
  test('lists a manifest without tag as an entry, and nothing twice', async () => {
    for (let times = 0; times < 2; times += 1) {
      await pushImage(repository, 'v1', { platforms: ['linux/amd64'] })
    }
    const entries = await readEntries(directory())
    expect(entries.map(({ mediaType }) => mediaType)).toEqual([OCI_IMAGE_MANIFEST, OCI_IMAGE_INDEX])
    expect(entries[0]).not.toHaveProperty('annotations')
    expect(entries[1]).toMatchObject({ annotations: { [REF_NAME]: 'v1' } })
  })

  test('puts a blob in the place of one that was cut off, past what a crash left', async () => {
    const content = textContent('a whole note')
    const path = blobPath(directory(), content.descriptor.digest)
    await repository.pushBlob(content)
    await writeFile(path, 'a who')
    await writeFile(`${path}.1234.tmp`, 'a w')
    await writeFile(join(directory(), 'index.json.1234.tmp'), '{')
    expect(await repository.hasBlob(content.descriptor)).toBe(false)
    expect(await repository.pushBlob(content)).toBe('uploaded')
    expect(await readFile(path, 'utf8')).toBe('a whole note')
    await pushImage(repository, 'v1')
    expect((await openLayout(directory(), write)).name).toBe(repository.name)
  })

  test('has few files open at once, however many are pushed', async () => {
    let open = 0
    let most = 0
    async function* slowly(content: Content): AsyncGenerator<Uint8Array> {
      open += 1
      most = Math.max(most, open)
      for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate)
      open -= 1
      yield* content.open()
    }
    const contents = Array.from({ length: 200 }, (_, at): Content => {
      const content = textContent(`note ${at}`)
      return { ...content, open: () => Readable.from(slowly(content), { objectMode: false }) }
    })
    await Promise.all(contents.map((content) => repository.pushBlob(content)))
    expect(most).toBeLessThan(100)
  })

  test('makes no index.json that could not be read again', async () => {
    const filler = 'x'.repeat(MAX_INDEX_BYTES - 100)
    await writeIndexJson(directory(), { manifests: [], filler })
    const pushed = pushImage(repository, 'v1')
    await expect(pushed).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
    expect(await readdir(directory())).toEqual(['blobs', 'index.json', 'oci-layout'])
  })

  test('waits for another process, but not forever', async () => {
    await writeFile(join(directory(), 'index.json.lock'), '')
    const impatient = await openLayout(directory(), { ...write, lockWaitMs: 0 })
    const pushed = pushImage(impatient, 'v1')
    await expect(pushed).rejects.toMatchObject({ code: 'LAYOUT_LOCKED' })
    await rm(join(directory(), 'index.json.lock'))
    expect(await pushImage(impatient, 'v1')).toEqual(await pushImage(repository, 'v1'))
  })

  test('does not follow a link in the place of a blob', async () => {
    const content = textContent('a note')
    await mkdir(join(directory(), 'blobs', 'sha256'))
    await symlink('/etc/hosts', blobPath(directory(), content.descriptor.digest))
    const refused = { code: 'LAYOUT_INVALID', message: expect.stringContaining('symbolic link') }
    await expect(repository.pushBlob(content)).rejects.toMatchObject(refused)
    await expect(repository.fetchBlob(content.descriptor)).rejects.toMatchObject(refused)
  })
})

async function marker(path: string, text: string): Promise<void> {
  await writeFile(join(path, 'oci-layout'), text)
}

async function directoryForIndexJson(path: string): Promise<void> {
  await rm(join(path, 'index.json'))
  await mkdir(join(path, 'index.json'))
}

async function linkedIndexJson(path: string): Promise<void> {
  await rm(join(path, 'index.json'))
  await symlink(join(path, 'oci-layout'), join(path, 'index.json'))
}

async function tagAll(tag: string, manifests: readonly Descriptor[]): Promise<void> {
  const annotations = { [REF_NAME]: tag }
  await writeIndexJson(directory(), {
    schemaVersion: 2,
    manifests: manifests.map((manifest) => ({ ...manifest, annotations })),
  })
}
