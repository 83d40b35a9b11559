import { describe, expect, test } from '@jest/globals'
import { credentialsEnvironment } from '../../support/credentials-environment.ts'
import { writeDocument } from '../../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../../support/job.ts'
import type { Authentication } from '../../support/registry/accounts.ts'
import type { Fault } from '../../support/registry/faults.ts'
import { startHttpServer } from '../../support/registry/http-server.ts'
import type { Quirks } from '../../support/registry/quirks.ts'
import type { RecordedRequest } from '../../support/registry/request-log.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }
const accounts: readonly (Authentication & { readonly by: string })[] = [
  { by: 'Basic', scheme: 'basic', accounts: [login] },
  { by: 'a token', scheme: 'bearer', accounts: [login] },
]

const authorizations = (requests: readonly RecordedRequest[]) => [
  ...new Set(requests.map(({ authorization }) => authorization)),
]
const others = ({ requests }: TestRegistry) => requests.filter(({ origin }) => origin === 'other')
const encoded = (text: string) => Buffer.from(text).toString('base64')

describe.each(accounts)('with $by, another origin gets no credentials', (authentication) => {
  test('where a blob is redirected to', async () => {
    const registry = await start({ authentication, quirks: { blobs: { download: 'redirected' } } })
    registry.putImage('app', { tag: '1' })
    // The image's config, which says what platform it is for, is a blob.
    const job = jobOn(`${registry.host}/app:1`, { platform: 'all', connection: login })
    expect((await succeed(job)).subjects).toMatchObject([{ platform: { os: 'linux' } }])
    expect(others(registry)).toMatchObject([{ status: 200, authorization: 'none' }])
  })

  test.each([
    ['an upload', { uploads: { location: 'other-origin', singlePost: 202 } }],
    ['the referrers API', { referrers: { endpoint: '303-other-origin' } }],
    ['a list', { list: { link: 'other-origin', pageSize: 1 } }],
  ] satisfies [string, Quirks][])('where %s leads to, nor even a request', async (_, quirks) => {
    const registry = await start({ authentication, quirks })
    registry.putImage('app', { tag: '1' })
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    await outcomeOf(jobOn(`${registry.host}/app:1`, { attach: { files }, connection: login }))
    expect(others(registry)).toEqual([])
  })

  test.each([301, 302, 303, 307, 308])(
    'where a manifest is redirected to by %d',
    async (status) => {
      const storage = await start()
      storage.putImage('app', { tag: '1' })
      const location = `${storage.origin}/v2/app/manifests/1`
      const registry = await start({
        authentication,
        faults: [afterChallenge(/manifests\/1$/, status, location)],
      })
      registry.putImage('app', { tag: '1' })
      const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`, { connection: login }))
      expect(failure).toBeUndefined()
      expect(storage.requests).toMatchObject([{ status: 200, authorization: 'none' }])
    },
  )

  test('and neither does its own, once a redirect has been away', async () => {
    let back = ''
    const away = await startHttpServer(async (_origin, _request, response) => {
      response.writeHead(307, { location: back }).end()
    })
    try {
      const fault = afterChallenge(/manifests\/1$/, 307, `${away.origin}/elsewhere`)
      const registry = await start({ authentication, faults: [fault] })
      registry.putImage('app', { tag: '1' })
      registry.putImage('app', { tag: '2' })
      back = `${registry.origin}/v2/app/manifests/2`
      const job = jobOn(`${registry.host}/app:1`, { connection: login })
      expect((await outcomeOf(job)).failure).toMatchObject({ code: 'UNAUTHORIZED' })
      const asked = (tag: string) =>
        authorizations(registry.requests.filter(({ path }) => path.endsWith(`/manifests/${tag}`)))
      expect(asked('1')).toEqual(['none', authentication.scheme])
      expect(asked('2')).toEqual(['none'])
    } finally {
      await away.close()
    }
  })
})

/** A redirect of the request that carries credentials, which the first does not. */
function afterChallenge(at: RegExp, status: number, location: string): Fault {
  return { at, after: 1, fails: { status, headers: { location } } }
}

describe('a realm that is not the registry’s own', () => {
  test.each([
    'https://attacker.example/token',
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/token',
    'file:///etc/passwd',
    'http://pat:pat@attacker.example/token',
  ])('%s gets no credentials', async (realm) => {
    const challenge = `Bearer realm="${realm}",service="registry"`
    const fails = { status: 401, headers: { 'www-authenticate': challenge } }
    const registry = await start({ faults: [{ times: 100, fails }] })
    const messages: string[] = []
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`, { connection: login }), {
      onProgress: (progress) => void ('message' in progress && messages.push(progress.message)),
    })
    expect(failure?.name).toBe('OciError')
    expect(messages.join()).not.toMatch(/attacker|169\.254|10\.0\.0\.1|passwd/)
    expect(authorizations(registry.requests)).toEqual(['none'])
  })
})

describe('a credential goes to its own registry alone', () => {
  test('where several registries of a job are in one configuration', async () => {
    const people = ['pat', 'robin'].map((username) => ({
      username,
      password: `${username}’s secret`,
    }))
    const registries = await Promise.all(
      people.map((account) => start({ authentication: { scheme: 'basic', accounts: [account] } })),
    )
    const auths = people.map(({ username, password }, at): [string, object] => [
      registries[at]?.host ?? '',
      { auth: encoded(`${username}:${password}`) },
    ])
    const { env } = await credentialsEnvironment(directory(), {
      docker: { auths: Object.fromEntries(auths) },
    })
    for (const registry of registries) registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const images = registries.map(({ host }) => `${host}/app:1`)
    const { failure } = await outcomeOf(jobOn(images, { attach: { files } }), { env })
    expect(failure).toBeUndefined()
    for (const [at, { username, password }] of people.entries()) {
      const sent = new Set(registries[at]?.requests.map(({ headers }) => headers.authorization))
      expect(sent).toEqual(new Set([undefined, `Basic ${encoded(`${username}:${password}`)}`]))
    }
  })

  test.each([
    ['a host that it is a part of', (host: string) => `${host}.attacker.example`],
    ['a host that is a part of it', (host: string) => host.slice(0, -1)],
    ['the host without its port', (host: string) => host.split(':')[0] ?? ''],
    ['another repository', (host: string) => `${host}/ap`],
    ['Docker Hub', () => 'https://index.docker.io/v1/'],
  ])('not that of %s', async (_, keyOf) => {
    const registry = await start({ authentication: { scheme: 'basic', accounts: [login] } })
    const auths = { [keyOf(registry.host)]: { auth: encoded('pat:correct horse') } }
    const { env } = await credentialsEnvironment(directory(), { docker: { auths } })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`), { env })
    expect(failure).toMatchObject({ code: 'UNAUTHORIZED' })
    expect(authorizations(registry.requests)).toEqual(['none'])
  })

  test('not the token of the workflow, which is for ghcr.io', async () => {
    const registry = await start({ authentication: { scheme: 'basic', accounts: [login] } })
    const job = jobOn(`${registry.host}/app:1`, { connection: { githubToken: 'ghs_secret' } })
    expect((await outcomeOf(job)).failure).toMatchObject({ code: 'UNAUTHORIZED' })
    expect(authorizations(registry.requests)).toEqual(['none'])
  })
})

describe('what is told while a job runs', () => {
  test.each(accounts)(
    'holds no secret, and each secret of $by is named for masking',
    async (authentication) => {
      const quirks = {
        blobs: { download: 'redirected' },
        uploads: { singlePost: 202, state: 'required' },
      } as const
      const registry = await start({
        authentication,
        quirks,
        faults: [{ after: 2, fails: { status: 503 } }],
      })
      registry.putImage('app', { tag: '1' })
      const files = [await writeDocument(directory(), 'spdx')]
      const told: string[] = []
      const secrets: string[] = []
      const job = jobOn(`${registry.host}/app:1`, {
        platform: 'all',
        attach: { files },
        connection: login,
      })
      const { failure } = await outcomeOf(job, {
        onProgress: (progress) => told.push(JSON.stringify(progress)),
        onSecret: (secret) => secrets.push(secret),
      })
      expect(failure).toBeUndefined()
      const sent = registry.requests.flatMap(
        ({ headers }) => headers.authorization?.split(' ')[1] ?? [],
      )
      expect(secrets).toEqual(expect.arrayContaining([login.password, ...sent]))
      const text = told.join('\n')
      for (const secret of [...secrets, '_state=', 'X-Amz-Signature'])
        expect(text).not.toContain(secret)
      expect(text).toContain(`GET http://${registry.host}/v2/app/manifests/1`)
    },
  )
})
