import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { findProgram } from '../../../src/credentials/helper-program.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (name: string) => join(directory(), name)
beforeEach(() => {
  for (const name of ['first', 'second', 'plain', 'directory/program']) {
    mkdirSync(at(name), { recursive: true })
  }
  for (const name of ['first/program', 'second/program', 'plain/program']) {
    writeFileSync(at(name), '')
    if (name !== 'plain/program') chmodSync(at(name), 0o755)
  }
})

const find = (...directories: readonly string[]) =>
  findProgram('program', { PATH: directories.join(':') })

describe('a program', () => {
  test('is the first on the PATH', async () => {
    const path = await find(at('missing'), at('first'), at('second'))
    expect(path).toBe(at('first/program'))
  })

  test('is neither a directory nor a file that is not executable', async () => {
    const path = await find(at('directory'), at('plain'), at('second'))
    expect(path).toBe(at('second/program'))
  })

  test('is never in a relative directory, which would be in the workspace', async () => {
    const here = relative(process.cwd(), at('first'))
    await expect(find('', '.', here)).resolves.toBeUndefined()
  })

  test('is nowhere without a PATH', async () => {
    await expect(findProgram('program', {})).resolves.toBeUndefined()
  })
})
