import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

test('a home has configuration files, and helpers that speak the protocol', async () => {
  const { env, helperCalls } = await credentialsEnvironment(directory(), {
    docker: { credsStore: 'store' },
    podman: { auths: {} },
    helpers: {
      store: {
        'a.example': { Username: 'u', Secret: 's' },
        'b.example': 'garbage',
        'c.example': 'fails',
      },
    },
  })
  const ask = (server: string) =>
    new Promise<unknown>((resolve) => {
      const child = execFile('docker-credential-store', ['get'], { env }, (error, stdout) =>
        resolve([error === null ? 0 : error.code, stdout.trim()]),
      )
      child.stdin?.end(`${server}\n`)
    })
  expect(await ask('a.example')).toEqual([
    0,
    '{"ServerURL":"a.example","Username":"u","Secret":"s"}',
  ])
  expect(await ask('b.example')).toEqual([0, 'no JSON at all'])
  expect(await ask('c.example')).toEqual([1, 'the keychain is locked'])
  expect(await ask('d.example')).toEqual([1, 'credentials not found in native keychain'])
  expect((await helperCalls())[0]).toBe('store get a.example')
  const read = (path: string) => readFile(path, 'utf8')
  expect(await read(join(env.DOCKER_CONFIG, 'config.json'))).toBe('{"credsStore":"store"}')
  expect(await read(join(env.XDG_RUNTIME_DIR, 'containers/auth.json'))).toBe('{"auths":{}}')
})
