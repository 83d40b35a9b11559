import { describe, expect, test } from '@jest/globals'
import type { Authentication } from '../../support/registry/accounts.ts'
import type { ChallengeQuirks, TokenQuirks } from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()

const authentication: Authentication = {
  scheme: 'bearer',
  accounts: [{ username: 'ci', password: 'secret' }],
}

async function started(quirks: { challenge?: ChallengeQuirks; tokens?: TokenQuirks }) {
  const registry = await start({ authentication, quirks })
  registry.putImage('team/app', { tag: 'v1' })
  return registry
}

async function askForToken({ origin }: TestRegistry, scope: string, path = '/token') {
  const headers = { authorization: `Basic ${btoa('ci:secret')}` }
  const query = new URLSearchParams({ scope })
  return fetch(`${origin}${path}?${query}`, { headers })
}

/** The status of a read with a token for the scope, and the challenge. */
async function readWith(registry: TestRegistry, scope: string, route = 'manifests/v1') {
  const { token } = JSON.parse(await (await askForToken(registry, scope)).text())
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${registry.origin}/v2/team/app/${route}`, { headers })
  return { status: answer.status, challenge: answer.headers.get('www-authenticate') }
}

describe('a token', () => {
  test.each([
    ['aws', 'aws', 'repository:team/app:pull'],
    ['*', '*', 'repository:team/app:pull'],
    ['any', 'repository:team/app:any', 'repository:team/app:pull'],
    ['any', 'repository:team/app:pull,any', 'repository:other:any'],
    ['without-first-part', 'repository:app:pull', 'repository:other:pull'],
    ['without-first-part', 'repository:team/app:pull', 'repository:team/other:pull'],
  ] as const)('may have to be for the scope that is asked for: %s', async (scope, good, bad) => {
    const registry = await started({ challenge: { scope } })
    expect((await readWith(registry, good)).status).toBe(200)
    const { status, challenge } = await readWith(registry, bad)
    expect(status).toBe(401)
    const named = /scope="([^"]+)"/.exec(challenge ?? '')?.[1] ?? ''
    expect((await readWith(registry, named)).status).toBe(200)
  })

  test('may have to be for an action of its own, to list tags', async () => {
    const registry = await started({ challenge: { tagsAction: 'metadata_read' } })
    expect((await readWith(registry, 'repository:team/app:pull')).status).toBe(200)
    const { status, challenge } = await readWith(
      registry,
      'repository:team/app:pull,push',
      'tags/list',
    )
    expect([status, challenge]).toEqual([
      401,
      expect.stringContaining('scope="repository:team/app:metadata_read"'),
    ])
    const scope = 'repository:team/app:metadata_read'
    expect((await readWith(registry, scope, 'tags/list')).status).toBe(200)
  })

  test('may be for everything, whatever it was asked for', async () => {
    const registry = await started({ tokens: { scopes: 'any' } })
    expect((await readWith(registry, 'repository:other:pull')).status).toBe(200)
  })

  test('may come from another path, under two names', async () => {
    const registry = await started({ tokens: { path: '/v2/token', key: 'both' } })
    const answer = await askForToken(registry, '', '/v2/token')
    const { token, access_token } = JSON.parse(await answer.text())
    expect(token).toBe(access_token)
    const unauthorised = await fetch(`${registry.origin}/v2/`)
    expect(unauthorised.headers.get('www-authenticate')).toContain(
      `realm="${registry.origin}/v2/token"`,
    )
  })

  test('is not given for the placeholder of a scope', async () => {
    const registry = await started({ challenge: { scope: 'placeholder' } })
    expect((await askForToken(registry, 'repository:user/image:pull')).status).toBe(403)
    expect((await readWith(registry, 'repository:team/app:pull')).status).toBe(200)
  })

  test('may be denied by 403', async () => {
    const registry = await started({ tokens: { refusal: 403 } })
    const headers = { authorization: `Basic ${btoa('ci:guess')}` }
    expect((await fetch(`${registry.origin}/token`, { headers })).status).toBe(403)
  })
})

test('a challenge may come only to who has sent nothing', async () => {
  const registry = await started({ challenge: { form: 'only-first' } })
  const challengeTo = async (headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${registry.origin}/v2/team/app/manifests/v1`, { headers })
    expect(answer.status).toBe(401)
    return answer.headers.get('www-authenticate')
  }
  expect(await challengeTo({})).toContain('Bearer realm=')
  expect(await challengeTo({ authorization: 'Bearer made-up' })).toBeNull()
})

test('a path that the router does not know needs no authentication', async () => {
  const registry = await start({ authentication, quirks: { referrers: { endpoint: '404-text' } } })
  const path = `/v2/team/app/referrers/sha256:${'0'.repeat(64)}`
  expect((await fetch(registry.origin + path)).status).toBe(404)
})
