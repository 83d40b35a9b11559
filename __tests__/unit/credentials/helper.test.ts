import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { askHelper } from '../../../src/credentials/helper.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const generous = { milliseconds: 20_000, outputBytes: 1 << 20 }

/** Asks a helper that is this shell script, in a directory whose name has a space. */
function ask(script: string, env: Readonly<Record<string, string>> = {}, limits = generous) {
  const bin = join(directory(), 'my bin')
  mkdirSync(bin)
  const path = join(bin, 'docker-credential-fake')
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return askHelper('fake', 'quay.io', { PATH: `${bin}:${process.env['PATH']}`, ...env }, limits)
}
const source = 'credential helper docker-credential-fake'

describe('a credential helper', () => {
  test('is asked by the verb get, with the server address as its input', async () => {
    const script = `printf '{"ServerURL":"","Username":"%s","Secret":"%s"}' "$*" "$(cat)"`
    await expect(ask(script)).resolves.toEqual({
      kind: 'basic',
      username: 'get',
      password: 'quay.io',
      source,
    })
  })

  test('gives an identity token under the user name <token>', async () => {
    await expect(
      ask(`echo '{"ServerURL":"quay.io","Username":"<token>","Secret":"refresh"}'`),
    ).resolves.toEqual({ kind: 'refresh-token', token: 'refresh', source })
  })

  test.each([
    [
      'says so in the words of the protocol',
      'echo "credentials not found in native keychain"; exit 1',
    ],
    ['gives an empty user name and secret', `echo '{"ServerURL":"","Username":"","Secret":""}'`],
  ])('has no credential if it %s', async (_, script) => {
    await expect(ask(script)).resolves.toBeUndefined()
  })

  test("sees the environment, but neither the runner's tokens nor inputs", async () => {
    const script = `printf '{"Username":"%s","Secret":"x%s%s"}' "$AWS_PROFILE" "$ACTIONS_RUNTIME_TOKEN" "$INPUT_PASSWORD"`
    await expect(
      ask(script, { AWS_PROFILE: 'ci', ACTIONS_RUNTIME_TOKEN: 'a', INPUT_PASSWORD: 'b' }),
    ).resolves.toMatchObject({ username: 'ci', password: 'x' })
  })
})

describe('a credential helper that fails', () => {
  test.each([
    ['echo "no such key" >&2; echo more >&2; exit 2', 'failed with exit code 2: no such key'],
    ['echo "pass not initialized"; exit 1', 'failed with exit code 1: pass not initialized'],
    ['exit 1', 'failed with exit code 1'],
    [
      String.raw`printf '\n\033[31m::error::x\r\nnext' >&2; exit 1`,
      'failed with exit code 1: [31m::error::x',
    ],
    [`echo '{"Secret": "hunter2"}'; exit 1`, 'failed with exit code 1'],
    ['echo hunter2; exit 1', 'failed with exit code 1'],
    ['echo "credentials not found in native keychain"', 'gave an answer that is not JSON'],
    ['echo hunter2', 'gave an answer that is not JSON'],
    [`echo '["hunter2"]'`, 'gave an answer without Username and Secret'],
    [`echo '{"Username":"me","Secret":["hunter2"]}'`, 'gave an answer without Username and Secret'],
    [`echo '{"Username":"me"}'`, 'gave a Username or a Secret, but not both'],
    [`echo '{"Secret":"hunter2"}'`, 'gave a Username or a Secret, but not both'],
  ])('%s is an error with its name and reason, and no secret', async (script, what) => {
    const error: unknown = await ask(script).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'CREDENTIALS_INVALID', message: `${source} ${what}` })
    expect((error as Error).cause).toBeUndefined()
  })

  test('gives at most 200 characters of its reason', async () => {
    const error = await ask(`printf '%01000d' 0 >&2; exit 1`).catch(String)
    expect(error).toBe(`OciError: ${source} failed with exit code 1: ${'0'.repeat(200)}`)
  })

  test('by not being installed is named', async () => {
    await expect(askHelper('desktop', 'quay.io', { PATH: directory() })).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: 'credential helper docker-credential-desktop is not on the PATH',
      advice: expect.stringContaining('credsStore'),
    })
  })

  test('by taking too long is named', async () => {
    const limits = { ...generous, milliseconds: 200 }
    await expect(ask('exec sleep 20', {}, limits)).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: `${source} failed: no answer within 0.2 s`,
    })
  })

  test.each(['', '../evil', 'a/b', 'a b', 'a;b', 'a\nb', '$(x)'])(
    'by its name is never run: %j',
    async (name) => {
      await expect(askHelper(name, 'quay.io', { PATH: directory() })).rejects.toMatchObject({
        code: 'CREDENTIALS_INVALID',
        message: `credential helper ${JSON.stringify(name)} has an invalid name`,
      })
    },
  )
})
