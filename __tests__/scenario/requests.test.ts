import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../src/job.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed } from '../support/job.ts'
import { roundTrips, transcript } from '../support/registry/transcript.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

/** Long enough that requests which are sent together arrive together. */
const latencyMs = 100

function named(outcome: Outcome): Readonly<Record<string, string>> {
  const [artifact] = outcome.attached
  const [subject] = outcome.subjects
  return {
    ...(subject && { image: subject.digest }),
    ...(artifact && { artifact: artifact.digest, file: artifact.files[0]?.digest ?? '' }),
  }
}

/** Asked for together with the lists of referrers, wherever there may be evidence. */
function cosignTags(name: string): readonly string[] {
  return ['att', 'sbom', 'sig'].map((kind) => `GET /v2/app/manifests/sha256-${name}.${kind} -> 404`)
}

/** Both paths of ORAS's referrers API, tried once where that of OCI is absent. */
function orasApi(name: string): readonly string[] {
  return [
    `GET /oras/artifacts/v1/app/manifests/${name}/referrers -> 404`,
    `GET /v2/app/_oras/artifacts/referrers?digest=${name} -> 404`,
  ]
}

describe('requests for one small file', () => {
  test('with the referrers API: five round trips, nothing asked twice', async () => {
    const registry = await start({ latencyMs })
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const outcome = await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    expect(transcript(registry.requests, named(outcome))).toEqual([
      'GET /v2/app/manifests/1 -> 200',
      'HEAD /v2/app/blobs/<file> -> 404',
      'POST /v2/app/blobs/uploads/?digest=<empty> -> 201',
      'POST /v2/app/blobs/uploads/?digest=<file> -> 201',
      'PUT /v2/app/manifests/<artifact> -> 201',
      'GET /v2/app/manifests/sha256-<image> -> 404',
      'GET /v2/app/referrers/<image> -> 200',
      ...cosignTags('<image>'),
      'GET /v2/app/manifests/sha256-<artifact> -> 404',
      ...cosignTags('<artifact>'),
      'GET /v2/app/referrers/<artifact> -> 200',
    ])
    expect(roundTrips(registry.requests)).toBe(5)
  })

  test('without it: the referrers tag is written once and read back', async () => {
    const registry = await start({
      latencyMs,
      quirks: { referrers: { endpoint: '404-text' }, uploads: { singlePost: 202 } },
    })
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const outcome = await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    expect(transcript(registry.requests, named(outcome))).toEqual([
      'GET /v2/app/manifests/1 -> 200',
      'HEAD /v2/app/blobs/<file> -> 404',
      'POST /v2/app/blobs/uploads/?digest=<empty> -> 202',
      'POST /v2/app/blobs/uploads/?digest=<file> -> 202',
      'PUT /v2/app/blobs/uploads/<upload>?digest=<empty> -> 201',
      'PUT /v2/app/blobs/uploads/<upload>?digest=<file> -> 201',
      'PUT /v2/app/manifests/<artifact> -> 201',
      'GET /v2/app/manifests/sha256-<image> -> 404',
      'GET /v2/app/referrers/<image> -> 404',
      'PUT /v2/app/manifests/sha256-<image> -> 201',
      'GET /v2/app/manifests/sha256-<image> -> 200',
      ...orasApi('<image>'),
      ...cosignTags('<image>'),
      'GET /v2/app/manifests/sha256-<artifact> -> 404',
      ...cosignTags('<artifact>'),
    ])
    expect(roundTrips(registry.requests)).toBe(8)
  })

  test('run again: nothing is written, and the list is read once', async () => {
    const registry = await start({ latencyMs })
    registry.putImage('app', { tag: '1' })
    const job = jobOn(`${registry.host}/app:1`, {
      attach: { files: [await writeDocument(directory(), 'spdx')] },
    })
    await succeed(job)
    const before = registry.requests.length
    const outcome = await succeed(job)
    expect(outcome.attached.map(({ status }) => status)).toEqual(['exists'])
    expect(transcript(registry.requests.slice(before), named(outcome))).toEqual([
      'GET /v2/app/manifests/1 -> 200',
      'HEAD /v2/app/blobs/<file> -> 200',
      'GET /v2/app/manifests/sha256-<image> -> 404',
      'GET /v2/app/referrers/<image> -> 200',
      'GET /v2/app/manifests/<artifact> -> 200',
      ...cosignTags('<image>'),
      'GET /v2/app/manifests/sha256-<artifact> -> 404',
      ...cosignTags('<artifact>'),
      'GET /v2/app/referrers/<artifact> -> 200',
    ])
  })

  test('a batch is pushed in as many round trips as one file', async () => {
    const registry = await start({ latencyMs })
    registry.putImage('app', { tag: '1' })
    const files = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        writeDocument(directory(), 'spdx', { name: `${at}.json`, seed: String(at) }),
      ),
    )
    // Five lists for each of 20 artifacts are more than are under way at once by default.
    const connection = { concurrency: 128 }
    const outcome = await succeed(
      jobOn(`${registry.host}/app:1`, { attach: { files }, connection }),
    )
    expect(outcome.graphs[0]?.referrers).toHaveLength(20)
    expect(roundTrips(registry.requests)).toBeLessThanOrEqual(7)
    const lists = registry.requests.filter(({ path }) =>
      path.endsWith(`referrers/${outcome.subjects[0]?.digest}`),
    )
    expect(lists).toHaveLength(1)
  })
})

describe('requests of discovery', () => {
  test('an image on which nothing hangs: two round trips', async () => {
    const registry = await start({ latencyMs })
    registry.putImage('app', { tag: '1' })
    const outcome = await succeed(jobOn(`${registry.host}/app:1`))
    expect(transcript(registry.requests, named(outcome))).toEqual([
      'GET /v2/app/manifests/1 -> 200',
      'GET /v2/app/manifests/sha256-<image> -> 404',
      ...cosignTags('<image>'),
      'GET /v2/app/referrers/<image> -> 200',
    ])
    expect(roundTrips(registry.requests)).toBe(2)
  })

  test('the API of ORAS is tried once for all digests, where that of OCI is absent', async () => {
    const registry = await start({ latencyMs, quirks: { referrers: { endpoint: '404-text' } } })
    registry.putImage('app', { tag: '1', platforms: ['linux/amd64', 'linux/arm64'] })
    const outcome = await succeed(jobOn(`${registry.host}/app:1`))
    const asked = transcript(registry.requests, named(outcome))
    expect(asked.filter((line) => line.includes('oras'))).toEqual(orasApi('<image>'))
    expect(asked).toHaveLength(1 + 3 * 5 + 2)
    expect(roundTrips(registry.requests)).toBe(3)
  })

  test('a thousand referrers through pages of a hundred', async () => {
    const registry = await start({ quirks: { list: { pageSize: 100 } } })
    registry.putImage('app', { tag: '1' })
    const files = await Promise.all(
      Array.from({ length: 1000 }, (_, at) =>
        writeDocument(directory(), 'spdx', { name: `${at}.json`, seed: String(at) }),
      ),
    )
    const attached = await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    const outcome = await succeed(jobOn(`${registry.host}/app:1`))
    const found = outcome.graphs[0]?.referrers.map(({ digest }) => digest)
    expect(found?.toSorted()).toEqual(attached.attached.map(({ digest }) => digest).toSorted())
  }, 120_000)
})
