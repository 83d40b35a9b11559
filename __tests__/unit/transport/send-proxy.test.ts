import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { useLoopback } from './loopback.ts'
import { rejection } from './scripted-send.ts'
import { AUTHORITY, OTHER_CERTIFICATE } from './test-certificates.ts'

const loopback = useLoopback()

/** A proxy that leads everywhere to one server. */
const proxy = createServer()
const sockets = new Set<Socket>()
let target = new URL('http://127.0.0.1/')
let seen: string[] = []
let tunnelStatus = '200 OK'

const address = (login = ''): string =>
  `http://${login}127.0.0.1:${(proxy.address() as AddressInfo).port}`

function see(request: IncomingMessage): void {
  const login = request.headers['proxy-authorization']
  seen.push(`${request.method} ${request.url}${login ? ` ${login}` : ''}`)
}

proxy.on('connection', (socket: Socket) => sockets.add(socket))
proxy.on('request', (request, response) => {
  see(request)
  response.end('through the proxy')
})
proxy.on('connect', (request, socket: Socket) => {
  see(request)
  socket.write(`HTTP/1.1 ${tunnelStatus}\r\n\r\n`)
  if (tunnelStatus !== '200 OK') return
  const server = connect(Number(target.port), '127.0.0.1')
  sockets.add(server.on('error', () => socket.destroy()))
  socket.on('error', () => server.destroy())
  server.pipe(socket).pipe(server)
})

beforeEach(async () => {
  ;[seen, tunnelStatus] = [[], '200 OK']
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
})

afterEach(async () => {
  const closed = once(proxy, 'close')
  proxy.close()
  for (const socket of sockets) socket.destroy()
  await closed
})

describe('through a proxy', () => {
  test('HTTPS is tunnelled, to the certificate’s owner, with HTTP/1.1', async () => {
    const logins: unknown[] = []
    target = await loopback.https((request, response) => {
      logins.push(request.headers['proxy-authorization'])
      response.end(`${request.headers.host} ${request.httpVersion}`)
    }, OTHER_CERTIFICATE)
    const { send } = loopback.connect({
      certificates: AUTHORITY,
      env: { https_proxy: address('user:pass@') },
    })
    const response = await send({ method: 'GET', url: new URL('https://other.example/') })
    expect(await text(response.body)).toBe('other.example 1.1')
    expect(seen).toEqual(['CONNECT other.example:443 Basic dXNlcjpwYXNz'])
    expect(logins).toEqual([undefined])
  })

  test('plain HTTP is passed on', async () => {
    const { send } = loopback.connect({ env: { HTTP_PROXY: address() } })
    const response = await send({ method: 'GET', url: new URL('http://registry.invalid:5000/v2/') })
    expect(await text(response.body)).toBe('through the proxy')
    expect(seen).toEqual(['GET http://registry.invalid:5000/v2/'])
  })

  test('that refuses, the request fails with its status', async () => {
    tunnelStatus = '407 Proxy Authentication Required'
    const { send } = loopback.connect({ env: { HTTPS_PROXY: address() } })
    expect(
      await rejection(send({ method: 'GET', url: new URL('https://registry.invalid/') })),
    ).toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringMatching(/registry\.invalid: .*407/),
    })
  })
})

describe('past the proxy', () => {
  test.each([
    ['a loopback address', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('goes what is for %s', async (_name, hostname) => {
    const url = await loopback.http((_request, response) => response.end('directly'))
    url.hostname = hostname
    const { send } = loopback.connect({ env: { HTTP_PROXY: address(), HTTPS_PROXY: address() } })
    expect(await text((await send({ method: 'GET', url })).body)).toBe('directly')
    expect(seen).toEqual([])
  })

  test.each<[string, string, NodeJS.ProcessEnv]>([
    ['for a host of NO_PROXY', 'http://registry.invalid/', { NO_PROXY: 'other, .invalid' }],
    ['by HTTPS without HTTPS_PROXY', 'https://registry.invalid/', {}],
  ])('goes what is %s', async (_name, url, env) => {
    const { send } = loopback.connect({
      env: { HTTP_PROXY: address(), ...env },
      timeouts: { connect: 500, headers: 500, body: 500 },
    })
    await rejection(send({ method: 'GET', url: new URL(url) }))
    expect(seen).toEqual([])
  })
})
