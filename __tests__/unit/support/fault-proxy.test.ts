import { afterEach, describe, expect, test } from '@jest/globals'
import { type FaultPlan, type Mishap, noFaults, planFaults } from '../../support/fault-plan.ts'
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()
const bytes = Buffer.alloc(300_000, 'content ')

let proxy: FaultProxy | undefined
afterEach(() => proxy?.close())

/** A registry with a blob, behind a proxy that has the mishap happen to the first request. */
async function scene(mishap: Mishap) {
  const registry = await start()
  const { digest } = registry.putBlob('app', bytes)
  proxy = await startFaultProxy(Number(new URL(registry.origin).port), (arrival) =>
    arrival === 0 ? mishap : undefined,
  )
  const blob = `http://${proxy.host}/v2/app/blobs/${digest}`
  const upload = `http://${proxy.host}/v2/app/blobs/uploads/?digest=${digest}`
  return {
    registry,
    happened: proxy.happened,
    get: () => fetch(blob, { signal: AbortSignal.timeout(300) }),
    post: () => fetch(upload, { method: 'POST', body: bytes, signal: AbortSignal.timeout(300) }),
  }
}

const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text()

describe('a request', () => {
  test.each<Mishap>([{ kind: 'cut before' }, { kind: 'stalled before' }])(
    'that is $kind does not reach the registry',
    async (mishap) => {
      const { registry, get } = await scene(mishap)
      await expect(get()).rejects.toThrow(mishap.kind === 'cut before' ? 'fetch failed' : 'timeout')
      expect(registry.requests).toEqual([])
    },
  )

  test.each<Mishap>([
    { kind: 'cut in request', bytes: 1000 },
    { kind: 'stalled in request', bytes: 1000 },
  ])('that is $kind reaches it in part', async (mishap) => {
    const { registry, post } = await scene(mishap)
    await expect(post()).rejects.toThrow(
      mishap.kind === 'cut in request' ? 'fetch failed' : 'timeout',
    )
    expect(registry.requests.filter(({ status }) => status !== 'dropped')).toEqual([])
    expect((await post()).status).toBe(201)
  })

  test.each<Mishap>([
    { kind: 'refused', status: 429, retryAfter: 'none' },
    { kind: 'refused', status: 503, retryAfter: 'seconds' },
    { kind: 'refused', status: 503, retryAfter: 'date' },
  ])('is refused as %p says, past the registry', async (mishap) => {
    const { registry, post } = await scene(mishap)
    const { status, headers } = await post()
    const retryAfter = headers.get('retry-after')
    expect({ status, hasRetryAfter: retryAfter !== null }).toEqual({
      status: 'status' in mishap && mishap.status,
      hasRetryAfter: 'retryAfter' in mishap && mishap.retryAfter !== 'none',
    })
    expect(registry.requests).toEqual([])
  })
})

describe('an answer', () => {
  test('that is lost is that of a request which was done', async () => {
    const { registry, post } = await scene({ kind: 'lost answer' })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(registry.requests).toMatchObject([{ method: 'POST', status: 201 }])
  })

  test.each<[Mishap, string]>([
    [{ kind: 'cut in answer', bytes: 20 }, 'fetch failed'],
    [{ kind: 'cut in answer', bytes: 1000 }, 'terminated'],
    [{ kind: 'stalled in answer', bytes: 1000 }, 'timeout'],
    [{ kind: 'garbage' }, 'fetch failed'],
  ])('with %p never comes to its end', async (mishap, message) => {
    const { registry, get } = await scene(mishap)
    await expect(textOf(get())).rejects.toThrow(message)
    expect(registry.requests).toMatchObject([{ method: 'GET', status: 200 }])
  })

  test('that is shortened looks whole', async () => {
    const { get } = await scene({ kind: 'shortened' })
    expect(await textOf(get())).toHaveLength(bytes.length / 2)
  })

  test.each<Mishap>([{ kind: 'slow' }, { kind: 'cut in answer', bytes: 1e6 }])(
    'with %p is whole',
    async (mishap) => {
      const { get, happened } = await scene(mishap)
      expect(await textOf(get())).toHaveLength(bytes.length)
      expect(await textOf(get())).toHaveLength(bytes.length)
      expect([...happened()]).toEqual([[mishap.kind, 1]])
    },
  )
})

describe('a plan', () => {
  const first = (plan: FaultPlan): readonly (Mishap | undefined)[] =>
    Array.from({ length: 100 }, (_, arrival) => plan(arrival, 'GET /v2/'))

  test('is the same for the same seed, and another for another', () => {
    expect(first(planFaults(7))).toEqual(first(planFaults(7)))
    expect(first(planFaults(7))).not.toEqual(first(planFaults(8)))
  })

  test('has all kinds, bursts among them, and comes to an end', () => {
    const plans = Array.from({ length: 20 }, (_, seed) => first(planFaults(seed)))
    const kinds = new Set(plans.flat().flatMap((mishap) => mishap?.kind ?? []))
    expect(kinds.size).toBe(11)
    const isBurst = (mishaps: readonly (Mishap | undefined)[]): boolean =>
      mishaps.some((mishap, at) => mishap !== undefined && mishap === mishaps[at + 1])
    expect(plans.filter(isBurst).length).toBeGreaterThan(10)
    expect(planFaults(1)(10_000, 'GET /v2/')).toBeUndefined()
  })

  test('is told of each request, in their order, by method and path', async () => {
    const registry = await start()
    const { digest } = registry.putBlob('app', bytes)
    const asked: unknown[] = []
    proxy = await startFaultProxy(Number(new URL(registry.origin).port), (...request) => {
      asked.push(request)
      return undefined
    })
    const blob = `/v2/app/blobs/${digest}`
    await textOf(fetch(`http://${proxy.host}${blob}`))
    await textOf(fetch(`http://${proxy.host}/v2/?a=b`, { method: 'HEAD' }))
    expect(asked).toEqual([
      [0, `GET ${blob}`],
      [1, 'HEAD /v2/?a=b'],
    ])
  })

  test('can be without any', () => {
    expect(first(noFaults)).toEqual(Array(100).fill(undefined))
  })
})
