import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type CredentialSourceOptions, credentialSource } from '../../../src/credentials/source.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const at = (name: string) => join(directory(), name)

/** Returns a source with its own home, and what it tells of secrets. */
function sourceWith(options: Partial<CredentialSourceOptions> = {}) {
  const secrets: string[] = []
  const credentials = credentialSource({
    registries: ['quay.io'],
    homeDirectory: at('home'),
    workspace: at('workspace'),
    onSecret: (secret) => secrets.push(secret),
    ...options,
    env: {
      XDG_RUNTIME_DIR: at('run'),
      PATH: `${at('bin')}:${process.env['PATH']}`,
      ...options.env,
    },
  })
  return { credentials, secrets }
}

function write(name: string, text: string, mode = 0o600): void {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
  chmodSync(at(name), mode)
}

const stores = (file: string, registry: string, password: string): void =>
  write(file, JSON.stringify({ auths: { [registry]: { username: 'me', password } } }))

const DOCKER = 'home/.docker/config.json'
const RUNTIME = 'run/containers/auth.json'
const CONFIGURATION = 'home/.config/containers/auth.json'

describe('the inputs username and password', () => {
  const inputs = { username: 'me', password: 'pw' }

  test('are for the registries that the job names, before any configuration', async () => {
    stores(DOCKER, 'quay.io', 'configured')
    await expect(sourceWith(inputs).credentials('quay.io', 'a')).resolves.toEqual({
      kind: 'basic',
      ...inputs,
      source: 'the inputs username and password',
    })
  })

  test.each(['ghcr.io', 'quay.io:443', 'evilquay.io', 'docker.io'])(
    'are not for %s',
    async (host) => {
      await expect(sourceWith(inputs).credentials(host, 'a')).resolves.toBeUndefined()
    },
  )

  test.each([
    [{ username: 'me' }, 'password', 'username is given without password'],
    [{ username: 'me', password: '' }, 'password', 'username is given without password'],
    [{ password: 'pw' }, 'username', 'password is given without username'],
  ])('are both needed: %j', (one, input, message) => {
    expect(() => sourceWith(one)).toThrow(
      expect.objectContaining({ name: 'InputError', input, message }),
    )
  })

  test('are none when both are empty', async () => {
    const { credentials } = sourceWith({ username: '', password: '' })
    await expect(credentials('quay.io', 'a')).resolves.toBeUndefined()
  })
})

describe('the configuration', () => {
  test.each([
    [[DOCKER, RUNTIME, CONFIGURATION], 'Docker configuration ~/.docker/config.json'],
    [[RUNTIME, CONFIGURATION], 'Podman configuration RUN/containers/auth.json'],
    [[CONFIGURATION], 'Podman configuration ~/.config/containers/auth.json'],
    [[], undefined],
  ])('is looked for in order: of %j', async (files, source) => {
    for (const file of files) stores(file, 'quay.io', file)
    const found = await sourceWith().credentials('quay.io', 'a')
    expect(found?.source.replace(at('run'), 'RUN')).toBe(source)
  })

  test('is first the file that a variable names, REGISTRY_AUTH_FILE before DOCKER_CONFIG', async () => {
    for (const file of [DOCKER, RUNTIME, 'named.json', 'docker/config.json']) {
      stores(file, 'quay.io', file)
    }
    const REGISTRY_AUTH_FILE = at('named.json')
    const DOCKER_CONFIG = at('docker')
    const passwordWith = (env: Readonly<Record<string, string>>) =>
      sourceWith({ env }).credentials('quay.io', 'a')
    await expect(passwordWith({ REGISTRY_AUTH_FILE, DOCKER_CONFIG })).resolves.toMatchObject({
      password: 'named.json',
    })
    await expect(passwordWith({ REGISTRY_AUTH_FILE })).resolves.toMatchObject({
      password: 'named.json',
    })
    await expect(passwordWith({ DOCKER_CONFIG })).resolves.toMatchObject({
      password: 'docker/config.json',
    })
  })

  test('goes on to the next file where one has nothing for the registry', async () => {
    stores(DOCKER, 'ghcr.io', 'docker')
    stores(RUNTIME, 'quay.io', 'podman')
    const { credentials } = sourceWith()
    await expect(credentials('quay.io', 'a')).resolves.toMatchObject({ password: 'podman' })
  })

  test('does not go on where a file cannot be read', async () => {
    write(DOCKER, 'hunter2')
    stores(RUNTIME, 'ghcr.io', 'podman')
    const { credentials } = sourceWith({ githubToken: 'token' })
    await expect(credentials('ghcr.io', 'a')).rejects.toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: 'Docker configuration ~/.docker/config.json is not JSON in UTF-8',
    })
  })

  test('is refused in the workspace', async () => {
    stores('workspace/.docker/config.json', 'quay.io', 'planted')
    const { credentials } = sourceWith({ env: { DOCKER_CONFIG: at('workspace/.docker') } })
    await expect(credentials('quay.io', 'a')).rejects.toThrow('lies in the workspace')
  })

  test('may differ from one repository to another', async () => {
    stores(RUNTIME, 'quay.io/team', 'team')
    const { credentials } = sourceWith()
    await expect(credentials('quay.io', 'team/app')).resolves.toMatchObject({ password: 'team' })
    await expect(credentials('quay.io', 'other/app')).resolves.toBeUndefined()
  })
})

describe('the GitHub token', () => {
  const githubToken = 'gh-token'

  test.each([
    [{ GITHUB_ACTOR: 'octocat' }, 'octocat'],
    [{}, 'token'],
  ])('is for ghcr.io, with the actor %j', async (env, username) => {
    await expect(sourceWith({ githubToken, env }).credentials('ghcr.io', 'a')).resolves.toEqual({
      kind: 'basic',
      username,
      password: githubToken,
      source: 'github-token',
    })
  })

  test.each(['quay.io', 'ghcr.io:443', 'evilghcr.io', 'docker.pkg.github.com', 'docker.io'])(
    'is not for %s, even if the job names it',
    async (host) => {
      const { credentials } = sourceWith({ githubToken, registries: [host] })
      await expect(credentials(host, 'a')).resolves.toBeUndefined()
    },
  )

  test('comes after the configuration', async () => {
    stores(DOCKER, 'ghcr.io', 'configured')
    const { credentials } = sourceWith({ githubToken })
    await expect(credentials('ghcr.io', 'a')).resolves.toMatchObject({ password: 'configured' })
  })

  test('is none when it is empty', async () => {
    const { credentials } = sourceWith({ githubToken: '' })
    await expect(credentials('ghcr.io', 'a')).resolves.toBeUndefined()
  })
})

describe('one run', () => {
  test('asks a helper once for a registry, whatever its repositories', async () => {
    write(DOCKER, JSON.stringify({ credHelpers: { 'quay.io': 'fake' } }))
    const script = `echo asked >> "${at('log')}"; echo '{"Username":"me","Secret":"pw"}'`
    write('bin/docker-credential-fake', `#!/bin/sh\n${script}\n`, 0o755)
    const { credentials } = sourceWith()
    const found = await Promise.all(['a', 'b', 'a'].map((name) => credentials('quay.io', name)))
    expect(found).toEqual(
      Array(3).fill({
        kind: 'basic',
        username: 'me',
        password: 'pw',
        source: 'credential helper docker-credential-fake',
      }),
    )
    expect(readFileSync(at('log'), 'utf8')).toBe('asked\n')
  })

  test('tells each secret before it hands the credential out', async () => {
    const { credentials, secrets } = sourceWith({ username: 'me', password: 'pw' })
    expect(secrets).toEqual([])
    await Promise.all([credentials('quay.io', 'a'), credentials('quay.io', 'a')])
    expect(secrets).toEqual(['pw', 'cHc=', 'bWU6cHc='])
  })
})
