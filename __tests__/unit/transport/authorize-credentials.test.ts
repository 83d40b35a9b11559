import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import type { Credential } from '../../../src/transport/credential.ts'
import { basic, play, wantsToken } from './authorize-scene.ts'
import { type Answer, rejection } from './scripted-send.ts'

describe('without a token service', () => {
  const wantsBasic = (authorization: string | undefined): Answer =>
    authorization === 'Basic dTpw'
      ? {}
      : { status: 401, headers: { 'www-authenticate': 'basic realm="zot"' } }

  test('the password is sent by Basic, at once after the first time', async () => {
    const { get, sent } = play({ registry: wantsBasic, options: { credential: async () => basic } })
    await get('/v2/a')
    expect((await get('/v2/a')).credentialSource).toBe('config.json')
    expect(sent()).toEqual([
      'registry.example',
      'registry.example Basic dTpw',
      'registry.example Basic dTpw',
    ])
  })

  test.each<[string, Credential | undefined]>([
    ['no credential', undefined],
    ['an identity token', { kind: 'refresh-token', token: 't', source: 'config.json' }],
  ])('%s leaves the 401', async (_name, credential) => {
    const { get, sent } = play({
      registry: wantsBasic,
      options: { credential: async () => credential },
    })
    expect((await get('/v2/a')).status).toBe(401)
    expect(sent()).toEqual(['registry.example'])
  })

  test('a wrong password is sent once with each request', async () => {
    const { get, sent } = play({
      registry: wantsBasic,
      options: { credential: async () => ({ ...basic, password: 'wrong' }) },
    })
    const response = await get('/v2/a')
    expect([response.status, response.credentialSource]).toEqual([401, 'config.json'])
    await get('/v2/a')
    expect(sent()).toHaveLength(3)
  })
})

describe('a registry token', () => {
  const registryToken: Credential = { kind: 'bearer', token: 'own', source: 'config.json' }

  test('is sent as it is', async () => {
    const { get, sent } = play({
      registry: wantsToken('Bearer own'),
      options: { credential: async () => registryToken },
    })
    expect((await get('/v2/a')).credentialSource).toBe('config.json')
    expect(sent()).toEqual(['registry.example', 'registry.example Bearer own'])
  })

  test('that is none is an error', async () => {
    const { get } = play({
      registry: wantsToken(),
      options: { credential: async () => ({ ...registryToken, token: 'a\nb' }) },
    })
    expect(await rejection(get('/v2/a'))).toMatchObject({ code: 'CREDENTIALS_INVALID' })
  })
})

test('credentials that cannot be read matter only where they are needed', async () => {
  const failing = async () => {
    throw new OciError('CREDENTIALS_INVALID', 'config.json is not JSON')
  }
  const open = play({ registry: () => ({}), options: { credential: failing } })
  expect((await open.get('/v2/a')).status).toBe(200)
  const closed = play({ registry: wantsToken(), options: { credential: failing } })
  expect(await rejection(closed.get('/v2/a'))).toMatchObject({ code: 'CREDENTIALS_INVALID' })
})
