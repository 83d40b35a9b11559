import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { OciError } from '../../../src/oci/error.ts'
import type { HttpRequest } from '../../../src/transport/http.ts'
import {
  createRetry,
  LONGEST_RETRY_AFTER_MS,
  MAX_TRIES,
  retrying,
} from '../../../src/transport/retry.ts'
import { retryAfter } from '../../../src/transport/retry-after.ts'
import { type Answer, answer, inTurn, rejection, scripted } from './scripted-send.ts'

const request: HttpRequest = { method: 'GET', url: new URL('https://r.example/v2/a?secret=1') }
const broken = new OciError('CONNECTION_FAILED', 'no connection to r.example: reset')
const NOW = Date.parse('2026-01-01T00:00:00Z')

function patient(random = 0.5) {
  const pauses: number[] = []
  const messages: string[] = []
  const retry = createRetry({
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    random: () => random,
    now: () => NOW,
    onRetry: (message) => messages.push(message),
  })
  return { retry, pauses, messages }
}

describe('a request is repeated', () => {
  test.each<Answer | Error>([
    { status: 408 },
    { status: 429 },
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    { status: 522 },
    broken,
    new OciError('TIMEOUT', 'no answer in time from r.example'),
  ])('after %p', async (failure) => {
    const { send, requests } = inTurn(failure, { status: 201 })
    const response = await retrying(send, patient().retry)(request)
    expect([response.status, requests.length]).toEqual([201, 2])
  })

  test('with its body anew', async () => {
    const bodies: string[] = []
    const { send } = scripted(async ({ body }, count) => {
      bodies.push(body ? await text(body.open()) : '')
      return count < 3 ? broken : {}
    })
    const body = { size: 3, open: () => Readable.from([Buffer.from('abc')], { objectMode: false }) }
    await retrying(send, patient().retry)({ ...request, method: 'PUT', body })
    expect(bodies).toEqual(['abc', 'abc', 'abc'])
  })

  test('after the answer before is discarded', async () => {
    const { send, responses } = inTurn({ status: 503, body: 'overload' }, {})
    await retrying(send, patient().retry)(request)
    expect(responses.map(({ body }) => body.destroyed)).toEqual([true, false])
  })

  test('after random pauses out of spans that double', async () => {
    for (const random of [0, 0.5]) {
      const { retry, pauses } = patient(random)
      await rejection(retrying(scripted(() => broken).send, retry)(request))
      expect(pauses).toEqual([250, 500, 1000, 2000].map((pause) => pause * random * 2))
    }
  })

  test('and that is told, without the query', async () => {
    const { retry, messages } = patient()
    await retrying(inTurn({ status: 503 }, broken, {}).send, retry)(request)
    expect(messages).toEqual([
      'GET https://r.example/v2/a was answered 503; try 2 of 5 in 0.3 s',
      'no connection to r.example: reset; try 3 of 5 in 0.5 s',
    ])
  })
})

describe('repetitions are alike', () => {
  const likenessOf = async (failure: Answer | Error, url = request.url): Promise<unknown> => {
    const alike: string[] = []
    const retry = createRetry({
      sleep: async () => {},
      random: Math.random,
      now: () => NOW,
      onRetry: (_message, likeness) => alike.push(likeness),
    })
    await retrying(inTurn(failure, failure, {}).send, retry)({ ...request, url })
    expect(new Set(alike).size).toBe(2)
    return alike
  }

  test('where the same happened at the same host, whatever was asked for', async () => {
    const other = new URL('https://r.example/v2/b')
    expect(await likenessOf({ status: 503 })).toEqual(await likenessOf({ status: 503 }, other))
    expect(await likenessOf(broken)).toEqual(await likenessOf(broken, other))
  })

  test('and otherwise not', async () => {
    const other = new URL('https://s.example/v2/a')
    expect(await likenessOf({ status: 503 })).not.toEqual(await likenessOf({ status: 502 }))
    expect(await likenessOf({ status: 503 })).not.toEqual(await likenessOf({ status: 503 }, other))
    expect(await likenessOf({ status: 503 })).not.toEqual(await likenessOf(broken))
  })
})

describe('a request is not repeated', () => {
  test.each([200, 301, 400, 401, 403, 404, 405, 409, 412, 413, 415, 416, 501, 505])(
    'after %d',
    async (status) => {
      const { send, requests } = inTurn({ status })
      const response = await retrying(send, patient().retry)(request)
      expect([response.status, requests.length]).toEqual([status, 1])
    },
  )

  test.each<Error>([
    new OciError('TLS_FAILED', 'the certificate has expired'),
    new OciError('CANCELLED', 'cancelled'),
    new OciError('RESPONSE_INVALID', 'no HTTP'),
    new Error('ENOENT: no such file'),
  ])('after %p', async (failure) => {
    const { send, requests } = inTurn(failure)
    expect(await rejection(retrying(send, patient().retry)(request))).toBe(failure)
    expect(requests).toHaveLength(1)
  })

  test('for ever: the last answer stands, to be read', async () => {
    const { send, requests } = scripted(() => ({ status: 503, body: 'overload' }))
    const response = await retrying(send, patient().retry)(request)
    expect([response.status, requests.length]).toEqual([503, MAX_TRIES])
    expect(await text(response.body)).toBe('overload')
  })
})

describe('Retry-After', () => {
  test.each([
    ['7', 7000],
    ['0', 0],
    ['120', LONGEST_RETRY_AFTER_MS],
    ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', 250],
    ['-1', 250],
  ])('%p means a pause of %d ms', async (value, pause) => {
    const { retry, pauses } = patient()
    const { send } = inTurn({ status: 429, headers: { 'retry-after': value } }, {})
    await retrying(send, retry)(request)
    expect(pauses).toEqual([pause])
  })

  test.each(['121', '99999999999999999999', 'Thu, 01 Jan 2026 01:00:00 GMT'])(
    '%p is not waited for',
    async (value) => {
      const { retry, pauses } = patient()
      const { send } = inTurn({ status: 429, headers: { 'retry-after': value } })
      expect((await retrying(send, retry)(request)).status).toBe(429)
      expect(pauses).toEqual([])
    },
  )

  test('that is absent names no moment', () => {
    expect(retryAfter(answer({ status: 429 }), NOW)).toBeUndefined()
  })
})
