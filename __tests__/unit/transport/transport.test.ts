import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Progress } from '../../../src/job.ts'
import type { Credential } from '../../../src/transport/credential.ts'
import {
  openTransport,
  type RegistrySend,
  type Transport,
  type TransportOptions,
} from '../../../src/transport/transport.ts'
import { useLoopback } from './loopback.ts'
import { rejection } from './scripted-send.ts'

const loopback = useLoopback()
const credential: Credential = {
  kind: 'basic',
  username: 'u',
  password: 'p',
  source: 'config.json',
}

let open: Transport | undefined
afterEach(() => open?.close())

function connect(
  origin: URL,
  options: Partial<TransportOptions> = {},
): RegistrySend & { readonly transport: Transport; readonly progress: readonly Progress[] } {
  const progress: Progress[] = []
  const { onProgress, ...others } = options
  const transport = openTransport({
    concurrency: 4,
    env: {},
    onProgress: (each) => {
      progress.push(each)
      onProgress?.(each)
    },
    ...others,
  })
  open = transport
  const access = {
    registry: origin.host,
    origin,
    scopes: ['repository:a:pull'],
    credential: async () => credential,
  }
  return { ...transport.toRegistry(access), transport, progress }
}

/** A registry that takes the token `good`; `serve` answers who has it. */
const guarded =
  (serve: RequestListener): RequestListener =>
  (request, response) => {
    if (request.headers.authorization === 'Bearer good') return serve(request, response)
    const realm = `http://${request.headers.host}/token?secret=1`
    response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end()
  }

describe('a request goes through all', () => {
  test('authorisation, whose token requests are tried again, and the log without secrets', async () => {
    let failures = 1
    const guard = guarded((_request, response) => response.end('manifest'))
    const origin = await loopback.http((request, response) => {
      if (!request.url?.startsWith('/token')) return guard(request, response)
      failures -= 1
      if (failures < 0) response.end('{"token":"good"}')
      else response.writeHead(503, { 'retry-after': '0' }).end('busy')
    })
    const secrets: string[] = []
    const { send, transport, progress } = connect(origin, {
      onSecret: (secret) => secrets.push(secret),
    })
    const url = new URL('/v2/a/manifests/v1?secret=1', origin)
    const response = await send({ method: 'GET', url })
    expect([await text(response.body), response.credentialSource]).toEqual([
      'manifest',
      'config.json',
    ])
    expect(progress).toEqual([
      { kind: 'request', message: `GET ${origin.origin}/v2/a/manifests/v1: 401` },
      { kind: 'request', message: `GET ${origin.origin}/token: 503` },
      {
        kind: 'retry',
        message: `GET ${origin.origin}/token was answered 503; try 2 of 5 in 0.0 s`,
      },
      { kind: 'request', message: `GET ${origin.origin}/token: 200` },
      { kind: 'request', message: `GET ${origin.origin}/v2/a/manifests/v1: 200` },
    ])
    expect(transport.traffic()).toEqual({
      requests: 4,
      retries: 1,
      bytesSent: 0,
      bytesReceived: 'busy{"token":"good"}manifest'.length,
    })
    expect(secrets).toEqual(['good'])
  })

  test('redirects, without authorization at another origin', async () => {
    const seen: unknown[] = []
    const storage = await loopback.http((request, response) => {
      seen.push(request.headers.authorization)
      response.end('blob')
    })
    const guard = guarded((_request, response) => {
      response.writeHead(307, { location: new URL('/b?sig=1', storage).href }).end()
    })
    const origin = await loopback.http((request, response) => {
      if (request.url?.startsWith('/token')) response.end('{"token":"good"}')
      else guard(request, response)
    })
    const { send } = connect(origin)
    const response = await send({
      method: 'GET',
      url: new URL('/v2/a', origin),
      redirects: 'follow',
    })
    expect([await text(response.body), seen]).toEqual(['blob', [undefined]])
  })

  test('at most as many at once as are allowed, over all repositories of a registry', async () => {
    let [inside, most] = [0, 0]
    const origin = await loopback.http((_request, response) => {
      inside += 1
      most = Math.max(most, inside)
      setTimeout(() => {
        inside -= 1
        response.end()
      }, 5)
    })
    const { send, transport } = connect(origin, { concurrency: 3 })
    const other = transport.toRegistry({
      registry: origin.host,
      origin,
      scopes: [],
      credential: async () => undefined,
    })
    const url = new URL('/v2/a', origin)
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => (at % 2 ? send : other.send)({ method: 'GET', url })),
    )
    expect(most).toBe(3)
  })
})

describe('what must be begun anew as a whole', () => {
  test('is sent once each time and tried again together', async () => {
    const seen: unknown[] = []
    const origin = await loopback.http((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      const isFirstPut = request.method === 'PUT' && seen.length === 2
      response.writeHead(isFirstPut ? 503 : 201, { 'retry-after': '0' }).end()
    })
    const { sendOnce, retrying } = connect(origin)
    const response = await retrying(async () => {
      await sendOnce({ method: 'POST', url: new URL('/begin', origin) })
      return sendOnce({ method: 'PUT', url: new URL('/end', origin) })
    })
    expect(response.status).toBe(201)
    expect(seen).toEqual(['POST /begin', 'PUT /end', 'POST /begin', 'PUT /end'])
  })
})

test('a job that is cancelled waits for no other try', async () => {
  const origin = await loopback.http((_request, response) => {
    response.writeHead(503, { 'retry-after': '100' }).end()
  })
  const controller = new AbortController()
  const { send } = connect(origin, {
    signal: controller.signal,
    onProgress: ({ kind }) => kind === 'retry' && setImmediate(() => controller.abort()),
  })
  const error = await rejection(send({ method: 'GET', url: new URL('/v2/a', origin) }))
  expect(error).toMatchObject({ code: 'CANCELLED' })
})
