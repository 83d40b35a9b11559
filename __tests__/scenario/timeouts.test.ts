import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Job, Outcome, Progress } from '../../src/job.ts'
import { openLayout } from '../../src/layout/repository.ts'
import { withDeadline } from '../../src/run/deadline.ts'
import { run } from '../../src/run.ts'
import { pushImage } from '../support/artifacts.ts'
import { writeDocument } from '../support/documents.ts'
import type { Mishap } from '../support/fault-plan.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { makeLayout } from '../support/layout.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const proxies: FaultProxy[] = []
afterEach(() => Promise.all(proxies.splice(0).map((proxy) => proxy.close())))

const short = { connect: 5000, headers: 200, body: 200 }

/** Returns the host of a proxy to the registry, which has the mishap happen to these requests. */
async function behind(
  registry: TestRegistry,
  mishap: Mishap,
  ...arrivals: readonly number[]
): Promise<string> {
  const proxy = await startFaultProxy(Number(new URL(registry.origin).port), (arrival) =>
    arrivals.includes(arrival) ? mishap : undefined,
  )
  proxies.push(proxy)
  return proxy.host
}

async function attachTo(host: string): Promise<Job> {
  return jobOn(`${host}/app:1`, { attach: { files: [await writeDocument(directory(), 'spdx')] } })
}

describe('a request that nothing comes of is tried again', () => {
  const mishaps: readonly Mishap[] = [
    { kind: 'stalled before' },
    { kind: 'stalled in request', bytes: 10 },
    { kind: 'stalled in answer', bytes: 5 },
    { kind: 'stalled in answer', bytes: 400 },
  ]

  test.each(mishaps)('whichever it is, where it is %p', async (mishap) => {
    const attaches = Array.from({ length: 8 }, async (_, arrival) => {
      const registry = await start({ quirks: { uploads: { singlePost: 202 } } })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const host = await behind(registry, mishap, arrival)
      const { attached } = await succeed(await attachTo(host), { timeouts: short })
      const listed = registry.referrersOf('app', image.digest)
      expect(listed).toMatchObject([{ digest: attached[0]?.digest }])
    })
    await Promise.all(attaches)
  })

  test('but not for ever', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const host = await behind(registry, { kind: 'stalled before' }, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    const { failure, traffic } = await outcomeOf(await attachTo(host), { timeouts: short })
    expect(failure).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringMatching(`^no answer in time from ${host}: .*; nothing was attached$`),
      advice: expect.stringContaining('reachable'),
    })
    expect(traffic.retries).toBeGreaterThanOrEqual(4)
    expect(registry.requests).toEqual([])
  })

  test('and so is a download that stops', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const scan = Buffer.alloc(6_000_000, 'scan')
    await writeFile(join(directory(), 'scan.bin'), scan)
    const attach = { files: [join(directory(), 'scan.bin')], artifactType: 'a/scan' }
    const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
    expect(registry.referrersOf('app', image.digest)).toHaveLength(1)
    const host = await behind(registry, { kind: 'stalled in answer', bytes: 5_000_000 }, 1)
    const progress: Progress[] = []
    const pull = {
      directory: join(directory(), 'pulled'),
      what: 'artifact',
      overwrite: false,
      maxFiles: 1,
      maxBytes: scan.length,
    } as const
    const { pulled } = await succeed(
      jobOn(`${host}/app@${attached[0]?.digest}`, { pull, discovers: false }),
      { timeouts: short, onProgress: (each) => void progress.push(each) },
    )
    expect(pulled).toMatchObject([{ size: scan.length }])
    expect(progress.filter(({ kind }) => kind === 'retry')).toMatchObject([
      { message: expect.stringMatching(/^scan\.bin: no answer in time .*; try 2 of 5$/) },
    ])
  })
})

describe('a run that takes longer than it may', () => {
  const runFor = (limitMs: number, job: Job): Promise<Outcome> => {
    const signal = new AbortController().signal
    const env = { HOME: '/nonexistent' }
    const context = { onProgress: () => {}, signal, env, cacheDirectory: '/nonexistent' }
    return withDeadline(limitMs, context, (limited) => run(job, limited))
  }

  test('ends, says what was under way, and leaves nothing half done', async () => {
    const registry = await start({
      quirks: { uploads: { singlePost: 202 } },
      faults: [{ at: /^PUT .*\/blobs\/uploads/, times: 10, fails: 'stalled' }],
    })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { failure, attached } = await runFor(500, await attachTo(registry.host))
    expect(failure).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringMatching(
        /^not done within the time limit of 0\.5 s \(last of all: POST .*: 202\): .*; nothing was attached to sha256:/,
      ),
      advice: expect.stringContaining('timeout'),
    })
    expect(attached).toEqual([])
    expect(registry.referrersOf('app', image.digest)).toEqual([])
    expect(registry.uploadsOpen()).toBe(0)
  })

  test('does not wait until a layout is unlocked', async () => {
    const layout = join(directory(), 'layout')
    await makeLayout(layout)
    await pushImage(await openLayout(layout, { access: 'write' }), '1')
    const files = [await writeDocument(directory(), 'spdx')]
    const holder = { pid: process.pid, host: hostname(), time: new Date().toISOString() }
    await writeFile(join(layout, 'index.json.lock'), JSON.stringify(holder))
    const { failure } = await runFor(500, jobOn(`oci-layout://${layout}:1`, { attach: { files } }))
    expect(failure).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringMatching(
        /cancelled while the layout was locked by process \d+ .*; of 1 artifacts/,
      ),
    })
  })

  test('does not wait until it may try again', async () => {
    const busy = { status: 503, headers: { 'retry-after': '100' } }
    const registry = await start({ faults: [{ times: 100, fails: busy }] })
    const { failure } = await runFor(300, await attachTo(registry.host))
    expect(failure).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringMatching(/503.*cancelled while waiting for the registry; nothing/),
    })
  })
})

test('that a registry is not to be reached is told once for each try, not for each file', async () => {
  const registry = await start()
  const { host } = registry
  await registry.close()
  const kinds = ['spdx', 'cyclonedx', 'sarif'] as const
  const files = await Promise.all(kinds.map((kind) => writeDocument(directory(), kind)))
  const messages: string[] = []
  const { failure, traffic } = await outcomeOf(jobOn(`${host}/app:1`, { attach: { files } }), {
    onProgress: (progress) => {
      if (progress.kind === 'retry') messages.push(progress.message)
    },
  })
  expect(failure).toMatchObject({ code: 'CONNECTION_FAILED' })
  expect(traffic.retries).toBeGreaterThan(4)
  expect(messages.map((message) => message.replace(/ in [\d.]+ s$/, ''))).toEqual(
    [2, 3, 4, 5].map(
      (next) => `no connection to ${host}: connect ECONNREFUSED ${host}; try ${next} of 5`,
    ),
  )
})
