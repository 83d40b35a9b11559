import { describe, expect, test } from '@jest/globals'
import { artifactOn } from '../../support/artifacts.ts'
import { runCommandLine } from '../../support/command-line.ts'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { writeDocument } from '../../support/documents.ts'
import type { Authentication } from '../../support/registry/accounts.ts'
import type { Answer } from '../../support/registry/exchange.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const home = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const basic: Authentication = { scheme: 'basic', accounts: [login] }
const bearer: Authentication = { scheme: 'bearer', accounts: [login] }
const echoing: Quirks = { hostile: { errors: 'echo' } }
const encoded = (text: string) => Buffer.from(text).toString('base64')

interface Given {
  readonly options?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly password?: string
}

/** Discovers the image with everything that the command line can tell. */
function discover({ host }: TestRegistry, { options = [], env, password }: Given = {}) {
  const given = env ? [] : ['--username=pat', '--password-stdin']
  return runCommandLine({
    args: ['discover', '--debug', ...given, ...options, `${host}/app:1`],
    directory: directory(),
    env: env ?? { HOME: directory() },
    stdin: password ?? login.password,
  })
}

/** Returns a registry that knows the password, and says the words to whoever has given it. */
async function saying(body: string, { password = login.password, ...answer }: Saying = {}) {
  const registry = await start({
    authentication: { scheme: 'basic', accounts: [{ username: 'pat', password }] },
    faults: [{ after: 1, times: 9, fails: { status: 400, body, ...answer } }],
  })
  registry.putImage('app', { tag: '1' })
  return registry
}

type Saying = Partial<Answer> & { readonly password?: string }

/** Every credential that the registry was sent. */
function sentTo({ requests }: TestRegistry): readonly string[] {
  return requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? [])
}

describe('what a registry quotes in its errors is masked by the command line', () => {
  test.each([
    ['Basic', basic],
    ['a token service', bearer],
  ])('a password that was piped to it, with %s', async (_name, authentication) => {
    const registry = await start({ authentication, quirks: echoing })
    const { status, stderr } = await discover(registry)
    expect(status).toBe(1)
    expect(stderr).toContain('bad request by pat:***, authorization: Basic ***')
    for (const secret of [login.password, ...sentTo(registry)]) expect(stderr).not.toContain(secret)
  })

  test('the token that the registry gave', async () => {
    const quirks: Quirks = { hostile: { errors: 'echo-token' } }
    const registry = await start({ authentication: bearer, quirks })
    const { status, stderr } = await discover(registry)
    expect(status).toBe(1)
    expect(stderr).toContain('authorization: Bearer ***')
    expect(sentTo(registry)).toHaveLength(2)
    for (const secret of sentTo(registry)) expect(stderr).not.toContain(secret)
  })

  const { username, password } = login
  test.each([
    [
      'Docker’s configuration',
      (host: string) => ({ docker: { auths: { [host]: { auth: encoded('pat:correct horse') } } } }),
    ],
    [
      'Podman’s configuration',
      (host: string) => ({ podman: { auths: { [host]: { auth: encoded('pat:correct horse') } } } }),
    ],
    [
      'a credential helper',
      (host: string) => ({
        docker: { credHelpers: { [host]: 'chain' } },
        helpers: { chain: { [host]: { Username: username, Secret: password } } },
      }),
    ],
  ])('a password that is in %s', async (_name, stored) => {
    const registry = await start({ authentication: basic, quirks: echoing })
    const { env } = await credentialsEnvironment(home(), stored(registry.host))
    const { status, stderr } = await discover(registry, { env })
    expect(status).toBe(1)
    expect(stderr).toContain('bad request by pat:***, authorization: Basic ***')
    for (const secret of [password, ...sentTo(registry)]) expect(stderr).not.toContain(secret)
  })

  test('an identity token, in every form', async () => {
    const refreshToken = 'refresh me/again'
    const registry = await start({
      authentication: { scheme: 'bearer', accounts: [{ ...login, refreshToken }] },
      faults: [
        {
          at: /^POST .*\/token/,
          fails: {
            status: 500,
            body: `in ${new URLSearchParams({ refresh_token: refreshToken })}`,
          },
        },
      ],
      quirks: { tokens: { oauth2: 404 }, ...echoing },
    })
    const auths = { [registry.host]: { identitytoken: refreshToken } }
    const { env } = await credentialsEnvironment(home(), { docker: { auths } })
    const { status, stderr } = await discover(registry, { env })
    expect(status).toBe(1)
    expect(stderr).toContain('***')
    expect(stderr).not.toMatch(/refresh.me|again/)
  })
})

describe('a password is masked by the command line', () => {
  test('where the words are cut in the middle of it', async () => {
    const registry = await saying(`${'x'.repeat(290)} ${login.password}`)
    const { status, stderr } = await discover(registry)
    expect(status).toBe(1)
    expect(stderr).toMatch(/x{290} \*\*\*…$/m)
    expect(stderr).not.toContain('correct')
  })

  test('where it is in JSON', async () => {
    const password = 'a "quoted" \\ word'
    const body = JSON.stringify({ errors: [{ code: 'DENIED', detail: { password } }] })
    const { status, stderr } = await discover(await saying(body, { password }), { password })
    expect(status).toBe(1)
    expect(stderr).toContain('{"password":"***"}')
    expect(stderr).not.toContain('quoted')
  })

  test('where its lines and spaces are not as they were', async () => {
    const password = '{\n  "private_key": "begin  here",\n\t"id": "the  other one"\n}'
    const { stderr } = await discover(await saying(`no ${password}`, { password }), { password })
    expect(stderr).toContain('no { *** *** }')
  })

  test('where it would be obeyed if it were shown', async () => {
    const password = 'to##[be]\u00adobeyed'
    const { stderr } = await discover(await saying(`no ${password}!`, { password }), { password })
    expect(stderr).toContain(': no ***!')
    expect(stderr).not.toContain('obeyed')
  })

  test('where a redirect has it in its path', async () => {
    const location = '/v2/app/manifests/correct%20horse'
    const registry = await saying('', { status: 307, headers: { location } })
    const { stderr } = await discover(registry)
    expect(stderr).toContain('/v2/app/manifests/***')
    expect(stderr).not.toContain('horse')
  })
})

describe('the command line does not mask', () => {
  test('its result, which programs read', async () => {
    const password = 'referrers-api'
    const registry = await start({
      authentication: { scheme: 'basic', accounts: [{ ...login, password }] },
    })
    const { descriptor } = registry.putImage('app', { tag: '1' })
    const { digest } = registry.putManifest('app', artifactOn(descriptor, 'sbom').manifest)
    const { status, stdout } = await discover(registry, { password, options: ['--format=json'] })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ referrers: [{ digest, sources: [password] }] })
    const file = await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const attached = await runCommandLine({
      args: ['attach', '-u', 'pat', '--password-stdin', `${registry.host}/app:1`, file],
      directory: directory(),
      env: { HOME: directory() },
      stdin: password,
    })
    expect(attached.stderr).toContain('listed by ***')
  })

  test('what is part of the image’s name or of any digest', async () => {
    const password = 'sha256'
    const registry = await start({
      authentication: { scheme: 'basic', accounts: [{ ...login, password }] },
    })
    registry.putImage('app', { tag: '1' })
    const { status, stdout, stderr } = await discover(registry, { password })
    expect(status).toBe(0)
    expect(stdout).toContain('@sha256:')
    expect(stderr).not.toContain('***')
  })
})
