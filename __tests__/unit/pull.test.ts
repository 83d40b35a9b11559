import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PullRequest } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { type PullOptions, pull } from '../../src/pull.ts'
import type { RepositoryReader } from '../../src/repository/repository.ts'
import { createMemoryRepository } from '../support/memory-repository.ts'
import { pathLikeText } from '../support/path-like-text.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { pushTitled, type TestFile } from '../support/titled-artifact.ts'

const directory = useTemporaryDirectory()

const options: PullOptions = {
  concurrency: 4,
  onProgress: () => {},
  onWarning: () => {},
  signal: new AbortController().signal,
}

const requestTo = (to: string, given: Partial<PullRequest> = {}): PullRequest => ({
  directory: to,
  what: 'artifact',
  overwrite: false,
  maxFiles: 100,
  maxBytes: 1000,
  ...given,
})

const targetsOf = (reader: RepositoryReader, descriptor: Descriptor) => [
  { reader, selections: [{ descriptor, folder: [] }] },
]

async function artifactOf(files: readonly TestFile[]) {
  const reader = createMemoryRepository()
  const { descriptor } = await pushTitled(reader, { files, artifactType: 'a/b' })
  return { reader, descriptor, targets: targetsOf(reader, descriptor) }
}

/** Returns every file, folder and link below the directory, files with what they hold. */
async function snapshot(path: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const found = entries.map(async (entry) => {
    const at = join(entry.parentPath, entry.name)
    return [at.slice(path.length + 1), entry.isFile() ? await readFile(at, 'utf8') : 'no file']
  })
  return Object.fromEntries(await Promise.all(found))
}

const files = [
  { text: 'one', title: 'one.txt' },
  { text: 'two', title: 'dir/two.txt', mediaType: 'a/b' },
]

describe('a pull', () => {
  test('writes the files, and last a listing of them, which it returns', async () => {
    const { reader, descriptor, targets } = await artifactOf(files)
    const to = join(directory(), 'out')
    const pulled = await pull(targets, requestTo(to), options)
    expect(pulled).toMatchObject([
      {
        path: join(to, 'one.txt'),
        reference: `${reader.name}@${descriptor.digest}`,
        digest: expect.stringMatching(/^sha256:/),
        title: 'one.txt',
        mediaType: 'text/plain',
        size: 3,
        artifactType: 'a/b',
      },
      { path: join(to, 'dir/two.txt'), title: 'dir/two.txt', mediaType: 'a/b' },
    ])
    const { 'pulled.json': listing = '', ...rest } = await snapshot(to)
    expect(rest).toEqual({ 'one.txt': 'one', dir: 'no file', 'dir/two.txt': 'two' })
    expect(JSON.parse(listing)).toEqual(pulled)
  })

  test('of nothing has an empty listing', async () => {
    const to = join(directory(), 'out')
    expect(await pull([], requestTo(to), options)).toEqual([])
    expect(await snapshot(to)).toEqual({ 'pulled.json': '[]\n' })
  })

  test('names its files as the directory is named', async () => {
    const { targets } = await artifactOf(files)
    const to = join(directory(), 'x/..', 'out')
    const [first] = await pull(targets, requestTo(`${to}/`), options)
    expect(first?.path).toBe(join(to, 'one.txt'))
  })

  test('that is run again fetches nothing, and is not in its own way', async () => {
    const { reader, descriptor, targets } = await artifactOf(files)
    const to = join(directory(), 'out')
    const first = await pull(targets, requestTo(to), options)
    const before = await snapshot(to)
    const offline = { ...reader, fetchBlob: () => Promise.reject(new Error('offline')) }
    const again = await pull(targetsOf(offline, descriptor), requestTo(to), options)
    expect(again).toEqual(first)
    expect(await snapshot(to)).toEqual(before)
  })

  test('replaces another file only if it may', async () => {
    const { targets } = await artifactOf(files)
    await writeFile(join(directory(), 'one.txt'), 'mine')
    const before = await snapshot(directory())
    await expect(pull(targets, requestTo(directory()), options)).rejects.toMatchObject({
      input: 'pull-to',
    })
    expect(await snapshot(directory())).toEqual(before)
    await pull(targets, requestTo(directory(), { overwrite: true }), options)
    expect(await snapshot(directory())).toMatchObject({ 'one.txt': 'one', 'dir/two.txt': 'two' })
  })

  test('writes nothing where anything is wrong beforehand', async () => {
    const wrong: readonly (readonly [TestFile, Partial<PullRequest>])[] = [
      [{ text: 'x', title: '../x' }, {}],
      [{ text: 'x', title: 'one.txt' }, {}],
      [{ text: 'x', title: 'x' }, { maxFiles: 2 }],
      [{ text: 'x', title: 'x' }, { maxBytes: 6 }],
      [{ text: 'x', title: 'link/x' }, {}],
    ]
    const to = join(directory(), 'out')
    await mkdir(to)
    await symlink('..', join(to, 'link'))
    const before = await snapshot(directory())
    for (const [file, given] of wrong) {
      const { targets } = await artifactOf([...files, file])
      await expect(pull(targets, requestTo(to, given), options)).rejects.toThrow()
      expect(await snapshot(directory())).toEqual(before)
    }
  })

  test('that fails halfway leaves whole files, no listing, and goes on when run again', async () => {
    const { reader, descriptor, targets } = await artifactOf(files)
    const to = join(directory(), 'out')
    const failing = {
      ...reader,
      fetchBlob: (target: Descriptor) =>
        target.mediaType === 'a/b' ? Promise.reject(new Error('oh')) : reader.fetchBlob(target),
    }
    const oneByOne = { ...options, concurrency: 1 }
    await expect(pull(targetsOf(failing, descriptor), requestTo(to), oneByOne)).rejects.toThrow(
      'oh',
    )
    expect(await snapshot(to)).toEqual({ 'one.txt': 'one', dir: 'no file' })
    await pull(targets, requestTo(to), options)
    expect(await snapshot(to)).toMatchObject({ 'one.txt': 'one', 'dir/two.txt': 'two' })
  })
})

/** Titles of what is there in the scene below, and next to it. */
const sceneTitle = fc
  .array(fc.constantFrom('dir', 'kept', 'link', 'a', 'new', '..', '.', 'KEPT'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((names) => names.join('/'))

test('whatever the titles, nothing is written outside of the directory, nor over another file', async () => {
  const title = fc.oneof(sceneTitle, pathLikeText)
  const titles = fc.uniqueArray(title, { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(titles, fc.boolean(), async (each, overwrite) => {
      const scene = await mkdtemp(join(directory(), 'scene-'))
      const to = join(scene, 'out')
      await mkdir(join(to, 'dir'), { recursive: true })
      for (const path of ['a', 'sbom.json', 'out/kept', 'out/dir/kept']) {
        await writeFile(join(scene, path), 'mine')
      }
      await symlink('..', join(to, 'link'))
      const before = await snapshot(scene)
      const { targets } = await artifactOf(each.map((title, at) => ({ text: `text ${at}`, title })))
      const pulled = await pull(targets, requestTo(to, { overwrite }), options).catch(() => [])
      const after = await snapshot(scene)
      const mayReplace = overwrite ? pulled.map(({ path }) => path.slice(scene.length + 1)) : []
      for (const [path, text] of Object.entries(before)) {
        if (!mayReplace.includes(path)) expect([path, after[path]]).toEqual([path, text])
      }
      const isNew = Object.keys(after).filter((path) => !(path in before))
      expect(isNew.filter((path) => !path.startsWith('out/'))).toEqual([])
      if (pulled.length === 0) expect(isNew).toEqual([])
      await rm(scene, { recursive: true })
    }),
    { numRuns: 500 },
  )
})
