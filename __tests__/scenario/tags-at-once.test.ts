import { expect, test } from '@jest/globals'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed } from '../support/job.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

test('the referrers tags of many images are written side by side, but only four at once', async () => {
  const registry = await start({ latencyMs: 20, quirks: { referrers: { endpoint: '404-text' } } })
  const seeds = Array.from({ length: 12 }, (_, at) => `image${at}`)
  const images = seeds.map((seed) => registry.putImage('app', { seed, tag: seed }).descriptor)
  const files = [await writeDocument(directory(), 'spdx')]
  const references = seeds.map((seed) => `${registry.host}/app:${seed}`)
  await succeed(jobOn(references, { attach: { files }, discovers: false }))
  for (const { digest } of images) expect(registry.referrersOf('app', digest)).toHaveLength(1)
  const writes = registry.requests.filter(({ method, path }) => /^PUT.*sha256-/.test(method + path))
  expect(writes).toHaveLength(12)
  const most = writes.map(
    ({ arrived }) =>
      writes.filter((other) => other.arrived <= arrived && arrived < other.answered).length,
  )
  expect(Math.max(...most)).toBeGreaterThan(1)
  expect(Math.max(...most)).toBeLessThanOrEqual(4)
})
