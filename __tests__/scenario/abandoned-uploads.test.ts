import { describe, expect, test } from '@jest/globals'
import { startDelayProxy } from '../support/delay-proxy.ts'
import { writeDocument } from '../support/documents.ts'
import { eventually } from '../support/eventually.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import type { Fault } from '../support/registry/faults.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** A registry that needs two requests for an upload, and the second one with a state. */
async function startWith(...faults: readonly Fault[]): Promise<TestRegistry> {
  const quirks = { uploads: { singlePost: 202, state: 'required' } } as const
  const registry = await start({ quirks, faults })
  registry.putImage('app', { tag: '1' })
  return registry
}

async function attachTo({ host }: Pick<TestRegistry, 'host'>) {
  return jobOn(`${host}/app:1`, { attach: { files: [await writeDocument(directory(), 'spdx')] } })
}

const put = /^PUT .*\/blobs\/uploads/
const deletions = ({ requests }: TestRegistry) =>
  requests.filter(({ method }) => method === 'DELETE')

describe('an upload that breaks', () => {
  test.each<Fault['fails']>(['dropped-before', { status: 503 }, { status: 400 }])(
    'by %p is given back to the registry',
    async (fails) => {
      const registry = await startWith({ at: put, fails })
      const { failure } = await outcomeOf(await attachTo(registry))
      expect(failure?.message ?? 'done').toMatch(/ was answered 400; nothing was attached|^done$/)
      expect(deletions(registry)).toContainEqual(expect.objectContaining({ status: 204 }))
      expect(registry.uploadsOpen()).toBe(0)
    },
  )

  test('after it was done, though the answer is lost, does no harm', async () => {
    const registry = await startWith({ at: put, fails: 'dropped-after' })
    const { attached } = await succeed(await attachTo(registry))
    expect(attached).toMatchObject([{ status: 'pushed' }])
    expect(deletions(registry)).toMatchObject([{ status: 404 }])
  })

  test('fails by what broke it, whatever comes of giving it back', async () => {
    const registry = await startWith(
      { at: put, times: 100, fails: { status: 400 } },
      { at: /^DELETE/, times: 100, fails: { status: 500 } },
    )
    expect((await outcomeOf(await attachTo(registry))).failure).toMatchObject({ status: 400 })
    expect(deletions(registry)).toHaveLength(2)
  })
})

describe('a job that is cancelled', () => {
  test('gives back what it was sending', async () => {
    const registry = await startWith({ at: put, times: 10, fails: 'stalled' })
    const cancelled = new AbortController()
    const job = outcomeOf(await attachTo(registry), { signal: cancelled.signal })
    await eventually(() => registry.uploadsOpen() === 2)
    cancelled.abort()
    expect((await job).failure).toMatchObject({
      code: 'CANCELLED',
      message: expect.stringContaining('nothing was attached'),
    })
    expect(registry.uploadsOpen()).toBe(0)
  })

  test('gives back what it was about to send, once it is told where', async () => {
    const registry = await startWith()
    const proxy = await startDelayProxy(Number(new URL(registry.origin).port), 100)
    const cancelled = new AbortController()
    const job = outcomeOf(await attachTo(proxy), {
      signal: cancelled.signal,
    })
    await eventually(() => registry.uploadsOpen() > 0)
    cancelled.abort()
    expect((await job).failure).toMatchObject({ code: 'CANCELLED' })
    expect(registry.requests.filter(({ method }) => method === 'PUT')).toEqual([])
    expect(deletions(registry).length).toBeGreaterThan(0)
    expect(registry.uploadsOpen()).toBe(0)
    await proxy.close()
  })

  test('ends all the same where the registry answers no more', async () => {
    const registry = await startWith(
      { at: put, times: 10, fails: 'stalled' },
      { at: /^DELETE/, times: 10, fails: 'stalled' },
    )
    const cancelled = new AbortController()
    const job = outcomeOf(await attachTo(registry), { signal: cancelled.signal })
    await eventually(() => registry.uploadsOpen() === 2)
    cancelled.abort()
    expect((await job).failure).toMatchObject({ code: 'CANCELLED' })
  })
})
