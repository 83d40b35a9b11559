import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Attached } from '../../src/job.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, succeed } from '../support/job.ts'
import { placeKinds, usePlaces } from '../support/places.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const directory = useTemporaryDirectory()

const created = { 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' }
const SIGNATURE = 'application/vnd.example.signature'

const digests = (attached: readonly { readonly digest: string }[]) =>
  attached.map(({ digest }) => digest)
const statuses = (attached: readonly Attached[]) => attached.map(({ status }) => status)

describe.each(placeKinds)('to %s', (kind) => {
  test('one file is attached as what its content says that it is', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const path = await writeDocument(directory(), 'spdx', { name: 'sbom.json' })
    const { attached, graphs } = await succeed(
      jobOn(`${place.repository}:1`, { attach: { files: [path] } }),
    )
    const [artifact] = attached
    const file = artifact?.files[0]
    expect(attached).toEqual([
      {
        subject: `${place.repository}@${image.digest}`,
        reference: `${place.repository}@${artifact?.digest}`,
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        mediaType: OCI_IMAGE_MANIFEST,
        size: expect.any(Number),
        artifactType: 'application/spdx+json',
        files: [
          {
            path,
            title: 'sbom.json',
            mediaType: 'application/spdx+json',
            digest: file?.digest,
            size: file?.size,
          },
        ],
        status: 'pushed',
        via: place.via,
      },
    ])
    const [listed, ...others] = await place.referrersOf(image.digest)
    expect(others).toEqual([])
    expect(listed).toMatchObject({
      digest: artifact?.digest,
      size: artifact?.size,
      artifactType: 'application/spdx+json',
    })
    expect(graphs[0]?.referrers).toEqual([
      expect.objectContaining({
        digest: listed?.digest,
        annotations: created,
        sources: [place.via],
      }),
    ])
  })

  test('the manifest names image, type and file, and the file is stored byte for byte', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const path = await writeDocument(directory(), 'cyclonedx')
    const job = jobOn(`${place.repository}:1`, { attach: { files: [path] } })
    const [listed] = await succeed(job).then(() => place.referrersOf(image.digest))
    const type = 'application/vnd.cyclonedx+json'
    const manifest = listed && (await place.manifest(listed.digest))
    expect(manifest).toEqual({
      schemaVersion: 2,
      mediaType: OCI_IMAGE_MANIFEST,
      artifactType: type,
      config: emptyConfig.descriptor,
      layers: [
        expect.objectContaining({
          mediaType: type,
          annotations: { 'org.opencontainers.image.title': 'cyclonedx.json' },
        }),
      ],
      subject: image,
      annotations: created,
    })
    const [layer] = (await succeed(job)).attached[0]?.files ?? []
    expect(layer && JSON.parse(await place.file(layer.digest))).toMatchObject({
      bomFormat: 'CycloneDX',
    })
    expect(await place.file(emptyConfig.descriptor.digest)).toBe('{}')
  })

  test('many files become an artifact each, in their order, a glob among them', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    await writeDocument(directory(), 'spdx', { name: 'b.spdx.json', seed: 'b' })
    await writeDocument(directory(), 'spdx', { name: 'a.spdx.json', seed: 'a' })
    const report = join(directory(), 'report')
    await writeFile(report, 'all is well')
    const files = [await writeDocument(directory(), 'sarif'), join(directory(), '*.spdx.json')]
    const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach: { files } }))
    expect(attached.map(({ artifactType, files: [file] }) => [artifactType, file?.title])).toEqual([
      ['application/sarif+json', 'sarif.json'],
      ['application/spdx+json', 'a.spdx.json'],
      ['application/spdx+json', 'b.spdx.json'],
    ])
    expect(digests(await place.referrersOf(image.digest)).sort()).toEqual(digests(attached).sort())
  })

  test('combined files are layers of one artifact, their media types as given or told', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    await writeFile(join(directory(), 'notes.txt'), 'all is well')
    const files = [
      await writeDocument(directory(), 'spdx'),
      `${join(directory(), 'notes.txt')}:text/plain`,
    ]
    const attach = { files, combine: true, artifactType: 'application/vnd.example.evidence' }
    const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach }))
    expect(attached).toHaveLength(1)
    expect(attached[0]?.files.map(({ title, mediaType }) => [title, mediaType])).toEqual([
      ['spdx.json', 'application/spdx+json'],
      ['notes.txt', 'text/plain'],
    ])
    expect(await place.referrersOf(image.digest)).toEqual([
      expect.objectContaining({ digest: attached[0]?.digest, artifactType: attach.artifactType }),
    ])
  })

  test('the reference of an artifact is the image of the next job: an SBOM is signed', async () => {
    const place = await open(kind)
    await place.putImage()
    const sbom = await writeDocument(directory(), 'spdx')
    const [artifact] = (
      await succeed(jobOn(`${place.repository}:1`, { attach: { files: [sbom] } }))
    ).attached
    const signature = join(directory(), 'sbom.sig')
    await writeFile(signature, 'pat hancock')
    const attach = { files: [signature], artifactType: SIGNATURE }
    const [signed] = (await succeed(jobOn(artifact?.reference ?? '', { attach }))).attached
    expect(signed?.subject).toBe(artifact?.reference)
    expect(artifact && digests(await place.referrersOf(artifact.digest))).toEqual([signed?.digest])
    const { graphs } = await succeed(jobOn(`${place.repository}:1`))
    expect(graphs[0]?.referrers).toMatchObject([
      {
        digest: artifact?.digest,
        referrers: [{ digest: signed?.digest, artifactType: SIGNATURE }],
      },
    ])
  })

  test('annotations and time are those of the job', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const annotations = { 'org.example.build': '42', a: 'ü=1' }
    const files = [await writeDocument(directory(), 'spdx')]
    const attach = { files, annotations, created: '2020-02-02T02:02:02Z' }
    await succeed(jobOn(`${place.repository}:1`, { attach }))
    const [listed] = await place.referrersOf(image.digest)
    expect(listed && (await place.manifest(listed.digest))['annotations']).toEqual({
      ...annotations,
      'org.opencontainers.image.created': attach.created,
    })
  })

  test('run again, it finds what is there, whatever the time, and writes nothing', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    const first = await succeed(jobOn(`${place.repository}:1`, { attach: { files } }))
    const before = await place.writes()
    const attach = { files, created: '2030-01-01T00:00:00Z' }
    const again = await succeed(jobOn(`${place.repository}:1`, { attach }))
    expect(statuses(again.attached)).toEqual(['exists', 'exists'])
    expect(digests(again.attached)).toEqual(digests(first.attached))
    expect(again.attached.map(({ via }) => via)).toEqual([place.via, place.via])
    expect(await place.writes()).toEqual(before)
    expect(await place.referrersOf(image.digest)).toHaveLength(2)
  })

  test('another annotation, title or type is another artifact', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const renamed = [await writeDocument(directory(), 'spdx', { name: 'other.json' })]
    for (const attach of [
      { files },
      { files, annotations: { a: 'b' } },
      { files: renamed },
      { files, artifactType: 'application/vnd.example.sbom' },
    ]) {
      const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach }))
      expect(statuses(attached)).toEqual(['pushed'])
    }
    expect(await place.referrersOf(image.digest)).toHaveLength(4)
  })

  test('append pushes again, but not the same digest; skip then finds the newest', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const attach = async (ifExists: 'skip' | 'append', year: number) => {
      const request = { files, ifExists, created: `${year}-01-01T00:00:00Z` }
      return (await succeed(jobOn(`${place.repository}:1`, { attach: request }))).attached
    }
    const all = [
      await attach('append', 2021),
      await attach('append', 2023),
      await attach('append', 2022),
    ]
    expect(all.map(statuses)).toEqual([['pushed'], ['pushed'], ['pushed']])
    expect(statuses(await attach('append', 2022))).toEqual(['exists'])
    expect(digests(await attach('skip', 2024))).toEqual(digests(all[1] ?? []))
    expect(digests(await place.referrersOf(image.digest)).sort()).toEqual(
      digests(all.flat()).sort(),
    )
  })
})

describe('the same inputs', () => {
  test('give the same digests everywhere, and a dry run foretells them without a write', async () => {
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    const attach = { files, annotations: { b: '2', a: '1' } }
    const found = await Promise.all(
      [...placeKinds, placeKinds[0]].map(async (kind) => {
        const place = await open(kind)
        const { descriptor: image } = await place.putImage()
        const before = await place.writes()
        const dry = await succeed(jobOn(`${place.repository}:1`, { attach, dryRun: true }))
        expect(statuses(dry.attached)).toEqual(['planned', 'planned'])
        expect(digests(dry.graphs[0]?.referrers ?? []).sort()).toEqual(digests(dry.attached).sort())
        expect(await place.writes()).toEqual(before)
        expect(await place.referrersOf(image.digest)).toEqual([])
        const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach }))
        expect(digests(attached)).toEqual(digests(dry.attached))
        return digests(attached).join()
      }),
    )
    expect(new Set(found).size).toBe(1)
  })

  test('a dry run tells what is there already from what is not', async () => {
    const place = await open('a registry without it')
    await place.putImage()
    const sbom = await writeDocument(directory(), 'spdx')
    await succeed(jobOn(`${place.repository}:1`, { attach: { files: [sbom] } }))
    const files = [await writeDocument(directory(), 'sarif'), sbom]
    const dry = await succeed(jobOn(`${place.repository}:1`, { attach: { files }, dryRun: true }))
    expect(statuses(dry.attached)).toEqual(['planned', 'exists'])
    expect(dry.attached.map(({ via }) => via)).toEqual([undefined, 'referrers-tag'])
    expect(dry.graphs[0]?.referrers).toHaveLength(2)
  })

  test('a dry run gives no tag, not even to what is there already', async () => {
    const place = await open('a registry without it')
    await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    await succeed(jobOn(`${place.repository}:1`, { attach: { files } }))
    const before = await place.writes()
    const attach = { files, tag: 'sbom' }
    await succeed(jobOn(`${place.repository}:1`, { attach, dryRun: true }))
    expect(await place.writes()).toEqual(before)
    await succeed(jobOn(`${place.repository}:1`, { attach }))
    expect(await place.writes()).not.toEqual(before)
  })
})

describe('a large file', () => {
  test('goes up in one PUT, whole', async () => {
    const place = await open('a registry with the referrers API')
    await place.putImage()
    const path = join(directory(), 'scan.bin')
    const bytes = Buffer.alloc(3 * 1024 * 1024, 'scan')
    await writeFile(path, bytes)
    const attach = { files: [path], artifactType: 'application/vnd.example.scan' }
    const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach }))
    const [file] = attached[0]?.files ?? []
    expect(file).toMatchObject({ digest: digestOf(bytes), size: bytes.length })
    const writes = await place.writes()
    expect(writes.filter((line) => line.startsWith('PUT /v2/app/blobs'))).toHaveLength(1)
  })
})
