import { describe, expect, test } from '@jest/globals'
import { MAX_LEVELS } from '../../../src/discover/walk.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { MAX_LIST_BYTES, MAX_REFERRERS } from '../../../src/registry/pages.ts'
import { MAX_PLATFORMS } from '../../../src/resolve.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { writeDocument } from '../../support/documents.ts'
import { jobOn, outcomeOf } from '../../support/job.ts'
import type { Answer } from '../../support/registry/exchange.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'
import { testImage } from '../../support/test-image.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const limit = { code: 'LIMIT_EXCEEDED' }
const image = testImage().descriptor

function listOf(manifests: readonly unknown[], link?: string): Answer {
  const headers = { 'content-type': OCI_IMAGE_INDEX, ...(link && { link }) }
  return { status: 200, headers, body: JSON.stringify({ schemaVersion: 2, manifests }) }
}

const entry = (name: string, annotations: object = {}) => ({
  mediaType: OCI_IMAGE_MANIFEST,
  digest: digestOf(Buffer.from(name)),
  size: 1000,
  annotations,
})

/** The requests for manifests by digest, but for the image. */
const fetched = ({ requests }: TestRegistry) =>
  requests
    .filter(({ method }) => method === 'GET')
    .filter(({ path }) => /manifests\/sha256:/.test(path) && !path.includes(image.digest))

test('a graph that goes deeper and deeper is an error, in a bounded number of requests', async () => {
  const registry = await start()
  let { descriptor } = registry.putImage('app', { tag: '1' })
  for (let level = 0; level < 3 * MAX_LEVELS; level += 1) {
    descriptor = registry.putManifest('app', artifactOn(descriptor, `${level}`).manifest)
  }
  const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
  expect(failure).toMatchObject(limit)
  expect(graphs).toEqual([])
  expect(fetched(registry).length).toBeLessThanOrEqual(MAX_LEVELS + 2)
})

describe('a list', () => {
  /** Neither what discovers nor what attaches, and looks for what is there already, may be flooded. */
  const jobs = {
    discovers: async () => ({}),
    attaches: async () => ({ attach: { files: [await writeDocument(directory(), 'spdx')] } }),
  } as const

  test.each(Object.entries(jobs))('of too many entries stops who %s', async (_, options) => {
    const many = Array.from({ length: MAX_REFERRERS + 1 }, (_each, at) => entry(`${at}`))
    const registry = await start({
      faults: [{ at: /\/referrers\//, times: 9, fails: listOf(many) }],
    })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`, await options()))
    expect(failure).toMatchObject(limit)
    expect(fetched(registry)).toEqual([])
  })

  test('of few entries and endless annotations is not kept', async () => {
    const filler = { a: 'x'.repeat(7 * 1024 * 1024) }
    const list = `/v2/app/referrers/${image.digest}`
    const pages = Math.ceil(MAX_LIST_BYTES / filler.a.length) + 3
    const faults = Array.from({ length: pages }, (_each, at) => ({
      at: at === 0 ? /\/referrers\/[^?]*$/ : new RegExp(`last=${at}$`),
      fails: listOf([entry(`${at}`, filler)], `<${list}?last=${at + 1}>; rel="next"`),
    }))
    const registry = await start({ faults })
    registry.putImage('app', { tag: '1' })
    const { failure, traffic } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject(limit)
    expect(traffic.bytesReceived).toBeLessThan(MAX_LIST_BYTES + 2 * filler.a.length)
    expect(fetched(registry)).toEqual([])
  })

  test('that has no end within one answer is cut off', async () => {
    const endless = `{"schemaVersion":2,"manifests":[${'{},'.repeat(8 * 1024 * 1024)}]}`
    const fails = { ...listOf([]), body: endless }
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 9, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject(limit)
  })
})

test('an image of thousands of platforms is attached to on none', async () => {
  const registry = await start()
  const platform = { os: 'linux', architecture: 'amd64' }
  const manifests = Array.from({ length: MAX_PLATFORMS + 1 }, (_, at) => ({
    ...entry(`${at}`),
    platform,
  }))
  const index = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
  registry.putManifest('app', index, '1')
  const files = [await writeDocument(directory(), 'spdx')]
  const job = jobOn(`${registry.host}/app:1`, { platform: 'all', attach: { files } })
  expect((await outcomeOf(job)).failure).toMatchObject(limit)
  expect(registry.requests.map(({ method }) => method)).not.toContain('PUT')
  expect(fetched(registry)).toEqual([])
})
