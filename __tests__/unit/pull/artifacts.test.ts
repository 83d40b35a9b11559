import { describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { OCI_ARTIFACT_MANIFEST } from '../../../src/oci/media-types.ts'
import { packOrasManifest } from '../../../src/oci/pack.ts'
import { MAX_ENTRIES, MAX_INDEX_LEVELS, readArtifacts } from '../../../src/pull/artifacts.ts'
import { shortDigest } from '../../../src/pull/select.ts'
import { pushImage, textContent } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { digestOfName } from '../../support/sample-graph.ts'
import { indexOf, layerOf, pushIndex, pushTitled } from '../../support/titled-artifact.ts'

const folder = ['a-b', '0123456789ab']

function setUp() {
  const repository = createMemoryRepository()
  const options = { concurrency: 4, onWarning: () => {} }
  const read = (...descriptors: readonly Descriptor[]) =>
    readArtifacts(
      repository,
      descriptors.map((descriptor) => ({ descriptor, folder })),
      options,
    )
  return { repository, read }
}

describe('an artifact', () => {
  test('has the layers of an image manifest as its files', async () => {
    const { repository, read } = setUp()
    const file = { text: 'x', title: 'x.txt' }
    const { descriptor } = await pushTitled(repository, { files: [file], artifactType: 'a/b' })
    expect(await read(descriptor)).toEqual([
      {
        reader: repository,
        reference: `${repository.name}@${descriptor.digest}`,
        digest: descriptor.digest,
        artifactType: 'a/b',
        folder,
        files: [layerOf(file)],
      },
    ])
  })

  test('has the blobs of an artifact manifest as its files', async () => {
    const { repository, read } = setUp()
    const subject = await pushImage(repository, '1')
    const file = { text: 'x', title: 'x.txt' }
    await repository.pushBlob(textContent(file.text))
    const manifest = packOrasManifest({
      artifactType: 'a/b',
      files: [layerOf(file)],
      subject,
      annotations: {},
      created: '2026-01-02T03:04:05Z',
    })
    await repository.pushManifest(manifest)
    expect(await read(manifest.descriptor)).toMatchObject([
      { artifactType: 'a/b', files: [layerOf(file)] },
    ])
  })

  test('of several stands in their order', async () => {
    const { repository, read } = setUp()
    const manifests = await Promise.all(
      ['c', 'a', 'b'].map((text) => pushTitled(repository, { files: [{ text }] })),
    )
    const digests = manifests.map(({ descriptor }) => descriptor.digest)
    const found = await read(...manifests.map(({ descriptor }) => descriptor))
    expect(found.map(({ digest }) => digest)).toEqual(digests)
  })

  test('that is gone is an error', async () => {
    const { read } = setUp()
    const gone = { mediaType: OCI_ARTIFACT_MANIFEST, digest: digestOfName('gone'), size: 1 }
    await expect(read(gone)).rejects.toMatchObject({ code: 'MANIFEST_UNKNOWN' })
  })
})

describe('an index', () => {
  test('stands for its manifests, each in a folder of its own, at every level', async () => {
    const { repository, read } = setUp()
    const files = [{ text: 'x', title: 'x.txt' }]
    const [a, b] = await Promise.all([
      pushTitled(repository, { files, artifactType: 'a/a' }),
      pushTitled(repository, { files, artifactType: 'a/b' }),
    ])
    const inner = await pushIndex(repository, [b.descriptor])
    const outer = await pushIndex(repository, [a.descriptor, inner.descriptor])
    const found = await read(outer.descriptor)
    expect(found.map(({ artifactType, folder: at }) => [artifactType, at])).toEqual([
      ['a/a', [...folder, shortDigest(a.descriptor.digest)]],
      ['a/b', [...folder, shortDigest(inner.descriptor.digest), shortDigest(b.descriptor.digest)]],
    ])
  })

  test('may name what is no manifest, which is left out with a warning', async () => {
    const blob = textContent('x', 'application/x-odd').descriptor
    const index = indexOf([blob])
    const reader = { ...createMemoryRepository(), fetchManifest: async () => index }
    const warnings: string[] = []
    const options = { concurrency: 1, onWarning: (message: string) => void warnings.push(message) }
    const selection = { descriptor: index.descriptor, folder }
    expect(await readArtifacts(reader, [selection], options)).toEqual([])
    expect(warnings).toEqual([
      `${blob.digest} in the index ${reader.name}@${index.descriptor.digest} is not pulled: it is no manifest`,
    ])
  })

  test('in an index is read down to a limit', async () => {
    const { repository, read } = setUp()
    let { descriptor } = await pushTitled(repository, { files: [{ text: 'x' }] })
    for (let level = 0; level < MAX_INDEX_LEVELS; level += 1) {
      descriptor = (await pushIndex(repository, [descriptor])).descriptor
    }
    expect(await read(descriptor)).toHaveLength(1)
    const deeper = await pushIndex(repository, [descriptor])
    await expect(read(deeper.descriptor)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: `the indexes to pull have more than ${MAX_INDEX_LEVELS} levels`,
    })
  })

  test('of very many manifests is an error', async () => {
    const { repository, read } = setUp()
    const { descriptor } = await pushTitled(repository, { files: [{ text: 'x' }] })
    const many = Array.from({ length: MAX_ENTRIES + 1 }, () => descriptor)
    const index = await pushIndex(repository, many)
    await expect(read(index.descriptor)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: `the indexes to pull have more than ${MAX_ENTRIES} manifests`,
    })
  })
})
