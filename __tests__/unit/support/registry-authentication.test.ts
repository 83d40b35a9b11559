import { describe, expect, test } from '@jest/globals'
import type { Account, Authentication } from '../../support/registry/accounts.ts'
import type { ChallengeQuirks, Quirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()

const account: Account = {
  username: 'ci',
  password: 'secret',
  refreshToken: 'identity',
  registryToken: 'as-it-is',
  permissions: { app: 'push', shared: 'pull', hidden: 'none' },
}
const bearer: Authentication = { scheme: 'bearer', accounts: [account] }
const basic: Authentication = { scheme: 'basic', accounts: [account] }
const credentials = `Basic ${btoa('ci:secret')}`

type Access = (
  repository: string,
  method: 'GET' | 'POST',
  authorization?: string,
) => Promise<Response>

const accessTo =
  ({ origin }: TestRegistry): Access =>
  (repository, method, authorization) =>
    fetch(`${origin}/v2/${repository}/${method === 'GET' ? 'tags/list' : 'blobs/uploads/'}`, {
      method,
      headers: { ...(authorization && { authorization }) },
    })

async function started(authentication: Authentication, quirks: Quirks = {}): Promise<TestRegistry> {
  const registry = await start({ authentication, quirks })
  for (const repository of ['app', 'shared', 'hidden'])
    registry.putBlob(repository, new Uint8Array())
  return registry
}

/** A token for the scopes by GET with Basic credentials, or with none. */
async function tokenOf(
  registry: TestRegistry,
  scopes: string,
  authorization?: string,
): Promise<string> {
  const query = new URLSearchParams({ service: 'test-registry', scope: scopes })
  const headers = { ...(authorization && { authorization }) }
  const answer = await fetch(`${registry.origin}/token?${query}`, { headers })
  const { token } = JSON.parse(await answer.text())
  return `Bearer ${token}`
}

const challengeOf = (answer: Response) => answer.headers.get('www-authenticate')

describe('with Basic authentication', () => {
  test('permissions are by repository', async () => {
    const access = accessTo(await started(basic))
    const statuses = async (authorization?: string) => [
      (await access('app', 'GET', authorization)).status,
      (await access('app', 'POST', authorization)).status,
      (await access('shared', 'GET', authorization)).status,
      (await access('shared', 'POST', authorization)).status,
      (await access('hidden', 'GET', authorization)).status,
    ]
    expect(await statuses(credentials)).toEqual([200, 202, 200, 403, 403])
    expect(await statuses(`Basic ${btoa('ci:wrong')}`)).toEqual([401, 401, 401, 401, 401])
    expect(await statuses()).toEqual([401, 401, 401, 401, 401])
  })

  test('everyone may read where that is allowed', async () => {
    const access = accessTo(await started({ ...basic, anonymousPull: true }))
    expect((await access('app', 'GET')).status).toBe(200)
    const refused = await access('app', 'POST')
    expect([refused.status, challengeOf(refused)]).toEqual([401, 'Basic realm="test registry"'])
  })
})

describe('with tokens', () => {
  test('the challenge names realm, service and scope', async () => {
    const registry = await started(bearer)
    const access = accessTo(registry)
    const realm = `Bearer realm="${registry.origin}/token",service="test-registry"`
    expect(challengeOf(await access('app', 'GET'))).toBe(`${realm},scope="repository:app:pull"`)
    expect(challengeOf(await access('app', 'POST'))).toBe(
      `${realm},scope="repository:app:pull,push"`,
    )
    expect(challengeOf(await fetch(`${registry.origin}/v2/`))).toBe(realm)
  })

  test('a token is good for the scopes it was asked for, as far as the account is allowed', async () => {
    const registry = await started(bearer)
    const access = accessTo(registry)
    const scopes = 'repository:app:pull repository:shared:pull,push'
    const token = await tokenOf(registry, scopes, credentials)
    expect((await access('app', 'GET', token)).status).toBe(200)
    const narrow = await access('app', 'POST', token)
    expect([narrow.status, challengeOf(narrow)?.split(',').at(-1)]).toEqual([
      401,
      'error="insufficient_scope"',
    ])
    expect((await access('shared', 'GET', token)).status).toBe(200)
    expect((await access('shared', 'POST', token)).status).toBe(403)
    expect(
      (await fetch(`${registry.origin}/v2/`, { headers: { authorization: token } })).status,
    ).toBe(200)
    expect(challengeOf(await access('app', 'GET', 'Bearer made-up'))).toContain(
      'error="invalid_token"',
    )
  })

  test('a registry token is taken as it is', async () => {
    const access = accessTo(await started(bearer))
    expect((await access('app', 'POST', 'Bearer as-it-is')).status).toBe(202)
  })

  test('everyone gets a token to read where that is allowed, and none where not', async () => {
    const registry = await started({ ...bearer, anonymousPull: true })
    const access = accessTo(registry)
    expect((await access('app', 'GET')).status).toBe(401)
    const token = await tokenOf(registry, 'repository:app:pull,push')
    expect((await access('app', 'GET', token)).status).toBe(200)
    expect((await access('app', 'POST', token)).status).toBe(401)
    const closed = await started(bearer)
    expect((await fetch(`${closed.origin}/token?scope=repository:app:pull`)).status).toBe(401)
  })

  test.each([
    [{ grant_type: 'refresh_token', refresh_token: 'identity' }, {}, 200],
    [{ grant_type: 'password', username: 'ci', password: 'secret' }, {}, 200],
    [{ grant_type: 'refresh_token', refresh_token: 'wrong' }, {}, 401],
    [{ grant_type: 'refresh_token' }, {}, 401],
    [{ grant_type: 'other' }, {}, 401],
    [{ grant_type: 'refresh_token', refresh_token: 'identity' }, { oauth2: 405 }, 405],
  ] as const)('OAuth2 POST of %j with %j is answered %i', async (form, tokens, status) => {
    const registry = await started(bearer, { tokens })
    const body = new URLSearchParams({ ...form, scope: 'repository:app:pull' })
    const answer = await fetch(`${registry.origin}/token`, { method: 'POST', body })
    expect(answer.status).toBe(status)
    expect((await answer.text()).includes('"access_token"')).toBe(status === 200)
  })

  test('tokens may end after some uses or some time, and have another key', async () => {
    const worn = await started(bearer, { tokens: { maxUses: 1 } })
    const token = await tokenOf(worn, 'repository:app:pull', credentials)
    const access = accessTo(worn)
    expect((await access('app', 'GET', token)).status).toBe(200)
    expect((await access('app', 'GET', token)).status).toBe(401)
    const old = await started(bearer, { tokens: { expiresIn: 0, key: 'access_token' } })
    const headers = { authorization: credentials }
    const answer = await fetch(`${old.origin}/token?scope=repository:app:pull`, { headers })
    const { access_token, expires_in } = JSON.parse(await answer.text())
    expect(expires_in).toBe(0)
    expect((await accessTo(old)('app', 'GET', `Bearer ${access_token}`)).status).toBe(401)
  })

  test.each<[ChallengeQuirks, string, RegExp | undefined]>([
    [{ form: 'lower-case' }, 'app', /^bearer realm=/],
    [{ form: 'unquoted' }, 'app', /,service=test-registry,/],
    [{ form: 'only-at-v2' }, 'app', undefined],
    [{ form: 'only-at-v2' }, '', /^Bearer realm=/],
    [{ scope: 'placeholder' }, 'app', /scope="repository:user\/image:pull"$/],
    [{ scope: 'omitted' }, 'app', /service="test-registry"$/],
  ])('the challenge may be odd: %j at /v2/%s', async (challenge, repository, expected) => {
    const { origin } = await started(bearer, { challenge })
    const answer = await fetch(`${origin}/v2/${repository && `${repository}/tags/list`}`)
    if (expected) expect(challengeOf(answer)).toMatch(expected)
    else expect(challengeOf(answer)).toBeNull()
  })

  test('the token endpoint may be at another origin, and a 401 may be text', async () => {
    const registry = await started(bearer, { challenge: { realm: 'other-origin', body: 'text' } })
    const answer = await accessTo(registry)('app', 'GET')
    expect(challengeOf(answer)).toContain(`realm="${registry.otherOrigin}/token"`)
    expect(await answer.text()).toBe('Not Authorized\n')
    const headers = { authorization: credentials }
    expect((await fetch(`${registry.otherOrigin}/token`, { headers })).status).toBe(200)
    expect(registry.requests.map(({ origin, authorization }) => [origin, authorization])).toEqual([
      ['registry', 'none'],
      ['other', 'basic'],
    ])
  })

  test('missing permission may be a 401', async () => {
    const registry = await started(bearer, { challenge: { denial: 401 } })
    const token = await tokenOf(registry, 'repository:shared:pull,push', credentials)
    const answer = await accessTo(registry)('shared', 'POST', token)
    expect([answer.status, challengeOf(answer)?.split(',').at(-1)]).toEqual([
      401,
      'error="insufficient_scope"',
    ])
  })

  test('a blob is mounted only from a repository that the token may read', async () => {
    const registry = await started(bearer)
    const digest = registry.putBlob('shared', new Uint8Array([1])).digest
    const mount = async (scope: string) => {
      const authorization = await tokenOf(registry, scope, credentials)
      const url = `${registry.origin}/v2/app/blobs/uploads/?mount=${digest}&from=shared`
      return (await fetch(url, { method: 'POST', headers: { authorization } })).status
    }
    expect(await mount('repository:app:pull,push')).toBe(202)
    expect(await mount('repository:app:pull,push repository:shared:pull')).toBe(201)
  })
})
