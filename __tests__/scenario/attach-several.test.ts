import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../src/oci/digest.ts'
import { formatPlatform } from '../../src/oci/platform.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { placeKinds, usePlaces } from '../support/places.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const start = useTestRegistry()
const directory = useTemporaryDirectory()

const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7']
const [amd64, arm64] = [
  { os: 'linux', architecture: 'amd64' },
  { os: 'linux', architecture: 'arm64' },
]

const digests = (values: readonly { readonly digest: string }[]) =>
  values.map(({ digest }) => digest)

/** Writes a document for each platform and returns the line of `files` that stands for them all. */
async function writePerPlatform(): Promise<string> {
  for (const name of ['linux-amd64', 'linux-arm64', 'linux-arm-v7']) {
    await writeDocument(directory(), 'spdx', { name: `sbom-${name}.json`, seed: name })
  }
  return join(directory(), 'sbom-{platform}.json')
}

describe.each(placeKinds)('to a multi-platform image in %s', (kind) => {
  test('platform all attaches to each platform its own file, never to an attestation', async () => {
    const place = await open(kind)
    const image = await place.putImage({ platforms, attestations: true })
    const files = [await writePerPlatform()]
    const job = jobOn(`${place.repository}:1`, { platform: 'all', attach: { files } })
    const { attached, subjects, graphs } = await succeed(job)
    expect(subjects.map(({ platform }) => platform && formatPlatform(platform))).toEqual(platforms)
    expect(attached.map(({ subject }) => subject)).toEqual(
      image.platforms.map(({ digest }) => `${place.repository}@${digest}`),
    )
    expect(attached.map(({ files: [file] }) => file?.title)).toEqual([
      'sbom-linux-amd64.json',
      'sbom-linux-arm64.json',
      'sbom-linux-arm-v7.json',
    ])
    for (const [at, { digest }] of image.platforms.entries()) {
      expect(digests(await place.referrersOf(digest))).toEqual([attached[at]?.digest])
    }
    expect(await place.referrersOf(image.descriptor.digest)).toEqual([])
    expect(graphs.map(({ digest }) => digest)).toEqual(digests(image.platforms))
    const whole = (await succeed(jobOn(`${place.repository}:1`))).graphs[0]
    const ofBuild = ['buildkit-index']
    expect(
      whole?.platforms?.map(({ referrers }) => referrers.map(({ sources }) => sources)),
    ).toEqual(attached.map(() => [[place.via], ofBuild]))
    expect(whole?.platforms?.map(({ referrers }) => referrers[0]?.digest)).toEqual(
      digests(attached),
    )
  })

  test('a list of platforms attaches to those, in their order', async () => {
    const place = await open(kind)
    const image = await place.putImage({ platforms })
    const files = [await writePerPlatform()]
    const job = jobOn(`${place.repository}:1`, { platform: [arm64, amd64], attach: { files } })
    const { attached } = await succeed(job)
    expect(attached.map(({ files: [file] }) => file?.title)).toEqual([
      'sbom-linux-arm64.json',
      'sbom-linux-amd64.json',
    ])
    const listed = await Promise.all(image.platforms.map(({ digest }) => place.referrersOf(digest)))
    expect(listed.map(({ length }) => length)).toEqual([1, 1, 0])
  })

  test('two names of one platform are one manifest, which gets the files of both', async () => {
    const place = await open(kind)
    const image = await place.putImage({ platforms: ['linux/arm64'] })
    const names = ['linux-arm64.json', 'linux-arm64-v8.json']
    for (const name of names) await writeDocument(directory(), 'spdx', { name, seed: name })
    const files = [join(directory(), '{platform}.json')]
    const platform = [arm64, { ...arm64, variant: 'v8' }]
    const job = jobOn(`${place.repository}:1`, { platform, attach: { files } })
    const { attached, subjects } = await succeed(job)
    expect(digests(subjects)).toEqual(digests(image.platforms))
    expect(attached.map(({ files: [file] }) => file?.title)).toEqual(names)
    for (const { digest } of image.platforms) {
      expect(await place.referrersOf(digest)).toHaveLength(2)
    }
  })

  test('without a platform it attaches to the index, and the graph has all platforms', async () => {
    const place = await open(kind)
    const image = await place.putImage({ platforms })
    const files = [await writeDocument(directory(), 'spdx')]
    const { attached, graphs } = await succeed(
      jobOn(`${place.repository}:1`, { attach: { files } }),
    )
    expect(digests(await place.referrersOf(image.descriptor.digest))).toEqual(digests(attached))
    expect(digests(graphs[0]?.platforms ?? [])).toEqual(digests(image.platforms))
  })

  test('platform all of a single-platform image is that one', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const files = [await writePerPlatform()]
    const job = jobOn(`${place.repository}:1`, { platform: 'all', attach: { files } })
    const { attached } = await succeed(job)
    expect(attached.map(({ files: [file] }) => file?.title)).toEqual(['sbom-linux-amd64.json'])
    expect(digests(await place.referrersOf(image.digest))).toEqual(digests(attached))
  })

  test.each([
    {
      wrong: 'a platform that the image does not have',
      platform: [amd64, { os: 'linux', architecture: 's390x' }],
      message: 'the image is not for linux/s390x',
    },
    {
      wrong: 'a platform without a file of its own',
      platform: 'all' as const,
      without: 'linux/ppc64le',
      message: 'sbom-linux-ppc64le.json',
    },
  ])('$wrong is an error, and nothing is written', async ({ platform, without, message }) => {
    const place = await open(kind)
    const more = without === undefined ? [] : [without]
    await place.putImage({ platforms: [...platforms, ...more] })
    const before = await place.writes()
    await writeDocument(directory(), 'spdx', { name: 'sbom-linux-s390x.json', seed: 's390x' })
    const files = [await writePerPlatform()]
    const { failure, attached } = await outcomeOf(
      jobOn(`${place.repository}:1`, { platform, attach: { files } }),
    )
    expect(failure?.name).toBe('InputError')
    expect(failure?.message).toContain(message)
    expect(attached).toEqual([])
    expect(await place.writes()).toEqual(before)
  })
})

describe('to several images', () => {
  test('in several registries and a layout, each has everything', async () => {
    const places = await Promise.all(placeKinds.map((kind) => open(kind)))
    const images = await Promise.all(
      places.map((place, at) => place.putImage({ seed: String(at) })),
    )
    const files = [
      await writeDocument(directory(), 'spdx'),
      await writeDocument(directory(), 'sarif'),
    ]
    const references = places.map(({ repository }) => `${repository}:1`)
    const { attached, graphs } = await succeed(jobOn(references, { attach: { files } }))
    expect(attached).toHaveLength(6)
    expect(graphs).toHaveLength(3)
    for (const [at, place] of places.entries()) {
      const subject = images[at]?.descriptor
      const expected = attached.filter(({ reference }) =>
        reference.startsWith(`${place.repository}@`),
      )
      expect(expected.map(({ artifactType }) => artifactType)).toEqual([
        'application/spdx+json',
        'application/sarif+json',
      ])
      const listed = subject && (await place.referrersOf(subject.digest))
      expect(digests(listed ?? []).sort()).toEqual(digests(expected).sort())
    }
  })

  test('tags of the same image count once', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    registry.putImage('app', { tag: '1.0' })
    const files = [await writeDocument(directory(), 'spdx')]
    const references = [`${registry.host}/app:1`, `${registry.host}/app:1.0`]
    const { subjects, attached, graphs } = await succeed(jobOn(references, { attach: { files } }))
    expect([subjects, attached, graphs].map(({ length }) => length)).toEqual([1, 1, 1])
    expect(registry.referrersOf('app', image.digest)).toHaveLength(1)
  })

  test('one that does not exist leaves the others as they are', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const references = [`${registry.host}/app:1`, `${registry.host}/app:2`]
    const { failure, attached } = await outcomeOf(jobOn(references, { attach: { files } }))
    expect(failure?.message).toContain('/v2/app/manifests/2')
    expect(attached).toEqual([])
    expect(registry.requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual(
      [],
    )
  })
})

describe('a digest', () => {
  test('is what counts, wherever the tag has moved', async () => {
    const place = await open('a registry with the referrers API')
    const pinned = await place.putImage({ seed: 'built' })
    const moved = await place.putImage({ seed: 'built later' })
    const files = [await writeDocument(directory(), 'spdx')]
    const reference = `${place.repository}:1@${pinned.descriptor.digest}`
    const { subjects } = await succeed(jobOn(reference, { attach: { files } }))
    expect(digests(subjects)).toEqual([pinned.descriptor.digest])
    expect(await place.referrersOf(pinned.descriptor.digest)).toHaveLength(1)
    expect(await place.referrersOf(moved.descriptor.digest)).toEqual([])
  })

  test('is not the registry’s to choose: other bytes under it are refused', async () => {
    const registry = await start()
    const image = registry.putImage('app', { seed: 'built' }).descriptor
    const [other] = registry.putImage('app', { seed: 'forged' }).manifests
    if (other) registry.putManifest('app', { ...other, descriptor: image })
    const files = [await writeDocument(directory(), 'spdx')]
    const job = jobOn(`${registry.host}/app@${image.digest}`, { attach: { files } })
    const { failure } = await outcomeOf(job)
    expect(failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(registry.referrersOf('app', image.digest)).toEqual([])
  })

  test('of sha512 is kept, and what is attached is listed under it', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    const [{ bytes, descriptor } = unexpected()] = registry.putImage('app').manifests
    const digest = digestOf(bytes, 'sha512')
    registry.putManifest('app', { bytes, descriptor: { ...descriptor, digest }, value: {} })
    const files = [await writeDocument(directory(), 'spdx')]
    const job = jobOn(`${registry.host}/app@${digest}`, { attach: { files } })
    const { attached } = await succeed(job)
    expect(digests(registry.referrersOf('app', digest))).toEqual(digests(attached))
    const tag = `sha512-${digest.slice('sha512:'.length).slice(0, 64)}`
    expect(Object.keys(registry.tags('app'))).toEqual([tag])
  })
})

function unexpected(): never {
  throw new Error('a single-platform image has one manifest')
}
