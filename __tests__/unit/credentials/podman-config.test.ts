import { expect, test } from '@jest/globals'
import { namedAuthFile, usualAuthFiles } from '../../../src/credentials/podman-config.ts'

test('REGISTRY_AUTH_FILE names the file, unless it is empty', () => {
  expect(namedAuthFile({ REGISTRY_AUTH_FILE: '/run/auth.json' })).toEqual({
    owner: 'Podman',
    path: '/run/auth.json',
    variable: 'REGISTRY_AUTH_FILE',
  })
  expect(namedAuthFile({ REGISTRY_AUTH_FILE: '' })).toBeUndefined()
  expect(namedAuthFile({})).toBeUndefined()
})

test.each<[object, number | undefined, readonly string[]]>([
  [
    { XDG_RUNTIME_DIR: '/run/user/7' },
    7,
    ['/run/user/7/containers/auth.json', '/home/me/.config/containers/auth.json'],
  ],
  [{}, 0, ['/run/containers/0/auth.json', '/home/me/.config/containers/auth.json']],
  [{ XDG_RUNTIME_DIR: '' }, undefined, ['/home/me/.config/containers/auth.json']],
  [
    { XDG_RUNTIME_DIR: '/r', XDG_CONFIG_HOME: '/c' },
    7,
    ['/r/containers/auth.json', '/c/containers/auth.json'],
  ],
])('with %j and the user %j the usual files are %j', (env, userId, paths) => {
  const files = usualAuthFiles({ ...env }, '/home/me', userId)
  expect(files).toEqual(paths.map((path) => ({ owner: 'Podman', path })))
})
