import { describe, expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed } from '../support/job.ts'
import type { TestRegistryOptions } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const login = { username: 'pat', password: 'correct horse' }

/** Attaches documents, and returns how many other requests were under way at each one's arrival. */
async function inFlight(
  documents: number,
  concurrency: number,
  options: TestRegistryOptions = {},
): Promise<readonly number[]> {
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
  return registry.requests.map((request) => request.inFlight)
}

describe('concurrency', () => {
  test.each([1, 4])('%d is the most requests under way at once, and is used', async (most) => {
    expect(Math.max(...(await inFlight(8, most)))).toBe(most - 1)
  })

  test('goes down while the registry refuses', async () => {
    const fails = { status: 429 }
    const faults = [{ at: /^POST/, times: 6, fails }]
    const refused = await inFlight(16, 16, { faults })
    const afterwards = refused.slice(refused.length / 2)
    expect(Math.max(...afterwards)).toBeLessThan(Math.max(...refused))
  })
})
