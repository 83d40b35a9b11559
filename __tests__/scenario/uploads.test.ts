import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../src/oci/digest.ts'
import { ORAS_ARTIFACT_MANIFEST } from '../../src/oci/media-types.ts'
import { writeDocument } from '../support/documents.ts'
import { type JobOptions, jobOn, outcomeOf, succeed } from '../support/job.ts'
import type { ManifestQuirks, UploadQuirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const scan = Buffer.alloc(2 * 1024 * 1024, 'scan')

/** Writes a file that is too large to be sent before it is known how, and returns its path. */
async function writeScan(): Promise<string> {
  const path = join(directory(), 'scan.bin')
  await writeFile(path, scan)
  return path
}

const asScan: JobOptions['attach'] & object = {
  files: [],
  artifactType: 'application/vnd.example.scan',
}

const requestsOf = ({ requests }: TestRegistry, method: string) =>
  requests.filter((request) => request.method === method).map(({ path }) => path)

describe('a file goes up', () => {
  const locations: readonly UploadQuirks['location'][] = [undefined, 'absolute', 'other-path']
  const puts: readonly UploadQuirks['putStatus'][] = [undefined, 200, 202, 204]
  const uploads: readonly UploadQuirks[] = [
    ...locations.flatMap((location) => [
      { singlePost: 202, ...(location && { location }) } as const,
      { singlePost: 202, state: 'required', ...(location && { location }) } as const,
    ]),
    ...puts.map((putStatus) => ({ singlePost: 202, ...(putStatus && { putStatus }) }) as const),
    {},
    { location: 'absolute', state: 'required' },
  ]

  test.each(uploads.map((each): [string, UploadQuirks] => [JSON.stringify(each), each]))(
    'to a registry with the quirks %s',
    async (_, quirks) => {
      const registry = await start({ quirks: { uploads: quirks } })
      registry.putImage('app', { tag: '1' })
      const attach = {
        ...asScan,
        files: [await writeDocument(directory(), 'spdx'), await writeScan()],
      }
      const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
      for (const { digest } of attached.flatMap(({ files }) => files)) {
        expect(digestOf(registry.blob('app', digest) ?? Buffer.of())).toBe(digest)
      }
      expect(registry.uploadsOpen()).toBe(0)
      expect(requestsOf(registry, 'PATCH')).toEqual([])
    },
  )

  test('in one request each, where the registry takes that', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    expect(requestsOf(registry, 'POST')).toHaveLength(3)
    expect(requestsOf(registry, 'PUT').filter((path) => path.includes('blobs'))).toEqual([])
  })

  test.each([201, 202])('though it is empty, where a POST of it is answered %d', async (status) => {
    const registry = await start({ quirks: { uploads: status === 202 ? { singlePost: 202 } : {} } })
    registry.putImage('app', { tag: '1' })
    await writeFile(join(directory(), 'log'), '')
    const attach = { ...asScan, files: [`${join(directory(), 'log')}:text/plain`] }
    const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
    const [file] = attached[0]?.files ?? []
    expect(file && registry.blob('app', file.digest)).toHaveLength(0)
  })

  test('once, however many artifacts have it, and not at all where it is already', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    registry.putBlob('app', scan)
    await writeFile(join(directory(), 'copy.bin'), scan)
    const attach = { ...asScan, files: [await writeScan(), join(directory(), 'copy.bin')] }
    const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
    expect(attached).toHaveLength(2)
    expect(registry.requests.every(({ size }) => size < scan.length)).toBe(true)
  })

  test('as it was when it was read: one that changes meanwhile is an error, and is not attached', async () => {
    for (const changed of ['shorter', `${'x'.repeat(2 ** 21)}`, `${'longer '.repeat(2 ** 20)}`]) {
      const registry = await start({ quirks: { uploads: { singlePost: 202 } } })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const path = await writeScan()
      const job = jobOn(`${registry.host}/app:1`, { attach: { ...asScan, files: [path] } })
      const change = writeFile.bind(undefined, path, changed)
      let changing: Promise<void> | undefined
      const { failure, attached } = await outcomeOf(job, {
        onProgress: ({ kind }) => {
          if (kind === 'step') changing ??= change()
        },
      })
      await changing
      expect(failure?.name).toBe('OciError')
      expect(attached).toEqual([])
      expect(registry.referrersOf('app', image.digest)).toEqual([])
    }
  })
})

describe('manifests', () => {
  test.each(['missing', 'missing-on-get-by-tag'] as const)(
    'are told by their bytes where Docker-Content-Digest is %s',
    async (digestHeader) => {
      const registry = await start({ quirks: { manifests: { digestHeader } } })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const files = [await writeDocument(directory(), 'spdx')]
      const { subjects } = await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
      expect(subjects).toMatchObject([{ digest: image.digest }])
      expect(registry.referrersOf('app', image.digest)).toHaveLength(1)
    },
  )

  test('are asked for uncompressed, and refused where they are compressed all the same', async () => {
    const job = async (encoding: NonNullable<ManifestQuirks['encoding']>) => {
      const registry = await start({ quirks: { manifests: { encoding } } })
      registry.putImage('app', { tag: '1' })
      return outcomeOf(jobOn(`${registry.host}/app:1`))
    }
    expect((await job('gzip-if-accepted')).failure).toBeUndefined()
    expect((await job('gzip')).failure).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: expect.stringContaining('compressed'),
    })
  })

  test('satisfy Amazon ECR, whatever is attached', async () => {
    const registry = await start({ quirks: { manifests: { validation: 'ecr' } } })
    registry.putImage('app', { tag: '1' })
    const bundle = join(directory(), 'old.sigstore.json')
    const mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2'
    await writeFile(
      bundle,
      JSON.stringify({ mediaType, verificationMaterial: {}, messageSignature: {} }),
    )
    const documents = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    for (const attach of [
      { files: [...documents, bundle] },
      { files: documents, combine: true, artifactType: 'application/vnd.example.all' },
    ]) {
      const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach }))
      expect(attached.map(({ status }) => status)).not.toContain('exists')
    }
  })

  test('of the older format are attached and found as such', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const attach = {
      files: [await writeDocument(directory(), 'spdx')],
      manifestFormat: 'oras-artifact',
    } as const
    const job = jobOn(`${registry.host}/app:1`, { attach })
    const { attached, graphs } = await succeed(job)
    expect(registry.referrersOf('app', image.digest)).toMatchObject([
      {
        mediaType: ORAS_ARTIFACT_MANIFEST,
        digest: attached[0]?.digest,
        artifactType: 'application/spdx+json',
      },
    ])
    expect(graphs[0]?.referrers).toMatchObject([
      { digest: attached[0]?.digest, artifactType: 'application/spdx+json' },
    ])
    expect((await succeed(job)).attached).toMatchObject([{ status: 'exists' }])
  })

  test.each([
    { tooLarge: undefined, status: 413 },
    { tooLarge: 400 as const, status: 400 },
  ])('that are too large ($status) are an error that says so', async ({ tooLarge, status }) => {
    const registry = await start({
      quirks: { manifests: { maxSize: 900, ...(tooLarge && { tooLarge }) } },
    })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const annotations = { note: 'x'.repeat(1000) }
    const { failure } = await outcomeOf(
      jobOn(`${registry.host}/app:1`, { attach: { files, annotations } }),
    )
    expect(failure).toMatchObject({
      status,
      message: expect.stringContaining('request body too large'),
      advice: expect.stringContaining('shorter annotations'),
    })
    expect(registry.referrersOf('app', image.digest)).toEqual([])
  })

  test.each([400, 409, 412] as const)(
    'in tags that cannot be moved (%d) are an error that says so',
    async (immutableTags) => {
      const quirks = { referrers: { endpoint: '404-text' }, manifests: { immutableTags } } as const
      const registry = await start({ quirks })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const attach = async (kind: 'spdx' | 'sarif') =>
        outcomeOf(
          jobOn(`${registry.host}/app:1`, {
            attach: { files: [await writeDocument(directory(), kind)] },
          }),
        )
      const first = await attach('spdx')
      expect(first.failure).toBeUndefined()
      const second = await attach('sarif')
      expect(second.failure).toMatchObject({
        code: 'TAG_IMMUTABLE',
        status: immutableTags,
        advice: expect.stringContaining('sha256-'),
      })
      expect(registry.referrersOf('app', image.digest).map(({ digest }) => digest)).toEqual([
        first.attached[0]?.digest,
      ])
    },
  )
})
