import { mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import {
  blobNames,
  makeDirectory,
  openFile,
  pathInside,
  readFileInside,
  statFile,
} from '../../../src/layout/paths.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const root = () => join(directory(), 'layout')
const names = ['blobs', 'sha256', 'abc']

beforeEach(async () => {
  await mkdir(join(root(), 'blobs', 'sha256'), { recursive: true })
  await writeFile(join(root(), ...names), 'content')
})

test('a blob is at its algorithm and digits; of an algorithm that is not verified, nowhere', () => {
  const digest = digestOf(Buffer.from('x'), 'sha512')
  expect(blobNames(digest)).toEqual(['blobs', 'sha512', digest.slice('sha512:'.length)])
  expect(() => blobNames(parseDigest('blake3:abc'))).toThrow('cannot be verified')
})

test.each([[['..', 'x']], [['blobs', '..', '..', 'x']], [['..', 'layout2']], [[]]])(
  'names that lead out of the layout are refused: %j',
  (outside) => {
    expect(() => pathInside(root(), outside)).toThrow('is outside the layout')
    expect(pathInside('/', ['blobs'])).toBe('/blobs')
  },
)

test('a file is read; what is absent is undefined at every level', async () => {
  expect(String(await readFileInside(root(), names, 7))).toBe('content')
  for (const absent of [['x'], ['x', 'y', 'z'], ['blobs', 'x', 'y'], ['blobs', 'sha256', 'y']]) {
    expect(await readFileInside(root(), absent, 7)).toBeUndefined()
    expect(await openFile(root(), absent)).toBeUndefined()
  }
})

test('a file that is too large is refused', async () => {
  await truncate(join(root(), ...names), 8)
  const read = readFileInside(root(), names, 7)
  await expect(read).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('has 8 bytes; no more than 7 are read'),
  })
})

describe('a symbolic link', () => {
  test.each([1, 2, 3])(
    'is not followed at level %d, not within the layout either',
    async (depth) => {
      const path = join(root(), ...names.slice(0, depth))
      await rename(path, join(root(), 'moved'))
      await symlink(join(root(), 'moved'), path)
      const refused = {
        code: 'LAYOUT_INVALID',
        message: `${path} is a symbolic link`,
        advice: expect.stringContaining('not followed'),
      }
      await expect(statFile(root(), names)).rejects.toMatchObject(refused)
      await expect(openFile(root(), names)).rejects.toMatchObject(refused)
      if (depth < 3) {
        await expect(makeDirectory(root(), names.slice(0, 2))).rejects.toMatchObject(refused)
      }
    },
  )

  test('to the layout as a whole is left to the user', async () => {
    const link = join(directory(), 'link')
    await symlink(root(), link)
    expect((await statFile(link, names))?.size).toBe(7)
  })
})

test('a directory in the place of a file is refused, and a file in that of a directory', async () => {
  const asFile = statFile(root(), ['blobs', 'sha256'])
  await expect(asFile).rejects.toMatchObject({ code: 'LAYOUT_INVALID' })
  const below = statFile(root(), [...names, 'below'])
  await expect(below).rejects.toThrow('abc is not a directory')
  await expect(makeDirectory(root(), names)).rejects.toThrow('abc is not a directory')
})

test('directories are made where they are absent', async () => {
  for (let times = 0; times < 2; times += 1) await makeDirectory(root(), ['blobs', 'sha512'])
  await writeFile(join(root(), 'blobs', 'sha512', 'x'), '')
  expect((await statFile(root(), ['blobs', 'sha512', 'x']))?.size).toBe(0)
})

test('what the file system refuses for another reason is told as it is', async () => {
  const gone = makeDirectory(join(directory(), 'gone'), ['blobs'])
  await expect(gone).rejects.toMatchObject({ code: 'ENOENT' })
  const long = statFile(root(), ['x'.repeat(5000)])
  await expect(long).rejects.toMatchObject({ code: 'ENAMETOOLONG' })
})
