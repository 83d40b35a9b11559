import { describe, expect, test } from '@jest/globals'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { basic, bearer, JOB_SCOPE, origin, play, wantsToken } from './authorize-scene.ts'
import { rejection } from './scripted-send.ts'

describe('a request', () => {
  test('goes out without authorization where none is demanded', async () => {
    const { get, sent } = play({ registry: () => ({}) })
    const response = await get('/v2/a')
    expect([response.status, response.credentialSource]).toEqual([200, undefined])
    expect(sent()).toEqual(['registry.example'])
  })

  test('is repeated with an anonymous token that the next ones are sent with at once', async () => {
    const { get, sent, scopes } = play({ registry: wantsToken('Bearer t1') })
    const responses = [await get('/v2/a'), await get('/v2/b')]
    expect(responses.map(({ status }) => status)).toEqual([200, 200])
    expect(sent()).toEqual([
      'registry.example',
      'auth.registry.example',
      'registry.example Bearer t1',
      'registry.example Bearer t1',
    ])
    expect(scopes()).toEqual([[JOB_SCOPE]])
  })

  test('with a password says in its answer where that was found', async () => {
    const secrets: string[] = []
    const { get, sent } = play({
      registry: wantsToken('Bearer t1'),
      options: { credential: async () => basic, onSecret: (secret) => secrets.push(secret) },
    })
    expect((await get('/v2/a')).credentialSource).toBe('config.json')
    expect(sent()[1]).toBe('auth.registry.example Basic dTpw')
    expect(secrets).toEqual(['t1'])
  })

  test('that is to go with what is at hand does, and asks for no more', async () => {
    const { get, sent } = play({ registry: (_, path) => (path === '/v2/a' ? {} : bearer()) })
    const atHand = { credentials: 'at-hand' } as const
    expect((await get('/v2/b', atHand)).status).toBe(401)
    await get('/v2/b')
    expect((await get('/v2/b', atHand)).status).toBe(401)
    expect(sent()).toEqual([
      'registry.example',
      'registry.example',
      'auth.registry.example',
      'registry.example Bearer t1',
      'registry.example Bearer t1',
    ])
  })

  test.each<[string, Partial<HttpRequest>]>([
    ['to another host', { url: new URL('https://storage.example/v2/a') }],
    ['to another port', { url: new URL('https://registry.example:8443/v2/a') }],
    ['without encryption', { url: new URL('http://registry.example/v2/a') }],
    ['that omits credentials', { credentials: 'omit' }],
  ])('%s is never authorised', async (_name, more) => {
    const { get, sent } = play({
      registry: wantsToken('Bearer t1'),
      options: { credential: async () => basic },
    })
    await get('/v2/a')
    expect((await get('/v2/a', more)).status).toBe(401)
    expect(sent().slice(3)).toEqual([(more.url ?? origin).host])
  })

  test.each([401, 403])('that is refused again keeps the answer %d', async (status) => {
    const { get, sent } = play({
      registry: (authorization) => (authorization ? { ...bearer(), status } : bearer()),
    })
    expect((await get('/v2/a')).status).toBe(status)
    expect(sent()).toHaveLength(3)
  })

  test('that is forbidden is not repeated', async () => {
    const { get, sent } = play({ registry: () => ({ ...bearer(), status: 403 }) })
    expect((await get('/v2/a')).status).toBe(403)
    expect(sent()).toEqual(['registry.example'])
  })
})

describe('concurrent requests', () => {
  test('share one token', async () => {
    const { get, scopes } = play({
      registry: wantsToken('Bearer t1'),
      service: async (_request, count) => {
        await new Promise(setImmediate)
        return { body: `{"token":"t${count}"}` }
      },
    })
    const responses = await Promise.all(['/v2/a', '/v2/b', '/v2/c'].map((path) => get(path)))
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(scopes()).toHaveLength(1)
  })

  test('take a token that came while they were refused', async () => {
    const { promise: refusal, resolve: refuse } = Promise.withResolvers<void>()
    const { get, sent, scopes } = play({
      registry: async (authorization, path) => {
        if (path === '/v2/slow' && !authorization) await refusal
        return authorization === 'Bearer t1' ? {} : bearer()
      },
    })
    const slow = get('/v2/slow')
    await get('/v2/a')
    refuse()
    expect([(await slow).status, scopes().length]).toEqual([200, 1])
    expect(sent().at(-1)).toBe('registry.example Bearer t1')
  })

  test('share one failure', async () => {
    const { get, responses } = play({
      registry: wantsToken(),
      service: () => ({ status: 403 }),
    })
    const errors = await Promise.all([rejection(get('/v2/a')), rejection(get('/v2/b'))])
    expect(errors).toEqual([
      expect.objectContaining({ code: 'DENIED' }),
      expect.objectContaining({ code: 'DENIED' }),
    ])
    expect(responses.map(({ body }) => body.destroyed)).toEqual([true, true, true])
  })
})

describe('a token', () => {
  test('is for what an endpoint wants beyond the job, and for both from then on', async () => {
    let good = ['Bearer t1', 'Bearer t2']
    const { get, sent, scopes } = play({
      registry: (authorization = '', path) => {
        const isTags = path === '/v2/tags'
        const isGood = good.includes(authorization) && !(isTags && authorization === 'Bearer t1')
        return isGood ? {} : bearer(isTags ? 'repository:org/app:metadata_read' : undefined)
      },
    })
    await get('/v2/a')
    await get('/v2/tags')
    await get('/v2/a')
    const both = `${JOB_SCOPE},metadata_read`
    expect(scopes()).toEqual([[JOB_SCOPE], [both]])
    expect(sent().at(-1)).toBe('registry.example Bearer t2')
    good = ['Bearer t3']
    await get('/v2/a')
    expect(scopes().at(-1)).toEqual([both])
  })

  test('is replaced once when the registry does not take it any more', async () => {
    let good = 'Bearer t1'
    const { get, sent } = play({
      registry: (authorization) => (authorization === good ? {} : bearer()),
    })
    await get('/v2/a')
    good = 'Bearer t2'
    expect((await get('/v2/a')).status).toBe(200)
    expect(sent().slice(3)).toEqual([
      'registry.example Bearer t1',
      'auth.registry.example',
      'registry.example Bearer t2',
    ])
  })

  test('is replaced no more than so many times', async () => {
    const { get, scopes } = play({ registry: () => bearer() })
    for (let count = 0; count < 500; count += 1) expect((await get('/v2/a')).status).toBe(401)
    expect(await rejection(get('/v2/a'))).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: 'registry.example took none of 500 tokens for long',
      advice: expect.any(String),
    })
    expect(scopes()).toHaveLength(500)
  })

  test('is replaced before it expires', async () => {
    let now = 0
    const { get, sent } = play({
      registry: wantsToken('Bearer t1', 'Bearer t2'),
      service: (_request, count) => ({ body: `{"token":"t${count}","expires_in":300}` }),
      options: { now: () => now },
    })
    await get('/v2/a')
    now = 269_000
    await get('/v2/a')
    now = 270_000
    await get('/v2/a')
    expect(sent().slice(3)).toEqual([
      'registry.example Bearer t1',
      'auth.registry.example',
      'registry.example Bearer t2',
    ])
  })

  test('is not asked for where the credential must not go', async () => {
    const { get, sent } = play({
      registry: () => ({
        status: 401,
        headers: { 'www-authenticate': 'Bearer realm="https://evil.example/"' },
      }),
      options: { credential: async () => basic },
    })
    expect(await rejection(get('/v2/a'))).toMatchObject({ code: 'UNAUTHORIZED' })
    expect(sent()).toEqual(['registry.example'])
  })
})

describe('a 401 without a challenge', () => {
  test('is explained by /v2/, once', async () => {
    const { get, sent } = play({
      registry: (authorization, path) => {
        if (path === '/v2/') return bearer()
        return authorization ? {} : { status: 401 }
      },
    })
    await Promise.all([get('/v2/a'), get('/v2/b')])
    expect(sent().filter((request) => request === 'registry.example')).toHaveLength(3)
    expect(sent().filter((request) => request === 'auth.registry.example')).toHaveLength(1)
  })

  test('means what was demanded before', async () => {
    let good = 'Bearer t1'
    const { get, sent } = play({
      registry: (authorization) => {
        if (authorization === good) return {}
        return authorization ? { status: 401 } : bearer()
      },
    })
    await get('/v2/a')
    good = 'Bearer t2'
    expect((await get('/v2/a')).status).toBe(200)
    expect(sent().filter((request) => request === 'registry.example')).toHaveLength(1)
  })

  test('is the answer where nothing explains it', async () => {
    const { get, sent } = play({ registry: (_, path) => ({ status: path === '/v2/' ? 200 : 401 }) })
    expect((await get('/v2/a')).status).toBe(401)
    expect(sent()).toHaveLength(2)
  })
})
