import { describe, expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed } from '../support/job.ts'
import type { TestRegistry, TestRegistryOptions } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

/** Attaches documents, and returns the requests in the order of their arrival. */
async function attaching(
  documents: number,
  concurrency: number,
  options: TestRegistryOptions = {},
): Promise<TestRegistry['requests']> {
  const registry = await start({
    latencyMs: 5,
    authentication: { scheme: 'bearer', accounts: [login] },
    ...options,
  })
  registry.putImage('app', { tag: '1' })
  const files = await Promise.all(
    Array.from({ length: documents }, (_, at) =>
      writeDocument(directory(), 'spdx', { name: `${at}.json`, seed: String(at) }),
    ),
  )
  const connection = { concurrency, ...login }
  const { subjects } = await succeed(
    jobOn(`${registry.host}/app:1`, { attach: { files }, connection }),
  )
  const listed = subjects.flatMap(({ digest }) => registry.referrersOf('app', digest))
  expect(listed).toHaveLength(documents)
  return registry.requests
}

/** How many others were under way when the busiest one of them arrived. */
function mostBeside(requests: TestRegistry['requests']): number {
  return Math.max(...requests.map(({ inFlight }) => inFlight))
}

describe('concurrency', () => {
  test.each([1, 4])('%d is the most requests under way at once, and is used', async (most) => {
    expect(mostBeside(await attaching(8, most))).toBe(most - 1)
  })

  test('goes down while the registry refuses', async () => {
    const fails = { status: 429 }
    const faults = [{ at: /^POST/, times: 6, fails }]
    const requests = await attaching(16, 16, { faults })
    const last = requests.findLastIndex(({ status }) => status === fails.status)
    // As many may have been sent before it was known.
    const afterwards = requests.slice(last + 16)
    expect(afterwards.length).toBeGreaterThan(16)
    expect(mostBeside(afterwards)).toBeLessThan(mostBeside(requests))
  })
})
