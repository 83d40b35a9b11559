import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, describe, expect, test } from '@jest/globals'
import { useLoopback } from './loopback.ts'
import { rejection } from './scripted-send.ts'
import { AUTHORITY, OTHER_CERTIFICATE } from './test-certificates.ts'

const loopback = useLoopback()

describe('a server’s certificate', () => {
  const defaults = getCACertificates('default')
  afterEach(() => setDefaultCACertificates(defaults))

  test('of an authority nobody knows is refused', async () => {
    const url = await loopback.https((_request, response) => response.end())
    expect(await rejection(loopback.connect().send({ method: 'GET', url }))).toMatchObject({
      code: 'TLS_FAILED',
      message: expect.stringContaining(url.host),
      advice: expect.stringContaining('ca-file'),
    })
  })

  test('of an authority that was given is taken', async () => {
    const url = await loopback.https((_request, response) => response.end('secret'))
    const { send } = loopback.connect({ certificates: AUTHORITY })
    expect(await text((await send({ method: 'GET', url })).body)).toBe('secret')
  })

  test('of one of the usual authorities is taken besides', async () => {
    setDefaultCACertificates([AUTHORITY])
    const url = await loopback.https((_request, response) => response.end('secret'))
    const { send } = loopback.connect({ certificates: OTHER_CERTIFICATE })
    expect(await text((await send({ method: 'GET', url })).body)).toBe('secret')
  })

  test('for another name is refused', async () => {
    const url = await loopback.https((_request, response) => response.end(), OTHER_CERTIFICATE)
    const { send } = loopback.connect({ certificates: AUTHORITY })
    expect(await rejection(send({ method: 'GET', url }))).toMatchObject({
      code: 'TLS_FAILED',
      advice: expect.stringContaining('another name'),
    })
  })
})

test('a server without TLS is told from a broken one', async () => {
  const url = await loopback.http((_request, response) => response.end())
  url.protocol = 'https:'
  expect(await rejection(loopback.connect().send({ method: 'GET', url }))).toMatchObject({
    code: 'TLS_FAILED',
    advice: expect.stringContaining('plain-http'),
  })
})

test('a server that does not go on with the handshake is given up', async () => {
  const url = await loopback.tcp((socket) => void socket.resume())
  url.protocol = 'https:'
  const timeouts = { connect: 50, headers: 5000, body: 5000 }
  const { send } = loopback.connect({ timeouts })
  expect(await rejection(send({ method: 'GET', url }))).toMatchObject({ code: 'TIMEOUT' })
})

test('certificates that are none are an error before any request', () => {
  expect(() => loopback.connect({ certificates: 'none' })).toThrow(
    expect.objectContaining({ input: 'ca-file' }),
  )
})
