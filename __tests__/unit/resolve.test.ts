import { describe, expect, test } from '@jest/globals'
import type { PlatformSelection } from '../../src/job.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { parseDigest } from '../../src/oci/digest.ts'
import { decodeManifest, encodeJson } from '../../src/oci/encoded.ts'
import { InputError } from '../../src/oci/error.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { formatPlatform, parsePlatform } from '../../src/oci/platform.ts'
import { MAX_PLATFORMS, resolveSubjects } from '../../src/resolve.ts'
import { pushArtifacts, pushImage, textContent } from '../support/artifacts.ts'
import { createMemoryRepository, type MemoryRepository } from '../support/memory-repository.ts'

const PLATFORMS = ['linux/amd64', 'linux/arm/v6', 'linux/arm/v7', 'linux/arm64/v8', 'linux/s390x']
const tag = { tag: 'v1' }

interface Opened {
  readonly repository: MemoryRepository
  readonly image: Descriptor
}

async function withImage(platforms: readonly string[]): Promise<Opened> {
  const repository = createMemoryRepository()
  return { repository, image: await pushImage(repository, 'v1', { platforms, attestations: true }) }
}

/** An image of one platform whose config is this text. */
async function withConfig(text: string): Promise<Opened> {
  const repository = createMemoryRepository()
  const config = textContent(text, OCI_IMAGE_CONFIG)
  await repository.pushBlob(config)
  const image = { mediaType: OCI_IMAGE_MANIFEST, config: config.descriptor, layers: [] }
  const { bytes, descriptor } = encodeJson(image)
  await repository.pushManifest(decodeManifest(bytes, descriptor), 'v1')
  return { repository, image: descriptor }
}

function selection(...platforms: readonly string[]): PlatformSelection {
  return platforms.map(parsePlatform)
}

/** The platform that each subject is for by its image, and the one it was selected by. */
async function platformsOf(
  { repository, image }: Opened,
  wanted: PlatformSelection,
): Promise<readonly (readonly [string, string])[]> {
  const { value } = await repository.fetchManifest(image)
  const entries = value.kind === 'index' ? value.manifests : []
  return (await resolveSubjects(repository, tag, wanted)).map(({ descriptor, platform }) => {
    const entry = entries.find(({ digest }) => digest === descriptor.digest)
    expect(entry).toMatchObject(descriptor)
    return [
      entry?.platform ? formatPlatform(entry.platform) : '',
      platform ? formatPlatform(platform) : '',
    ]
  })
}

describe('the subject of a job', () => {
  test('is what the tag or digest names, without a platform', async () => {
    const { repository, image } = await withImage(PLATFORMS)
    const { mediaType, digest, size } = image
    const expected = [{ descriptor: { mediaType, digest, size } }]
    expect(await resolveSubjects(repository, tag, 'subject')).toEqual(expected)
    expect(await resolveSubjects(repository, { digest }, 'subject')).toEqual(expected)
  })

  test('that is absent is an error', async () => {
    const { repository } = await withImage([])
    const wanted = resolveSubjects(repository, { tag: 'absent' }, 'all')
    await expect(wanted).rejects.toMatchObject({ code: 'MANIFEST_UNKNOWN' })
  })
})

describe('of an index', () => {
  test('all are its images, in its order, without attestations', async () => {
    const all = PLATFORMS.map((each) => [each, each])
    expect(await platformsOf(await withImage(PLATFORMS), 'all')).toEqual(all)
  })

  test('they are known to be in it', async () => {
    const { repository, image } = await withImage(PLATFORMS)
    const [index] = await resolveSubjects(repository, tag, 'subject')
    for (const wanted of ['all', selection('linux/arm')] as const) {
      for (const subject of await resolveSubjects(repository, tag, wanted)) {
        expect(subject).toMatchObject({ index: index?.descriptor })
        expect(subject.descriptor.digest).not.toBe(image.digest)
      }
    }
    const single = await withImage([])
    const [only] = await resolveSubjects(single.repository, tag, 'all')
    expect(only).not.toHaveProperty('index')
  })

  test('those wanted are in the order wanted, under the names wanted', async () => {
    const opened = await withImage(PLATFORMS)
    expect(await platformsOf(opened, selection('linux/arm64', 'linux/amd64'))).toEqual([
      ['linux/arm64/v8', 'linux/arm64'],
      ['linux/amd64', 'linux/amd64'],
    ])
    expect(await platformsOf(opened, selection('linux/arm/v7'))).toEqual([
      ['linux/arm/v7', 'linux/arm/v7'],
    ])
    expect(await platformsOf(opened, selection('linux/arm'))).toEqual([
      ['linux/arm/v6', 'linux/arm'],
      ['linux/arm/v7', 'linux/arm'],
    ])
  })

  test.each(['linux/riscv64', 'windows/amd64', 'linux/arm/v5', 'unknown/unknown'])(
    '%s that it does not have is an error that says what it has',
    async (platform) => {
      const { repository } = await withImage(['linux/amd64', 'linux/arm/v7'])
      const wanted = resolveSubjects(repository, tag, selection('linux/amd64', platform))
      await expect(wanted).rejects.toThrow(InputError)
      await expect(wanted).rejects.toMatchObject({
        input: 'platform',
        message: expect.stringContaining(platform),
        advice: expect.stringContaining('linux/amd64, linux/arm/v7'),
      })
    },
  )

  test.each<PlatformSelection>(['all', selection('linux/amd64')])(
    'that names no platform, none can be meant: %j',
    async (wanted) => {
      const repository = createMemoryRepository()
      const { bytes, descriptor } = encodeJson({ mediaType: OCI_IMAGE_INDEX, manifests: [] })
      await repository.pushManifest(decodeManifest(bytes, descriptor), 'v1')
      await expect(resolveSubjects(repository, tag, wanted)).rejects.toMatchObject({
        input: 'platform',
      })
    },
  )

  test('of more platforms than there are, none is looked at', async () => {
    const repository = createMemoryRepository()
    const image = await pushImage(repository, 'one')
    const push = async (count: number) => {
      const entry = { ...image, platform: parsePlatform('linux/amd64') }
      const manifests = Array.from({ length: count }, () => entry)
      const { bytes, descriptor } = encodeJson({ mediaType: OCI_IMAGE_INDEX, manifests })
      await repository.pushManifest(decodeManifest(bytes, descriptor), 'v1')
      return resolveSubjects(repository, tag, 'all')
    }
    await expect(push(MAX_PLATFORMS + 1)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
    await expect(push(MAX_PLATFORMS)).resolves.toHaveLength(MAX_PLATFORMS)
  })

  test("a subject's type and size are its own, not the index's word for them", async () => {
    const { repository, image } = await withImage(['linux/amd64'])
    const { value } = await repository.fetchManifest(image)
    const [entry] = value.kind === 'index' ? value.manifests : []
    const manifests = [{ ...entry, size: 1 }]
    const { bytes, descriptor } = encodeJson({ mediaType: OCI_IMAGE_INDEX, manifests })
    await repository.pushManifest(decodeManifest(bytes, descriptor), 'lying')
    const subjects = await resolveSubjects(repository, { tag: 'lying' }, 'all')
    expect(subjects).toMatchObject([{ descriptor: { digest: entry?.digest, size: entry?.size } }])
  })
})

describe('of a single-platform image', () => {
  test('all, and its own platform, are the image', async () => {
    const opened = await withConfig('{"os":"linux","architecture":"arm64","variant":"v8"}')
    const { repository, image: descriptor } = opened
    for (const [wanted, platform] of [
      ['all', 'linux/arm64/v8'],
      [selection('linux/arm64'), 'linux/arm64'],
    ] as const) {
      expect(await resolveSubjects(repository, tag, wanted)).toEqual([
        { descriptor, platform: parsePlatform(platform) },
      ])
    }
    await expect(resolveSubjects(repository, tag, selection('linux/amd64'))).rejects.toMatchObject({
      input: 'platform',
      advice: expect.stringContaining('linux/arm64/v8'),
    })
  })

  test.each([
    '{}',
    '[]',
    '{"os":"linux"}',
    '{"os":1,"architecture":2}',
    '{"os":"","architecture":""}',
  ])(
    'that does not say which (%s), all is the image and no platform is its own',
    async (config) => {
      const { repository, image: descriptor } = await withConfig(config)
      expect(await resolveSubjects(repository, tag, 'all')).toEqual([{ descriptor }])
      const wanted = resolveSubjects(repository, tag, selection('linux/amd64'))
      await expect(wanted).rejects.toMatchObject({
        input: 'platform',
        advice: expect.stringContaining('no platform'),
      })
    },
  )

  test('whose config is not JSON, or not the one it names, none can be told', async () => {
    const broken = await withConfig('{')
    await expect(resolveSubjects(broken.repository, tag, 'all')).rejects.toMatchObject({
      code: 'MANIFEST_INVALID',
    })
    const { repository, image } = await withConfig('{"os":"linux","architecture":"amd64"}')
    const { value } = await repository.fetchManifest(image)
    const digest = value.kind === 'image' ? value.config.digest : image.digest
    repository.corrupt(digest, Buffer.from('{"os":"linux","architecture":"arm64"}'))
    await expect(resolveSubjects(repository, tag, 'all')).rejects.toMatchObject({
      code: 'DIGEST_INVALID',
    })
  })

  test('whose config would be larger than any is not read', async () => {
    const { repository, image } = await withConfig('{"os":"linux","architecture":"amd64"}')
    const { value } = await repository.fetchManifest(image)
    const config = value.kind === 'image' && { ...value.config, size: 2 ** 40 }
    const lying = encodeJson({ mediaType: OCI_IMAGE_MANIFEST, config, layers: [] })
    await repository.pushManifest(decodeManifest(lying.bytes, lying.descriptor), 'lying')
    expect(await resolveSubjects(repository, { tag: 'lying' }, 'all')).toEqual([
      { descriptor: lying.descriptor },
    ])
  })
})

test('an artifact has no platform: all of it is the artifact', async () => {
  const { repository, image } = await withImage([])
  const [artifact] = await pushArtifacts(repository, image, ['sbom'])
  const digest = artifact?.descriptor.digest ?? parseDigest('none:0')
  expect(await resolveSubjects(repository, { digest }, 'all')).toEqual([
    { descriptor: artifact?.descriptor },
  ])
})
