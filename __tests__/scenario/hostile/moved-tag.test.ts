import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { writeDocument } from '../../support/documents.ts'
import { type JobOptions, jobOn, succeed } from '../../support/job.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** A registry at which a tag means one image to the first request, and another to all after it. */
async function withMovingTag() {
  const registry = await start({ quirks: { hostile: { tags: 'moving' } } })
  const { descriptor: image } = registry.putImage('app', { tag: '1' })
  const { descriptor: other } = registry.putImage('app', { tag: '1-moved', seed: 'other' })
  return { registry, image, other }
}

describe('a tag that moves while a job runs', () => {
  const jobs: Readonly<Record<string, () => Promise<JobOptions>>> = {
    discovers: async () => ({}),
    attaches: async () => ({ attach: { files: [await writeDocument(directory(), 'spdx')] } }),
    'attaches to the platform': async () => ({
      platform: 'all',
      attach: { files: [await writeDocument(directory(), 'spdx')] },
    }),
    'attaches and pulls': async () => ({
      attach: { files: [await writeDocument(directory(), 'spdx')] },
      pull: {
        directory: join(directory(), 'out'),
        what: 'referrers',
        overwrite: false,
        maxFiles: 10,
        maxBytes: 1_000_000,
      },
    }),
  }

  test.each(Object.entries(jobs))('is asked for once by a job that %s', async (_, options) => {
    const { registry, image, other } = await withMovingTag()
    const job = jobOn(`${registry.host}/app:1`, await options())
    const { subjects, graphs, attached } = await succeed(job)
    expect(subjects).toMatchObject([{ digest: image.digest }])
    expect(graphs).toMatchObject([{ digest: image.digest }])
    expect(registry.referrersOf('app', image.digest)).toHaveLength(attached.length)
    expect(registry.referrersOf('app', other.digest)).toEqual([])
    const paths = registry.requests.map(({ path }) => path)
    expect(paths.filter((path) => path === '/v2/app/manifests/1')).toHaveLength(1)
    expect(paths.filter((path) => path.includes(other.digest))).toEqual([])
  })

  test('is never asked for where a digest is given', async () => {
    const { registry, image } = await withMovingTag()
    const job = jobOn(`${registry.host}/app:1@${image.digest}`)
    expect((await succeed(job)).subjects).toMatchObject([{ digest: image.digest }])
    expect(registry.requests.map(({ path }) => path)).not.toContain('/v2/app/manifests/1')
  })
})
