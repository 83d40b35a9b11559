import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Job } from '../../src/job.ts'
import { TITLE } from '../../src/oci/annotations.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { type Digest, digestOf } from '../../src/oci/digest.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { roundTrips, transcript } from '../support/registry/transcript.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'
import { treeOf } from '../support/tree-of.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()
const out = (): string => join(directory(), 'out')

/** Long enough that requests which are sent together arrive together. */
const latencyMs = 100

interface Layer {
  readonly title: string
  readonly text: string
  /** What it is said to be, where that is not true. */
  readonly claim?: Partial<Descriptor> & { readonly urls?: readonly string[] }
}

/** Stores an artifact with the layers under the tag `1`, whatever they claim; returns its digest. */
function put(registry: TestRegistry, layers: readonly Layer[]): Digest {
  registry.putBlob('app', emptyConfig.bytes)
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType: 'application/vnd.example.note',
    config: emptyConfig.descriptor,
    layers: layers.map(({ title, text, claim }) => ({
      ...registry.putBlob('app', Buffer.from(text)),
      annotations: { [TITLE]: title },
      ...claim,
    })),
  })
  return registry.putManifest('app', manifest, '1').digest
}

function pullOf({ host }: TestRegistry, given: Partial<Job['pull']> = {}): Job {
  return jobOn(`${host}/app:1`, {
    discovers: false,
    pull: {
      directory: out(),
      what: 'artifact',
      overwrite: false,
      maxFiles: 100,
      maxBytes: 100_000_000,
      ...given,
    },
  })
}

describe('requests', () => {
  test('for one artifact are its manifest, then all files together', async () => {
    const registry = await start({ latencyMs })
    put(registry, [
      { title: 'a', text: 'one' },
      { title: 'b', text: 'two' },
      { title: 'c', text: 'one' },
    ])
    await succeed(pullOf(registry))
    expect(transcript(registry.requests)).toEqual([
      'GET /v2/app/manifests/1 -> 200',
      expect.stringMatching(/^GET \/v2\/app\/blobs\/<digest \d> -> 200$/),
      expect.stringMatching(/^GET \/v2\/app\/blobs\/<digest \d> -> 200$/),
    ])
    expect(roundTrips(registry.requests)).toBe(2)
    expect(await treeOf(out())).toMatchObject({ a: 'one', b: 'two', c: 'one' })
  })

  test('for a pull that is run again are those for the manifest alone', async () => {
    const registry = await start()
    put(registry, [{ title: 'a', text: 'one' }])
    await succeed(pullOf(registry))
    await succeed(pullOf(registry))
    expect(transcript(registry.requests).filter((line) => line.includes('/blobs/'))).toHaveLength(1)
  })

  test('of files that are stored elsewhere have no credentials there', async () => {
    const registry = await start({
      quirks: { blobs: { download: 'redirected' } },
      authentication: { scheme: 'basic', accounts: [{ username: 'mona', password: 'secret' }] },
    })
    put(registry, [{ title: 'a', text: 'one' }])
    const job = pullOf(registry)
    const connection = { ...job.connection, username: 'mona', password: 'secret' }
    await succeed({ ...job, connection })
    const elsewhere = registry.requests.filter(({ origin }) => origin === 'other')
    expect(elsewhere.map(({ authorization }) => authorization)).toEqual(['none'])
  })

  test('never go where a layer says that it is', async () => {
    const registry = await start()
    const urls = [`${registry.otherOrigin}/evil`]
    put(registry, [{ title: 'a', text: 'one', claim: { urls } }])
    await succeed(pullOf(registry))
    expect(registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
    expect(await treeOf(out())).toMatchObject({ a: 'one' })
  })
})

describe('a download', () => {
  const large = 'x'.repeat(6 * 1024 * 1024)

  test('that breaks in the middle is begun anew', async () => {
    const faults = [{ at: /^GET .*blobs/, times: 2, fails: 'dropped-midway' }] as const
    const registry = await start({ faults })
    put(registry, [{ title: 'large', text: large }])
    const messages: string[] = []
    await succeed(pullOf(registry), {
      onProgress: (each) => void (each.kind === 'retry' && messages.push(each.message)),
    })
    expect((await treeOf(out()))['large']).toBe(large)
    expect(messages).toHaveLength(2)
  })

  test('that breaks every time fails, and leaves no file', async () => {
    const faults = [{ at: /^GET .*blobs/, times: 100, fails: 'dropped-midway' }] as const
    const registry = await start({ faults })
    put(registry, [{ title: 'large', text: large }])
    const { failure, pulled } = await outcomeOf(pullOf(registry))
    expect(failure).toMatchObject({ code: 'CONNECTION_FAILED' })
    expect(pulled).toEqual([])
    expect(await treeOf(out())).toEqual({})
  })

  test('ends when the job is cancelled, and leaves no file', async () => {
    const registry = await start({ faults: [{ at: /^GET .*blobs/, fails: 'stalled' }] })
    put(registry, [{ title: 'large', text: large }])
    const controller = new AbortController()
    const running = outcomeOf(pullOf(registry), {
      signal: controller.signal,
      onProgress: ({ kind }) => {
        if (kind === 'step') setTimeout(() => controller.abort(), 50)
      },
    })
    expect((await running).failure).toMatchObject({ code: 'CANCELLED' })
    expect(await treeOf(out())).toEqual({})
  })
})

describe('nothing is written of an artifact', () => {
  const lies: readonly (readonly [string, Layer, object])[] = [
    [
      'with a title that leads out of the directory',
      { title: '../../evil', text: 'x' },
      { code: 'TITLE_INVALID', message: expect.stringContaining('"../../evil"') },
    ],
    [
      'whose file is larger than it says',
      { title: 'a', text: 'long', claim: { size: 2 } },
      { code: 'SIZE_INVALID' },
    ],
    [
      'whose file is smaller than it says',
      { title: 'a', text: 'short', claim: { size: 4000 } },
      { code: 'SIZE_INVALID' },
    ],
    [
      'whose file is larger than is allowed',
      { title: 'a', text: 'short', claim: { size: 2 ** 52 } },
      { code: 'LIMIT_EXCEEDED' },
    ],
    [
      'whose file is not there',
      { title: 'a', text: 'x', claim: { digest: digestOf(Buffer.from('gone')) } },
      { code: 'BLOB_UNKNOWN' },
    ],
  ]

  test.each(lies)('%s', async (_what, layer, failure) => {
    const registry = await start()
    put(registry, [{ title: 'good', text: 'good' }, layer])
    const outcome = await outcomeOf(pullOf(registry, { maxBytes: 1_000_000 }))
    expect(outcome.failure).toMatchObject(failure)
    const { good: _, ...rest } = await treeOf(out())
    expect(rest).toEqual({})
    expect(await treeOf(directory())).not.toHaveProperty('evil')
  })

  test('whose bytes are others than its digest says', async () => {
    const registry = await start()
    put(registry, [{ title: 'a', text: 'right' }])
    registry.putBlob('app', Buffer.from('wrong'), digestOf(Buffer.from('right')))
    expect((await outcomeOf(pullOf(registry))).failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(await treeOf(out())).toEqual({})
  })
})
