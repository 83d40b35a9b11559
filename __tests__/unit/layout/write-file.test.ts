import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { toLayoutError } from '../../../src/layout/file-error.ts'
import { writeFileAtomically } from '../../../src/layout/write-file.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const path = () => join(directory(), 'file')

test('a file is replaced as a whole', async () => {
  await writeFile(path(), 'before')
  await writeFileAtomically(path(), [Buffer.from('after'), Buffer.from('wards')])
  expect(await readFile(path(), 'utf8')).toBe('afterwards')
  await writeFileAtomically(path(), [])
  expect(await readFile(path(), 'utf8')).toBe('')
})

test('content that fails leaves what was there, and nothing else', async () => {
  await writeFile(path(), 'before')
  const failing = Readable.from(
    (function* () {
      yield Buffer.from('a part')
      throw new Error('the file changed')
    })(),
  )
  await expect(writeFileAtomically(path(), failing)).rejects.toThrow('the file changed')
  expect(await readFile(path(), 'utf8')).toBe('before')
  expect(await readdir(directory())).toEqual(['file'])
})

test('content that cannot be put anywhere is closed', async () => {
  const content = Readable.from([Buffer.from('x')])
  const written = writeFileAtomically(join(directory(), 'gone', 'file'), content)
  await expect(written).rejects.toMatchObject({ code: 'ENOENT' })
  expect(content.destroyed).toBe(true)
})

test.each(['EACCES', 'EPERM', 'EROFS'])('%s of the file system is a denial', (code) => {
  const cause = Object.assign(new Error('refused'), { code })
  expect(toLayoutError(cause, 'write /a/b')).toMatchObject({
    code: 'DENIED',
    message: 'not allowed to write /a/b',
    advice: expect.stringContaining('permissions'),
    cause,
  })
})

test.each([Object.assign(new Error('full'), { code: 'ENOSPC' }), new Error('plain'), 'text'])(
  'another error stays what it is',
  (cause) => {
    expect(toLayoutError(cause, 'write /a/b')).toBe(cause)
  },
)
