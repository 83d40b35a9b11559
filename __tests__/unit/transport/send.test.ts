import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { discardBody } from '../../../src/transport/body.ts'
import type { HttpBody } from '../../../src/transport/http.ts'
import { createTrafficMeter } from '../../../src/transport/traffic.ts'
import { useLoopback } from './loopback.ts'
import { rejection } from './scripted-send.ts'

const loopback = useLoopback()

/** Zeros, in pieces of 64 KiB; `size` is what is claimed. */
function zeros(pieces: number, size = pieces * 65_536): HttpBody {
  const piece = Buffer.alloc(65_536)
  return { size, open: () => Readable.from(Array(pieces).fill(piece), { objectMode: false }) }
}

describe('a request', () => {
  test('arrives as it is, with the headers that every one has', async () => {
    const seen: unknown[] = []
    const url = await loopback.http((request, response) => {
      seen.push([request.method, request.url, request.headers, request.httpVersion])
      response.end()
    })
    const { send } = loopback.connect()
    const target = new URL('/v2/a?state=x%2Fy&b', url)
    await send({ method: 'GET', url: target, headers: { accept: 'text/plain' } })
    expect(seen).toEqual([
      [
        'GET',
        '/v2/a?state=x%2Fy&b',
        {
          accept: 'text/plain',
          'accept-encoding': 'identity',
          'user-agent': 'oras-attach',
          host: url.host,
          connection: 'keep-alive',
        },
        '1.1',
      ],
    ])
  })

  test.each([0, 1, 100])('carries a body of %d pieces with its length', async (pieces) => {
    const url = await loopback.http(async (request, response) => {
      const { length } = await buffer(request)
      response.end(`${length} ${request.headers['content-length']}`)
    })
    const traffic = createTrafficMeter()
    const { send } = loopback.connect({ traffic })
    const response = await send({ method: 'PUT', url, body: zeros(pieces) })
    const size = pieces * 65_536
    const reply = await text(response.body)
    expect(reply).toBe(`${size} ${size}`)
    expect(traffic.total()).toEqual({
      requests: 1,
      retries: 0,
      bytesSent: size,
      bytesReceived: reply.length,
    })
  })

  test.each(['a\r\nx: y', 'é', '\0'])('never carries the header value %j', async (accept) => {
    const { send } = loopback.connect()
    const error = await rejection(
      send({ method: 'GET', url: new URL('http://127.0.0.1:1/'), headers: { accept } }),
    )
    expect(error).toMatchObject({ code: 'UNSUPPORTED', message: expect.stringContaining('accept') })
  })

  test('is answered by status, headers in their order, body, URL and method', async () => {
    const url = await loopback.http((_request, response) => {
      response.writeHead(418, { 'X-Ab': ['1', '2'], 'Content-Type': 'text/plain' }).end('tea')
    })
    const { send } = loopback.connect()
    const response = await send({ method: 'GET', url })
    expect(response).toMatchObject({ status: 418, url, method: 'GET' })
    expect([response.headers.get('x-ab'), response.headers.get('content-type')]).toEqual([
      ['1', '2'],
      ['text/plain'],
    ])
    expect(await text(response.body)).toBe('tea')
  })

  test.each(['GET', 'HEAD'] as const)(
    'by %s uses the connection of the one before',
    async (method) => {
      const ports = new Set<number | undefined>()
      const url = await loopback.http((request, response) => {
        ports.add(request.socket.remotePort)
        response.end('body')
      })
      const { send } = loopback.connect()
      for (let each = 0; each < 3; each += 1) await discardBody(await send({ method, url }))
      expect(ports.size).toBe(1)
    },
  )
})

describe('an answer before the body is sent', () => {
  test('is returned while the rest is not taken', async () => {
    const url = await loopback.http((_request, response) => {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('first log in')
    })
    const response = await loopback.connect().send({ method: 'PUT', url, body: zeros(400) })
    expect([response.status, await text(response.body)]).toEqual([401, 'first log in'])
  })

  test('is returned when the connection is closed after it', async () => {
    const url = await loopback.tcp((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 413 Too Large\r\nconnection: close\r\ncontent-length: 2\r\n\r\nno'),
      )
    })
    const response = await loopback.connect().send({ method: 'PUT', url, body: zeros(400) })
    expect([response.status, await text(response.body)]).toEqual([413, 'no'])
  })
})

describe('a compressed answer', () => {
  test.each(['gzip', 'br', 'x, gzip'])('in %s has a status but no bytes', async (encoding) => {
    const url = await loopback.http((_request, response) => {
      response.writeHead(404, { 'content-encoding': encoding }).end(gzipSync('bomb'))
    })
    const { send } = loopback.connect()
    const response = await send({ method: 'GET', url })
    expect(response.status).toBe(404)
    expect(await rejection(text(response.body))).toMatchObject({ code: 'RESPONSE_INVALID' })
    await discardBody(await send({ method: 'GET', url }))
  })

  test('in identity is none', async () => {
    const url = await loopback.http((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'Identity' }).end('plain')
    })
    const response = await loopback.connect().send({ method: 'GET', url })
    expect(await text(response.body)).toBe('plain')
  })
})

describe('a request fails', () => {
  test('where nobody listens', async () => {
    const url = await loopback.http(() => undefined)
    url.port = '1'
    expect(await rejection(loopback.connect().send({ method: 'GET', url }))).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringContaining('127.0.0.1:1: '),
    })
  })

  test.each([
    ['is closed', ''],
    ['is closed within the headers', 'HTTP/1.1 200 OK\r\nconte'],
  ])('where the connection %s', async (_name, reply) => {
    const url = await loopback.tcp((socket) => socket.once('data', () => socket.end(reply)))
    expect(await rejection(loopback.connect().send({ method: 'GET', url }))).toMatchObject({
      code: 'CONNECTION_FAILED',
    })
  })

  test('where the answer is not HTTP', async () => {
    const url = await loopback.tcp((socket) => socket.once('data', () => socket.end('SSH-2.0\r\n')))
    expect(await rejection(loopback.connect().send({ method: 'GET', url }))).toMatchObject({
      code: 'RESPONSE_INVALID',
    })
  })

  test('where no headers come in time', async () => {
    const url = await loopback.http(() => undefined)
    const timeouts = { connect: 5000, headers: 50, body: 5000 }
    const { send } = loopback.connect({ timeouts })
    expect(await rejection(send({ method: 'GET', url }))).toMatchObject({ code: 'TIMEOUT' })
  })

  test('where nobody takes the rest of its body in time', async () => {
    const url = await loopback.tcp((socket) => void socket.pause())
    const timeouts = { connect: 5000, headers: 50, body: 5000 }
    const { send } = loopback.connect({ timeouts })
    const request = { method: 'PUT', url, body: zeros(400) } as const
    expect(await rejection(send(request))).toMatchObject({ code: 'TIMEOUT' })
  })

  test.each([
    ['stops', 'TIMEOUT', false],
    ['breaks off', 'CONNECTION_FAILED', true],
  ])('where the body %s: %s', async (_name, code, isClosed) => {
    const url = await loopback.http((request, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('half')
      if (isClosed) setImmediate(() => request.socket.destroy())
    })
    const timeouts = { connect: 5000, headers: 5000, body: 50 }
    const response = await loopback.connect({ timeouts }).send({ method: 'GET', url })
    expect(await rejection(text(response.body))).toMatchObject({ code })
  })

  test('where a body of unknown length breaks off', async () => {
    const url = await loopback.tcp((socket) =>
      socket.once('data', () =>
        socket.end(
          'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n9\r\nha',
        ),
      ),
    )
    const response = await loopback.connect().send({ method: 'GET', url })
    expect(await rejection(text(response.body))).toMatchObject({ code: 'CONNECTION_FAILED' })
  })

  test.each([
    ['shorter', 65_537],
    ['longer', 65_535],
  ])('where the content is %s than it should be', async (_name, size) => {
    const url = await loopback.http((request) => void request.resume())
    const { send } = loopback.connect()
    expect(await rejection(send({ method: 'PUT', url, body: zeros(1, size) }))).toMatchObject({
      code: 'SIZE_INVALID',
    })
  })

  test('with the error of the content itself', async () => {
    const url = await loopback.http((request) => void request.resume())
    const { send } = loopback.connect()
    const open = (): Readable => createReadStream('/does/not/exist')
    const error = await rejection(send({ method: 'PUT', url, body: { size: 5, open } }))
    expect(error).not.toBeInstanceOf(OciError)
    expect(error).toMatchObject({ code: 'ENOENT' })
  })

  test('and closes the content', async () => {
    const url = await loopback.tcp((socket) => socket.once('data', () => socket.destroy()))
    const source = zeros(400).open()
    const { send } = loopback.connect()
    const error = await rejection(
      send({ method: 'PUT', url, body: { size: 400 * 65_536, open: () => source } }),
    )
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED' })
    expect(source.destroyed).toBe(true)
  })
})

describe('a job that is cancelled', () => {
  const cancelled = { code: 'CANCELLED', advice: expect.stringContaining('Run it again') }

  test('ends its requests, the bodies that are read, and every later request', async () => {
    const url = await loopback.http((request, response) => {
      if (request.url !== '/slow') response.writeHead(200).write('half')
      else controller.abort()
    })
    const controller = new AbortController()
    const { send } = loopback.connect({ signal: controller.signal })
    const half = text((await send({ method: 'GET', url })).body)
    const slow = send({ method: 'GET', url: new URL('/slow', url) })
    expect(await Promise.all([rejection(half), rejection(slow)])).toMatchObject([
      cancelled,
      cancelled,
    ])
    expect(await rejection(send({ method: 'GET', url }))).toMatchObject(cancelled)
  })

  test('lets what leaves something behind come to its answer, and what tidies up begin', async () => {
    const controller = new AbortController()
    const url = await loopback.http((request, response) => {
      if (request.method === 'POST') controller.abort()
      response.end(`${request.method} is done`)
    })
    const { send, close } = loopback.connect({ signal: controller.signal })
    const answers = [
      await send({ method: 'POST', url, onCancel: 'finish' }),
      await send({ method: 'DELETE', url, onCancel: 'begin' }),
    ]
    expect(await Promise.all(answers.map(({ body }) => text(body)))).toEqual([
      'POST is done',
      'DELETE is done',
    ])
    expect(await rejection(send({ method: 'POST', url, onCancel: 'finish' }))).toMatchObject(
      cancelled,
    )
    await close()
    expect(await rejection(send({ method: 'DELETE', url, onCancel: 'begin' }))).toMatchObject(
      cancelled,
    )
  })

  test('beforehand sends nothing', async () => {
    let requests = 0
    const url = await loopback.http((_request, response) => {
      requests += 1
      response.end()
    })
    const { send } = loopback.connect({ signal: AbortSignal.abort() })
    expect(await rejection(send({ method: 'PUT', url, body: zeros(1) }))).toMatchObject(cancelled)
    expect(requests).toBe(0)
  })
})
