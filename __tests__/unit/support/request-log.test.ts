import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { RecordedRequest } from '../../support/registry/request-log.ts'
import { roundTrips, transcript } from '../../support/registry/transcript.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()
const hex = (digit: string) => digit.repeat(64)

function request(path: string, arrived: number, answered: number): RecordedRequest {
  const headers = {}
  const rest = { size: 0, inFlight: 0, authorization: 'none', headers } as const
  return { origin: 'registry', method: 'GET', path, status: 200, arrived, answered, ...rest }
}

describe('round trips', () => {
  test.each<[string, readonly [number, number][], number]>([
    ['of no request', [], 0],
    [
      'of requests one after another',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      3,
    ],
    [
      'of requests sent together',
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
      1,
    ],
    [
      'are the longest chain',
      [
        [1, 3],
        [2, 8],
        [4, 5],
        [6, 7],
      ],
      3,
    ],
  ])('%s', (_what, times, expected) => {
    expect(roundTrips(times.map(([arrived, answered]) => request('/', arrived, answered)))).toBe(
      expected,
    )
  })

  test('are counted in a registry whose latency lets requests overlap', async () => {
    const registry = await start({ latencyMs: 30 })
    const get = () => fetch(`${registry.origin}/v2/`)
    await Promise.all([get(), get(), get()])
    await get()
    expect(registry.requests.map(({ inFlight }) => inFlight)).toEqual([0, 1, 2, 0])
    expect(roundTrips(registry.requests)).toBe(2)
  })
})

test('a transcript names digests, and is the same in whatever order requests sent together arrive', () => {
  const upload = '/v2/a/blobs/uploads/0b6e1f4c-9d6e-4c3a-8f0e-2b5d7f1a9c3e'
  const paths = [
    `/v2/a/manifests/sha256:${hex('1')}`,
    `${upload}?_state=abc%2B%3D&digest=sha256%3A${hex('2')}`,
    `/v2/a/manifests/sha256-${hex('1')}`,
  ]
  const expected = [
    'GET /v2/a/blobs/uploads/<upload>?_state=<state>&digest=<digest 1> -> 200',
    'GET /v2/a/manifests/sha256-<image> -> 200',
    'GET /v2/a/manifests/<image> -> 200',
    'GET other-origin/token?scope=repository:a:pull -> dropped',
  ]
  const last = request('/token?scope=repository%3Aa%3Apull', 7, 8)
  for (const order of [paths, paths.toReversed()]) {
    const requests = order.map((path, at) => request(path, at + 1, at + 4))
    const all = [...requests, { ...last, origin: 'other', status: 'dropped' } as const]
    expect(transcript(all, { image: `sha256:${hex('1')}` })).toEqual(expected)
  }
})

describe('a fault', () => {
  const post = (origin: string) =>
    fetch(`${origin}/v2/a/blobs/uploads/`, { method: 'POST' }).then(
      ({ status }) => status,
      () => 'broken',
    )

  test('answers some requests in place of the registry', async () => {
    const fails = { status: 429, headers: { 'retry-after': '1' } }
    const registry = await start({ faults: [{ at: /^POST/, after: 1, times: 2, fails }] })
    const statuses = []
    for (let n = 0; n < 4; n += 1) statuses.push(await post(registry.origin))
    expect(statuses).toEqual([202, 429, 429, 202])
    expect(registry.uploadsOpen()).toBe(2)
  })

  test.each([
    ['dropped-before', 0],
    ['dropped-after', 1],
  ] as const)('breaks the connection: %s', async (fails, uploads) => {
    const registry = await start({ faults: [{ fails }] })
    expect(await post(registry.origin)).toBe('broken')
    await delay(1)
    expect(registry.uploadsOpen()).toBe(uploads)
    expect(registry.requests.map(({ status }) => status)).toEqual(['dropped'])
    expect(await post(registry.origin)).toBe(202)
  })
})
