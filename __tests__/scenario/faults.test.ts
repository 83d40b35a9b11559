import { describe, expect, test } from '@jest/globals'
import { type DocumentKind, writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { specError } from '../support/registry/exchange.ts'
import type { Fault } from '../support/registry/faults.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const registries: readonly { readonly registry: string; readonly quirks: Quirks }[] = [
  { registry: 'with the referrers API', quirks: {} },
  {
    registry: 'without it',
    quirks: {
      referrers: { endpoint: '404-text' },
      uploads: { singlePost: 202, state: 'required' },
    },
  },
]

async function attachTo(
  registry: TestRegistry,
  kinds: readonly DocumentKind[] = ['spdx', 'sarif'],
) {
  registry.putImage('app', { tag: '1' })
  const files = await Promise.all(kinds.map((kind) => writeDocument(directory(), kind)))
  return jobOn(`${registry.host}/app:1`, { attach: { files } })
}

/** Nothing takes so long on a busy machine that a list is read once more: requests are always the same. */
const unhurried = { now: () => 0 }

/** Attaches while the fault is about, and returns what is then listed, and how the job waited. */
async function attachWith(quirks: Quirks, fault: Fault) {
  const registry = await start({ quirks, faults: [fault] })
  const pauses: number[] = []
  const { attached, subjects, traffic } = await succeed(await attachTo(registry), {
    ...unhurried,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  })
  const listed = subjects.flatMap(({ digest }) => registry.referrersOf('app', digest))
  return { attached, listed: listed.map(({ digest }) => digest).sort(), traffic, pauses }
}

const refusal = specError(429, 'TOOMANYREQUESTS', 'slow down')
const unavailable = { status: 503, body: '<html>busy</html>' }

const accidents: readonly { readonly called: string; readonly fails: Fault['fails'] }[] = [
  { called: 'the connection breaks before it is read', fails: 'dropped-before' },
  { called: 'the connection breaks after it is done', fails: 'dropped-after' },
  { called: 'it is answered 503', fails: unavailable },
  { called: 'it is answered 429', fails: refusal },
]

describe.each(registries)('to a registry $registry, an attach succeeds', ({ quirks }) => {
  test.each(accidents)('whichever request it is of which $called', async ({ fails }) => {
    const clean = await start({ quirks })
    const { attached: all } = await succeed(await attachTo(clean), unhurried)
    const expected = all.map(({ digest }) => digest)
    const count = clean.requests.length
    expect(count).toBeGreaterThan(8)
    const faults = Array.from({ length: count }, (_, after): Fault => ({ after, fails }))
    for (const fault of faults) {
      const { attached, listed, traffic } = await attachWith(quirks, fault)
      expect(attached.map(({ digest }) => digest)).toEqual(expected)
      expect(listed).toEqual(expected.toSorted())
      expect(traffic.retries).toBe(1)
    }
  })

  test('whichever answer it is in the middle of which the connection breaks', async () => {
    const clean = await start({ quirks })
    const expected = (await succeed(await attachTo(clean))).attached.map(({ digest }) => digest)
    for (const after of clean.requests.keys()) {
      const { listed } = await attachWith(quirks, { after, fails: 'dropped-midway' })
      expect(listed).toEqual(expected.toSorted())
    }
    const { traffic } = await attachWith(quirks, {
      at: /^GET .*manifests\/1$/,
      fails: 'dropped-midway',
    })
    expect(traffic.retries).toBe(1)
  })

  test.each([408, 500, 502, 504])('after a %d of any method', async (status) => {
    for (const at of [/^GET/, /^HEAD/, /^POST/, /^PUT/]) {
      const { listed, traffic } = await attachWith(quirks, { at, fails: { status } })
      expect(listed).toHaveLength(2)
      expect(traffic.retries).toBe(1)
    }
  })

  test('in a burst of refusals, and waits as long as it is asked to', async () => {
    const fails = { ...refusal, headers: { 'retry-after': '7' } }
    const { listed, pauses } = await attachWith(quirks, { after: 2, times: 4, fails })
    expect(listed).toHaveLength(2)
    expect(pauses).toEqual([7000, 7000, 7000, 7000])
  })

  test('where the moment to come back is a date', async () => {
    const soon = new Date(Date.now() + 30_000).toUTCString()
    const fails = { ...unavailable, headers: { 'retry-after': soon } }
    const { listed, pauses } = await attachWith(quirks, { after: 3, fails })
    expect(listed).toHaveLength(2)
    expect(pauses[0]).toBeGreaterThan(20_000)
    expect(pauses[0]).toBeLessThanOrEqual(30_000)
  })
})

describe('an attach gives up', () => {
  const hopeless: readonly {
    readonly called: string
    readonly fault: Fault
    readonly failure: object
    readonly tries: number
  }[] = [
    {
      called: 'after five tries of a request that always fails',
      fault: { at: /^PUT .*manifests/, times: 100, fails: unavailable },
      failure: { status: 503, advice: expect.stringContaining('try again later') },
      tries: 5,
    },
    {
      called: 'after five broken connections',
      fault: { at: /^GET .*manifests\/1$/, times: 100, fails: 'dropped-before' },
      failure: { code: 'CONNECTION_FAILED' },
      tries: 5,
    },
    {
      called: 'at once where it is asked to wait for too long',
      fault: {
        at: /^GET .*manifests\/1$/,
        times: 100,
        fails: { status: 429, headers: { 'retry-after': '86400' } },
      },
      failure: { code: 'TOOMANYREQUESTS', status: 429 },
      tries: 1,
    },
    ...[400, 404, 405, 409, 412, 413, 415, 422, 501, 505].map((status) => ({
      called: `at once on ${status}`,
      fault: { at: /^GET .*manifests\/1$/, times: 100, fails: { status } },
      failure: { status },
      tries: 1,
    })),
  ]

  test.each(hopeless)('$called, and lists nothing', async ({ fault, failure, tries }) => {
    const registry = await start({ faults: [fault] })
    const job = await attachTo(registry, ['spdx'])
    const outcome = await outcomeOf(job)
    expect(outcome.failure).toMatchObject(failure)
    expect(outcome.attached).toEqual([])
    const { at = /./ } = fault
    expect(
      registry.requests.filter(({ method, path }) => at.test(`${method} ${path}`)),
    ).toHaveLength(tries)
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })
})
