import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import type { Credential } from '../../../src/transport/credential.ts'
import type { HttpRequest } from '../../../src/transport/http.ts'
import { requestToken, type TokenOrder } from '../../../src/transport/token.ts'
import { type Answer, inTurn, rejection } from './scripted-send.ts'

const basic: Credential = {
  kind: 'basic',
  username: 'user',
  password: 'pässword',
  source: 'the inputs username and password',
}
const identity: Credential = { kind: 'refresh-token', token: 'refresh', source: 'config.json' }
const azure: Credential = {
  kind: 'basic',
  username: '00000000-0000-0000-0000-000000000000',
  password: 'refresh',
  source: 'config.json',
}

const order: TokenOrder = {
  realm: new URL('https://auth.example/token?fixed=1'),
  service: 'registry.example',
  scopes: ['repository:org/app:pull,push', 'aws'],
  credential: undefined,
  registry: 'registry.example',
}

const granted: Answer = { body: '{"token":"abc","expires_in":300}' }

function authorizationOf(request: HttpRequest | undefined): string | undefined {
  const header = request?.headers?.['authorization']
  return header && Buffer.from(header.replace(/^Basic /, ''), 'base64').toString()
}

describe('a token is asked for', () => {
  test('by GET with each scope, alone without a credential', async () => {
    const { send, requests } = inTurn(granted)
    expect(await requestToken(send, order)).toEqual({ value: 'abc', lifetime: 300 })
    const [request] = requests
    expect(request?.method).toBe('GET')
    expect(Object.entries(Object.fromEntries(request?.url.searchParams ?? []))).toEqual([
      ['fixed', '1'],
      ['service', 'registry.example'],
      ['scope', 'aws'],
    ])
    expect(request?.url.searchParams.getAll('scope')).toEqual(order.scopes)
    expect(request?.headers).toEqual({ accept: 'application/json' })
  })

  test('without what is not known', async () => {
    const { send, requests } = inTurn(granted)
    await requestToken(send, { ...order, service: undefined, scopes: [] })
    expect(requests[0]?.url.href).toBe('https://auth.example/token?fixed=1')
  })

  test('by GET with Basic for a password', async () => {
    const { send, requests } = inTurn(granted)
    await requestToken(send, { ...order, credential: basic })
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
    expect(authorizationOf(requests[0])).toBe('user:pässword')
  })

  test.each([identity, azure])('by POST for a refresh token: $kind', async (credential) => {
    const { send, requests } = inTurn({ body: '{"access_token":"abc"}' })
    await requestToken(send, { ...order, credential })
    const [request] = requests
    expect(request?.method).toBe('POST')
    expect(request?.url.href).toBe('https://auth.example/token?fixed=1')
    const form = request?.body && (await text(request.body.open()))
    expect(form).toHaveLength(request?.body?.size ?? -1)
    expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'oras-attach',
      service: 'registry.example',
      scope: 'repository:org/app:pull,push aws',
      refresh_token: 'refresh',
    })
  })

  test.each([
    [400, identity, '<token>:refresh'],
    [401, identity, '<token>:refresh'],
    [404, identity, '<token>:refresh'],
    [405, azure, '00000000-0000-0000-0000-000000000000:refresh'],
  ])('by GET where the POST is answered %d', async (status, credential, authorization) => {
    const { send, requests } = inTurn({ status }, granted)
    expect(await requestToken(send, { ...order, credential })).toMatchObject({ value: 'abc' })
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(authorizationOf(requests[1])).toBe(authorization)
  })

  test('and no redirect is followed with the credential', async () => {
    const { send, requests } = inTurn({
      status: 302,
      headers: { location: 'https://evil.example/' },
    })
    const error = await rejection(requestToken(send, { ...order, credential: basic }))
    expect(error).toMatchObject({ code: 'RESPONSE_INVALID', status: 302 })
    expect(requests.map(({ redirects }) => redirects)).toEqual([undefined])
  })
})

describe('a token is', () => {
  test.each([
    ['{"token":"a","access_token":"b"}', { value: 'a', lifetime: 60 }],
    ['{"token":"","access_token":"b"}', { value: 'b', lifetime: 60 }],
    ['{"token":"a","expires_in":10}', { value: 'a', lifetime: 60 }],
    ['{"token":"a","expires_in":"300"}', { value: 'a', lifetime: 60 }],
    ['{"access_token":"a","expires_in":43200}', { value: 'a', lifetime: 43_200 }],
  ])('read from %s', async (body, expected) => {
    expect(await requestToken(inTurn({ body }).send, order)).toEqual(expected)
  })

  test.each([
    '',
    '[]',
    '{}',
    '{"token":1}',
    '{"token":"a b"}',
    '{"token":"a\\r\\nx: y"}',
    '<html>',
  ])('not found in %s, which is not quoted', async (body) => {
    const error = await rejection(requestToken(inTurn({ body }).send, order))
    expect(error).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: 'GET https://auth.example/token was answered without a token',
    })
  })

  test('not read without end', async () => {
    const { send } = inTurn({ body: 'x'.repeat(300_000) })
    expect(await rejection(requestToken(send, order))).toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

test('a token that is longer than servers take is an error, and is not quoted', async () => {
  const ofLength = (length: number) =>
    requestToken(inTurn({ body: JSON.stringify({ token: 'x'.repeat(length) }) }).send, order)
  expect((await ofLength(32 * 1024)).value).toHaveLength(32 * 1024)
  const error = await rejection(ofLength(32 * 1024 + 1))
  expect(error).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message:
      'GET https://auth.example/token was answered with a token of 32769 characters, of which 32768 are taken',
  })
})

describe('a refusal', () => {
  test.each([
    [400, 'UNAUTHORIZED'],
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [404, 'RESPONSE_INVALID'],
    [429, 'TOOMANYREQUESTS'],
    [500, 'RESPONSE_INVALID'],
  ])('of %d is %s', async (status, code) => {
    const error = await rejection(requestToken(inTurn({ status }).send, order))
    expect(error).toMatchObject({ code, status })
  })

  test('says whose credential was sent and what the service said', async () => {
    const { send } = inTurn({ status: 401, body: '{"details":"incorrect username or password"}' })
    expect(await rejection(requestToken(send, { ...order, credential: basic }))).toMatchObject({
      message:
        'no token for registry.example: GET https://auth.example/token was answered 401: incorrect username or password',
      advice: expect.stringMatching(/the inputs username and password .* permission to push/),
    })
  })

  test('says that there was no credential', async () => {
    const error = await rejection(
      requestToken(inTurn({ status: 403 }).send, { ...order, scopes: ['repository:a/b:pull'] }),
    )
    expect(error).toMatchObject({
      advice: expect.stringMatching(/^No credentials were sent: .* permission to pull/),
    })
  })
})
