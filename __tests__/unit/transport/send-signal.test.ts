import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import { useLoopback } from './loopback.ts'
import { rejection } from './scripted-send.ts'

const loopback = useLoopback()

describe('a request with a signal of its own', () => {
  const late = new OciError('TIMEOUT', 'too late')

  test('ends with its reason, and others go on', async () => {
    const own = new AbortController()
    const url = await loopback.http((request, response) => {
      if (request.url === '/slow') own.abort(late)
      else response.end('done')
    })
    const { send } = loopback.connect({})
    const slow = send({ method: 'PUT', url: new URL('/slow', url), signal: own.signal })
    expect(await rejection(slow)).toBe(late)
    expect(await text((await send({ method: 'GET', url })).body)).toBe('done')
  })

  test('is not begun after that', async () => {
    let requests = 0
    const url = await loopback.http((_request, response) => {
      requests += 1
      response.end()
    })
    const { send } = loopback.connect({})
    const signal = AbortSignal.abort(late)
    expect(await rejection(send({ method: 'PUT', url, signal }))).toBe(late)
    expect(requests).toBe(0)
  })
})
