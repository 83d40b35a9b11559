import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Attached, AttachRequest, PullRequest } from '../../src/job.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { MAX_ROUNDS } from '../../src/registry/shared-list/times.ts'
import { artifactOn } from '../support/artifacts.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed, withoutWaiting } from '../support/job.ts'
import { json, specError } from '../support/registry/exchange.ts'
import type { Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const pulledTo = () => join(directory(), 'pulled')

/** A job that attaches two documents, and then whatever else. */
async function attachJob(
  { host }: TestRegistry,
  {
    attach,
    ...rest
  }: Omit<JobOptions, 'attach'> & { readonly attach?: Partial<AttachRequest> } = {},
) {
  const files = [
    await writeDocument(directory(), 'spdx'),
    await writeDocument(directory(), 'sarif'),
  ]
  return jobOn(`${host}/app:1`, { ...rest, attach: { files, ...attach } })
}

function pulling(): PullRequest {
  const limits = { maxFiles: 10, maxBytes: 1_000_000 }
  return { directory: pulledTo(), what: 'referrers', overwrite: false, ...limits }
}

/** Returns what the job attaches, wherever the image is. */
async function plan(): Promise<readonly Attached[]> {
  const registry = await start()
  registry.putImage('app', { tag: '1' })
  return (await succeed(await attachJob(registry, { dryRun: true }))).attached
}

/** Returns a context in which waiting takes no time, and how long was waited each time. */
function patient() {
  const { sleep, now } = withoutWaiting()
  const pauses: number[] = []
  return {
    now,
    pauses,
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds)
      await sleep(milliseconds)
    },
  }
}

const digestsOf = (values: readonly { readonly digest: string }[] | undefined) =>
  (values ?? []).map(({ digest }) => digest).sort()
const asked = ({ requests }: TestRegistry, pattern: RegExp) =>
  requests.filter(({ method, path }) => pattern.test(`${method} ${decodeURIComponent(path)}`))
const LIST = /^GET .*\/referrers\/sha256:/
const GET_TAG = /^GET .*\/manifests\/sha256-[0-9a-f]{64}$/
const PUT_TAG = /^PUT .*\/manifests\/sha256-[0-9a-f]{64}$/

describe('what a referrers API lists late', () => {
  const late = (staleReads: number): Quirks => ({ referrers: { staleReads } })

  test('is waited for once, and is there for all that comes after in the same job', async () => {
    const registry = await start({ quirks: late(3) })
    registry.putImage('app', { tag: '1' })
    const gate = { policy: parsePolicy('- sbom\n- application/sarif+json') }
    const context = patient()
    const job = await attachJob(registry, { pull: pulling(), gate })
    const outcome = await succeed(job, context)
    expect(digestsOf(outcome.graphs[0]?.referrers)).toEqual(digestsOf(outcome.attached))
    expect(outcome.gate?.verdict).toBe('passed')
    expect(outcome.pulled.map(({ title }) => title).sort()).toEqual(['sarif.json', 'spdx.json'])
    expect(context.pauses).toEqual([200, 400, 800])
  })

  test('is waited for no longer than some seconds: then the job ends, and says what is missing', async () => {
    const registry = await start({ quirks: late(1000) })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const context = patient()
    const job = await attachJob(registry, { pull: pulling() })
    const { failure, graphs, pulled } = await outcomeOf(job, context)
    expect(failure).toMatchObject({
      code: 'NOT_LISTED',
      advice: expect.stringContaining('Run the job again'),
    })
    for (const { digest } of await plan()) expect(failure?.message).toContain(digest)
    expect(failure?.message).toContain(
      `of 2 artifacts for ${image.digest}, 2 are known to be stored, but not to be listed`,
    )
    expect(context.pauses).toEqual([200, 400, 800, 1600, 3000])
    expect(asked(registry, LIST)).toHaveLength(6)
    expect({ graphs, pulled }).toEqual({ graphs: [], pulled: [] })
    await expect(readdir(pulledTo())).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is named alone where the rest is listed', async () => {
    const [listed, missing] = await plan()
    const { mediaType, digest, size } = listed ?? {}
    const manifests = [{ mediaType, digest, size }]
    const { bytes } = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
    const headers = { 'content-type': OCI_IMAGE_INDEX }
    const fails = { status: 200, headers, body: bytes }
    const registry = await start({ faults: [{ at: LIST, times: 100, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({
      code: 'NOT_LISTED',
      message: expect.stringContaining(`took ${missing?.digest}, but`),
    })
    expect(failure?.message).not.toContain(digest)
  })

  test('is found by a job that is run again, and not attached twice', async () => {
    const registry = await start({ quirks: late(6) })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const first = await outcomeOf(await attachJob(registry))
    expect(first.failure).toMatchObject({ code: 'NOT_LISTED' })
    // Another time of creation gives other digests: what is not found is attached twice.
    const attach = { created: '2030-01-01T00:00:00Z' }
    const { attached } = await succeed(await attachJob(registry, { attach }))
    expect(attached).toMatchObject([{ status: 'exists' }, { status: 'exists' }])
    expect(digestsOf(registry.referrersOf('app', image.digest))).toEqual(digestsOf(attached))
  })
})

test('what the referrers API of ORAS lists late is waited for', async () => {
  const registry = await start({
    quirks: {
      referrers: { endpoint: '404-text' },
      manifests: { subject: 'must-exist' },
      oras: { generation: 'rc-1' },
    },
    faults: [{ at: /_oras\/artifacts\/referrers/, times: 3, fails: json(200, { referrers: [] }) }],
  })
  registry.putImage('app', { tag: '1' })
  const context = patient()
  const attach = { manifestFormat: 'oras-artifact' } as const
  const { attached } = await succeed(await attachJob(registry, { attach }), context)
  expect(attached).toMatchObject([{ via: 'oras-referrers' }, { via: 'oras-referrers' }])
  expect(context.pauses).toEqual([200, 400, 800])
  expect(Object.keys(registry.tags('app'))).toEqual(['1'])
})

describe('a referrers tag that is read late', () => {
  const quirks: Quirks = { referrers: { endpoint: '404-text' } }
  const fails = specError(404, 'MANIFEST_UNKNOWN', 'manifest unknown')

  test('is read again, and keeps what was there', async () => {
    const registry = await start({ quirks, faults: [{ at: GET_TAG, after: 1, times: 3, fails }] })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { manifest: theirs } = artifactOn(image, 'theirs')
    registry.putManifest('app', theirs)
    const manifests = [theirs.descriptor]
    const index = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
    registry.putManifest('app', index, referrersTag(image.digest))
    const { attached, graphs } = await succeed(await attachJob(registry))
    const expected = digestsOf([...attached, theirs.descriptor])
    expect(digestsOf(registry.referrersOf('app', image.digest))).toEqual(expected)
    expect(digestsOf(graphs[0]?.referrers)).toEqual(expected)
  })

  test('for ever is an error that names what it does not keep, after some rounds', async () => {
    const registry = await start({ quirks, faults: [{ at: GET_TAG, times: 1000, fails }] })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { failure, graphs } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({
      code: 'NOT_LISTED',
      message: expect.stringContaining(`the tag ${referrersTag(image.digest)} does not keep`),
    })
    for (const { digest } of await plan()) expect(failure?.message).toContain(digest)
    expect(asked(registry, PUT_TAG)).toHaveLength(MAX_ROUNDS)
    expect(graphs).toEqual([])
  })
})
