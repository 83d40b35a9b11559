import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { readAuthFile } from '../../../src/credentials/auth-file-location.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (name: string) => join(directory(), name)
beforeEach(() => mkdirSync(at('workspace')))

const write = (name: string, text: string): string => {
  const path = at(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}
const read = (path: string, variable?: string, workspace = at('workspace')) =>
  readAuthFile(
    { owner: 'Docker', path, ...(variable && { variable }) },
    { homeDirectory: at('home'), workspace },
  )

describe('reading a file with credentials', () => {
  test('shows a file in the home directory with a tilde, others in full', async () => {
    const inHome = await read(write('home/.docker/config.json', '{}'))
    expect(inHome?.name).toBe('Docker configuration ~/.docker/config.json')
    const beside = await read(write('home-of-another/config.json', '{}'))
    expect(beside?.name).toBe(`Docker configuration ${directory()}/home-of-another/config.json`)
  })

  test.each(['nowhere/config.json', 'file/config.json'])('%s is absent', async (name) => {
    write('file', '')
    await expect(read(at(name))).resolves.toBeUndefined()
  })

  test('a directory in its place is an error', async () => {
    mkdirSync(at('directory'))
    await expect(read(at('directory'))).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: `Docker configuration ${directory()}/directory cannot be read: EISDIR`,
    })
  })

  test('more than 1 MiB is an error, 1 MiB is not', async () => {
    await expect(read(write('full.json', `{}${' '.repeat((1 << 20) - 2)}`))).resolves.toBeDefined()
    await expect(read(write('large.json', `{}${' '.repeat(1 << 20)}`))).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: `Docker configuration ${directory()}/large.json is larger than 1048576 bytes`,
    })
  })

  test('bad content is an error that names the file', async () => {
    await expect(read(write('home/bad.json', 'hunter2'))).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: 'Docker configuration ~/bad.json is not JSON in UTF-8',
    })
  })
})

describe('a file in the workspace', () => {
  const planted = {
    code: 'CREDENTIALS_INVALID',
    message: expect.stringContaining('lies in the workspace'),
  }

  test('is refused, with the variable to correct', async () => {
    const path = write('workspace/.docker/config.json', '{}')
    await expect(read(path, 'DOCKER_CONFIG')).rejects.toMatchObject({
      ...planted,
      advice: expect.stringContaining('Let DOCKER_CONFIG name a place outside the workspace'),
    })
  })

  test('is refused when a link leads to it', async () => {
    write('workspace/planted.json', '{}')
    symlinkSync(at('workspace'), at('link'))
    await expect(read(at('link/planted.json'))).rejects.toMatchObject(planted)
  })

  test('is refused when the workspace is named by a link', async () => {
    const path = write('workspace/planted.json', '{}')
    symlinkSync(at('workspace'), at('alias'))
    await expect(read(path, undefined, at('alias'))).rejects.toMatchObject(planted)
  })

  test('is refused without being parsed', async () => {
    await expect(read(write('workspace/bad.json', 'hunter2'))).rejects.toMatchObject(planted)
  })

  test.each(['workspace-2/c.json', '..workspace/c.json'])('is not %s beside it', async (name) => {
    await expect(read(write(name, '{}'))).resolves.toBeDefined()
  })

  test('is nothing where the workspace does not exist', async () => {
    await expect(read(write('c.json', '{}'), undefined, at('missing'))).resolves.toBeDefined()
  })
})
