import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { makeFolders, renameToNew, statBelow, writeBelow } from '../../../src/pull/directory.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
let root: string

beforeEach(async () => {
  root = join(directory(), 'root')
  await mkdir(join(directory(), 'outside'))
  await writeFile(join(directory(), 'outside/file'), 'outside')
})

const { signal } = new AbortController()
const content = (text: string): Readable => Readable.from([Buffer.from(text)])
const write = (names: readonly string[], text: string, overwrite = false): Promise<void> =>
  writeBelow(root, names, content(text), { overwrite, signal })
const refused = (message: string) =>
  expect.objectContaining({
    name: 'InputError',
    input: 'pull-to',
    message: expect.stringContaining(message),
  })

describe('a file below the directory', () => {
  test('is absent as long as it, a folder or the directory is', async () => {
    expect(await statBelow(root, ['a', 'b'])).toBeUndefined()
    await makeFolders(root, ['a'])
    expect(await statBelow(root, ['a', 'b'])).toBeUndefined()
    await write(['a', 'b'], 'x')
    expect(await statBelow(root, ['a', 'b'])).toMatchObject({ size: 1 })
  })

  test.each([
    ['a file on the way', ['file', 'b'], 'file is not a directory'],
    ['a folder at the end', ['folder'], 'folder is not a file'],
    ['a link on the way', ['link', 'file'], 'link is a symbolic link'],
    ['a link at the end', ['file-link'], 'file-link is a symbolic link'],
    ['a link that leads nowhere', ['dead-link'], 'dead-link is a symbolic link'],
    ['a name that is too long', ['x'.repeat(300)], 'cannot look at'],
  ])('is not looked for past %s', async (_what, names, message) => {
    await makeFolders(root, ['folder'])
    await write(['file'], 'x')
    await symlink('../outside', join(root, 'link'))
    await symlink('../outside/file', join(root, 'file-link'))
    await symlink('nowhere', join(root, 'dead-link'))
    await expect(statBelow(root, names)).rejects.toEqual(refused(message))
  })
})

describe('folders', () => {
  test('are made, also where some are there', async () => {
    await makeFolders(join(root, 'deep'), ['a'])
    await makeFolders(join(root, 'deep'), ['a', 'b'])
    expect(await readdir(join(root, 'deep/a'))).toEqual(['b'])
  })

  test('are not made in the place of a file, nor past a link', async () => {
    await makeFolders(root, [])
    await write(['file'], 'x')
    await symlink('../outside', join(root, 'link'))
    await expect(makeFolders(root, ['file', 'a'])).rejects.toEqual(refused('not a directory'))
    await expect(makeFolders(root, ['link', 'a'])).rejects.toEqual(refused('symbolic link'))
    await expect(makeFolders(join(root, 'file'), [])).rejects.toEqual(refused('cannot write'))
    expect(await readdir(join(directory(), 'outside'))).toEqual(['file'])
  })
})

describe('a file is written', () => {
  beforeEach(() => makeFolders(root, []))

  test('whole, with nothing beside it', async () => {
    await write(['a'], 'text')
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('text')
    expect(await readdir(root)).toEqual(['a'])
  })

  test('not at all where its content fails', async () => {
    const failing = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new OciError('DIGEST_INVALID', 'not that')
      })(),
    )
    const writing = writeBelow(root, ['a'], failing, { overwrite: false, signal })
    await expect(writing).rejects.toMatchObject({ code: 'DIGEST_INVALID' })
    expect(await readdir(root)).toEqual([])
  })

  test('not where it is cancelled', async () => {
    const controller = new AbortController()
    const endless = new Readable({ read() {} })
    const options = { overwrite: false, signal: controller.signal }
    const writing = writeBelow(root, ['a'], endless, options)
    controller.abort()
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' })
    expect(endless.destroyed).toBe(true)
    expect(await readdir(root)).toEqual([])
  })

  test('not in the place of another, unless it may overwrite', async () => {
    await write(['a'], 'first')
    await expect(write(['a'], 'second')).rejects.toEqual(refused('is there already'))
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('first')
    await write(['a'], 'second', true)
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('second')
    expect(await readdir(root)).toEqual(['a'])
  })

  test('not through a link that appears at its place', async () => {
    await symlink('../outside/file', join(root, 'a'))
    await expect(write(['a'], 'evil')).rejects.toEqual(refused('is there already'))
    await write(['a'], 'new', true)
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('new')
    expect(await readFile(join(directory(), 'outside/file'), 'utf8')).toBe('outside')
  })

  test('not in the place of a folder, nor into one that has gone', async () => {
    await mkdir(join(root, 'folder'))
    await expect(write(['folder'], 'x', true)).rejects.toEqual(refused('cannot write'))
    await rename(join(root, 'folder'), join(root, 'gone'))
    await expect(write(['folder', 'a'], 'x')).rejects.toEqual(refused('ENOENT'))
    expect(await readdir(root)).toEqual(['gone'])
  })
})

describe('where a file system has no hard links, a file', () => {
  const from = (): string => join(root, 'from')
  const to = (): string => join(root, 'to')

  beforeEach(async () => {
    await makeFolders(root, [])
    await write(['from'], 'new')
  })

  function refusing(code: string): () => Promise<void> {
    return () => Promise.reject(Object.assign(new Error(code), { code }))
  }

  test.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])('is renamed after %s', async (code) => {
    await renameToNew(from(), to(), refusing(code))
    expect(await readFile(to(), 'utf8')).toBe('new')
  })

  test('does not take the place of another', async () => {
    await write(['to'], 'old')
    const renamed = renameToNew(from(), to(), refusing('EPERM'))
    await expect(renamed).rejects.toEqual(refused('is there already'))
    expect(await readFile(to(), 'utf8')).toBe('old')
  })

  test('is not renamed after another failure', async () => {
    await expect(renameToNew(from(), to(), refusing('EIO'))).rejects.toThrow('EIO')
    expect(await readdir(root)).toEqual(['from'])
  })
})
