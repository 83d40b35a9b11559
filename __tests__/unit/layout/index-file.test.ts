import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { createIndexFile, type IndexFile, MAX_INDEX_BYTES } from '../../../src/layout/index-file.ts'
import { MAX_INDEX_VALUES, withTag } from '../../../src/layout/index-json.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { makeLayout, readEntries, writeIndexJson } from '../../support/layout.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
let file: IndexFile

beforeEach(async () => {
  await makeLayout(directory())
  file = createIndexFile(directory(), 20_000)
})

test('the same content is the same value, until another program writes', async () => {
  const first = await file.read()
  expect(await file.read()).toBe(first)
  await writeIndexJson(directory(), { manifests: [manifest('theirs')] })
  const second = await file.read()
  expect(second.entries).toHaveLength(1)
  expect(await file.read()).toBe(second)
})

test('reads asked for at once are one, which a change made meanwhile does not outlive', async () => {
  const reading = file.read()
  expect(file.read()).toBe(reading)
  await file.update((index) => withTag(index, manifest('one'), 'v1'))
  expect((await file.read()).entries).toHaveLength(1)
})

test('changes asked for at once are made one after the other, on what is there then', async () => {
  const tags = Array.from({ length: 20 }, (_, at) => `v${at}`)
  await Promise.all(
    tags.map((tag) => file.update(async (index) => withTag(index, manifest(tag), tag))),
  )
  expect(await readEntries(directory())).toHaveLength(20)
})

test('a change that fails leaves the file as it was and the next one its turn', async () => {
  const failing = file.update(() => Promise.reject(new Error('no')))
  const following = file.update((index) => withTag(index, manifest('one'), 'v1'))
  await expect(failing).rejects.toThrow('no')
  await following
  expect(await readEntries(directory())).toHaveLength(1)
})

test('a file that became unreadable is not replaced', async () => {
  await file.read()
  await writeIndexJson(directory(), {})
  const changed = file.update((index) => withTag(index, manifest('one'), 'v1'))
  await expect(changed).rejects.toMatchObject({ code: 'LAYOUT_INVALID' })
  await expect(createIndexFile(join(directory(), 'gone'), 0).read()).rejects.toMatchObject({
    code: 'LAYOUT_INVALID',
  })
})

test.each([
  ['bytes', { 'x-text': 'x'.repeat(MAX_INDEX_BYTES - 100) }],
  ['values', { 'x-values': Array.from({ length: MAX_INDEX_VALUES - 3 }, () => 0) }],
])('a file is not made larger than is read, in %s', async (what, members) => {
  await writeIndexJson(directory(), { manifests: [], ...members })
  const changed = file.update((index) => withTag(index, manifest('one'), 'v1'))
  await expect(changed).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining(what),
  })
  expect(await readEntries(directory())).toEqual([])
})

function manifest(text: string): Descriptor {
  return { mediaType: OCI_IMAGE_MANIFEST, digest: digestOf(Buffer.from(text)), size: text.length }
}
