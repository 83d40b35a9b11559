import { mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { workspaceOf } from '../../src/workspace.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (path: string): string => join(directory(), path)

async function workspaceAt(path: string) {
  const workspace = await workspaceOf({ GITHUB_WORKSPACE: path })
  if (!workspace) throw new Error('there is no workspace')
  return workspace
}

test('there is no workspace where none is named', async () => {
  expect(await workspaceOf({})).toBeUndefined()
  expect(await workspaceOf({ GITHUB_WORKSPACE: '' })).toBeUndefined()
})

test.each([
  ['ws', []],
  ['ws/', []],
  ['ws/a/b', ['a', 'b']],
  ['ws/a/../b', ['b']],
  ['ws/..a', ['..a']],
  ['ws/link/../b', ['b']],
])('%s is written as a path in the workspace', async (path, names) => {
  const workspace = await workspaceAt(at('ws'))
  expect(workspace.written(`${directory()}/${path}`)).toEqual({ root: at('ws'), names })
})

test.each(['', '/', 'other', 'ws2', 'ws/../other', 'ws/../../x'])(
  '%j is written as a path outside of it',
  async (path) => {
    const workspace = await workspaceAt(at('ws'))
    expect(workspace.written(path === '/' ? path : `${directory()}/${path}`)).toBeUndefined()
  },
)

test('a workspace that is named by a link holds what is written by its real path, too', async () => {
  await mkdir(at('real'))
  await symlink(at('real'), at('ws'))
  const workspace = await workspaceAt(at('ws'))
  const real = await realpath(at('real'))
  expect(workspace.written(at('ws/a'))).toEqual({ root: at('ws'), names: ['a'] })
  expect(workspace.written(join(real, 'a'))).toEqual({ root: real, names: ['a'] })
  expect(workspace.really(join(real, 'a'))).toEqual(['a'])
  expect(workspace.really(at('elsewhere'))).toBeUndefined()
})
