import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../src/job.ts'
import {
  credentialsEnvironment,
  type StoredCredentials,
} from '../support/credentials-environment.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf } from '../support/job.ts'
import type { Account, Authentication } from '../support/registry/accounts.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const robot: Account = { ...login, refreshToken: 'refresh-me', registryToken: 'registry-token' }

const basic: Authentication = { scheme: 'basic', accounts: [robot] }
const bearer: Authentication = { scheme: 'bearer', accounts: [robot] }
const publicImages: Authentication = { ...bearer, anonymousPull: true }

interface Attempt {
  readonly authentication?: Authentication
  readonly quirks?: Quirks
  /** By default the login; `null` is without credentials. */
  readonly connection?: JobOptions['connection'] | null
  readonly stored?: StoredCredentials | ((registry: TestRegistry) => StoredCredentials)
  readonly job?: Partial<JobOptions>
}

/** Attaches one document to an image of a registry that is as the attempt says. */
async function attempt({ authentication, quirks, connection = login, stored, job }: Attempt) {
  const registry = await start({
    ...(authentication && { authentication }),
    ...(quirks && { quirks }),
  })
  registry.putImage('app', { tag: '1' })
  const files = [await writeDocument(directory(), 'spdx')]
  const options = { attach: { files }, ...(connection && { connection }), ...job }
  const credentials = typeof stored === 'function' ? stored(registry) : stored
  const home = await credentialsEnvironment(directory(), credentials ?? {})
  const outcome = await outcomeOf(jobOn(`${registry.host}/app:1`, options), { env: home.env })
  return { registry, outcome, helperCalls: await home.helperCalls() }
}

const tokenRequests = ({ requests }: TestRegistry) =>
  requests.filter(({ path }) => path.startsWith('/token'))

function expectAttached(registry: TestRegistry, outcome: Outcome): void {
  expect(outcome.failure).toBeUndefined()
  const [subject] = outcome.subjects
  const listed = subject ? registry.referrersOf('app', subject.digest) : []
  expect(listed.map(({ digest }) => digest)).toEqual(outcome.attached.map(({ digest }) => digest))
  expect(listed).toHaveLength(1)
}

describe('a job gets in', () => {
  const ways: readonly (Attempt & { readonly by: string })[] = [
    { by: 'nothing, where nothing is asked', connection: null },
    { by: 'Basic', authentication: basic },
    { by: 'a token', authentication: bearer },
    {
      by: 'a token in access_token',
      authentication: bearer,
      quirks: { tokens: { key: 'access_token' } },
    },
    {
      by: 'Basic, asked for in lower case',
      authentication: basic,
      quirks: { challenge: { form: 'lower-case' } },
    },
    {
      by: 'a token, asked for in lower case',
      authentication: bearer,
      quirks: { challenge: { form: 'lower-case' } },
    },
    {
      by: 'a token, asked for without quotes',
      authentication: bearer,
      quirks: { challenge: { form: 'unquoted' } },
    },
    {
      by: 'a token, asked for only at /v2/',
      authentication: bearer,
      quirks: { challenge: { form: 'only-at-v2' } },
    },
    {
      by: 'Basic, asked for only at /v2/',
      authentication: basic,
      quirks: { challenge: { form: 'only-at-v2' } },
    },
    {
      by: 'a token, asked for with a placeholder',
      authentication: bearer,
      quirks: { challenge: { scope: 'placeholder' } },
    },
    {
      by: 'a token, asked for without a scope',
      authentication: bearer,
      quirks: { challenge: { scope: 'omitted' } },
    },
    {
      by: 'a token, asked for in plain text',
      authentication: bearer,
      quirks: { challenge: { body: 'text' } },
    },
    {
      by: 'a token from another host',
      authentication: bearer,
      quirks: { challenge: { realm: 'other-origin' } },
    },
    {
      by: 'a login in Docker’s configuration',
      authentication: bearer,
      connection: null,
      stored: ({ host }) => ({
        docker: {
          auths: { [host]: { auth: Buffer.from('pat:correct horse').toString('base64') } },
        },
      }),
    },
    {
      by: 'a login in Podman’s configuration',
      authentication: basic,
      connection: null,
      stored: ({ host }) => ({
        podman: {
          auths: { [`${host}/app`]: { auth: Buffer.from('pat:correct horse').toString('base64') } },
        },
      }),
    },
    {
      by: 'a credential helper',
      authentication: bearer,
      connection: null,
      stored: ({ host }) => ({
        docker: { credHelpers: { [host]: 'keys' } },
        helpers: { keys: { [host]: { Username: 'pat', Secret: 'correct horse' } } },
      }),
    },
    {
      by: 'an identity token, by OAuth2',
      authentication: bearer,
      connection: null,
      stored: ({ host }) => ({ docker: { auths: { [host]: { identitytoken: 'refresh-me' } } } }),
    },
    {
      by: 'a registry token, as it is',
      authentication: bearer,
      connection: null,
      stored: ({ host }) => ({
        docker: { auths: { [host]: { registrytoken: 'registry-token' } } },
      }),
    },
  ]

  test.each(ways)('by $by', async (way) => {
    const { registry, outcome } = await attempt(way)
    expectAttached(registry, outcome)
    expect(tokenRequests(registry).length).toBeLessThanOrEqual(1)
    expect(tokenRequests(registry).filter(({ status }) => status !== 200)).toEqual([])
  })

  test.each([401, 404, 405] as const)(
    'by GET where the OAuth2 POST is answered %d',
    async (oauth2) => {
      const account = { username: '00000000-0000-0000-0000-000000000000', password: 'refresh-me' }
      const { registry, outcome } = await attempt({
        authentication: { scheme: 'bearer', accounts: [account] },
        connection: account,
        quirks: { tokens: { oauth2 } },
      })
      expectAttached(registry, outcome)
      expect(tokenRequests(registry).map(({ method, status }) => [method, status])).toEqual([
        ['POST', oauth2],
        ['GET', 200],
      ])
    },
  )

  test('past a configuration that cannot be read, where no credentials are asked for', async () => {
    const { env } = await credentialsEnvironment(directory(), {})
    await writeFile(join(env.DOCKER_CONFIG, 'config.json'), '{"auths":')
    const outcomes = [undefined, publicImages].map(async (authentication) => {
      const registry = await start(authentication && { authentication })
      registry.putImage('app', { tag: '1' })
      return outcomeOf(jobOn(`${registry.host}/app:1`), { env })
    })
    const [open, asking] = await Promise.all(outcomes)
    expect(open?.failure).toBeUndefined()
    expect(asking?.failure).toMatchObject({
      code: 'CREDENTIALS_INVALID',
      message: expect.stringContaining('config.json'),
    })
  })

  test('anonymously, to read what is public', async () => {
    const registry = await start({ authentication: publicImages })
    registry.putImage('app', { tag: '1' })
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toBeUndefined()
    expect(graphs).toHaveLength(1)
    expect(tokenRequests(registry)).toMatchObject([{ method: 'GET', authorization: 'none' }])
  })
})

describe('a token', () => {
  test('is asked for once for a whole batch, with the scope of the job', async () => {
    const registry = await start({ authentication: bearer, latencyMs: 5 })
    registry.putImage('app', { tag: '1' })
    const files = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        writeDocument(directory(), 'spdx', { name: `${at}.json`, seed: String(at) }),
      ),
    )
    const job = jobOn(`${registry.host}/app:1`, { attach: { files }, connection: login })
    const { failure, attached } = await outcomeOf(job)
    expect(failure).toBeUndefined()
    expect(attached).toHaveLength(20)
    const [token, ...others] = tokenRequests(registry)
    expect(others).toEqual([])
    expect(new URLSearchParams(token?.path.split('?')[1]).getAll('scope')).toEqual([
      'repository:app:pull,push',
    ])
    const challenged = registry.requests.filter(({ status }) => status === 401)
    expect(challenged.map(({ path }) => path).length).toBeLessThanOrEqual(21)
    expect(challenged.every(({ authorization }) => authorization === 'none')).toBe(true)
  })

  test('for several repositories of a registry is one', async () => {
    const registry = await start({ authentication: bearer })
    for (const name of ['app', 'team/tool']) registry.putImage(name, { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const images = [`${registry.host}/app:1`, `${registry.host}/team/tool:1`]
    const { failure } = await outcomeOf(jobOn(images, { attach: { files }, connection: login }))
    expect(failure).toBeUndefined()
    expect(tokenRequests(registry)).toHaveLength(1)
  })

  test('of a dry run is for reading only', async () => {
    const { registry, outcome } = await attempt({
      authentication: { ...bearer, accounts: [{ ...robot, permissions: { app: 'pull' } }] },
      job: { dryRun: true },
    })
    expect(outcome).toMatchObject({ attached: [{ status: 'planned' }] })
    expect(outcome.failure).toBeUndefined()
    expect(tokenRequests(registry)[0]?.path).toContain('pull')
    expect(tokenRequests(registry)[0]?.path).not.toContain('push')
  })

  // As many as are under way together: fewer would be used up by the time that they are repeated.
  test.each([8, 12])(
    'that is good for %d requests is replaced, and the job goes on',
    async (maxUses) => {
      const { registry, outcome } = await attempt({
        authentication: bearer,
        quirks: { tokens: { maxUses } },
      })
      expectAttached(registry, outcome)
      expect(tokenRequests(registry).length).toBeGreaterThan(1)
    },
  )

  test('that is never good ends the job: it is replaced once for each request, no more', async () => {
    const { registry, outcome } = await attempt({
      authentication: bearer,
      quirks: { tokens: { maxUses: 0 } },
    })
    expect(outcome).toMatchObject({ attached: [], failure: { code: 'UNAUTHORIZED', status: 401 } })
    const image = registry.requests.filter(({ path }) => path === '/v2/app/manifests/1')
    expect(image.map(({ authorization }) => authorization)).toEqual(['none', 'bearer'])
  })
})
