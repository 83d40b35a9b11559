import { describe, expect, test } from '@jest/globals'
import { findExisting, identityOf } from '../../../src/attach/existing.ts'
import type { PlannedArtifact } from '../../../src/attach/plan.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import type { Encoded } from '../../../src/oci/encoded.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import { type Artifact, packImageManifest, packOrasManifest } from '../../../src/oci/pack.ts'
import type { RepositoryReader } from '../../../src/repository/repository.ts'
import { artifactOn, pushArtifacts, pushImage, textContent } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { testImage } from '../../support/test-image.ts'

const subject = testImage().descriptor
const file: Descriptor = {
  mediaType: 'text/plain',
  digest: digestOf(new Uint8Array()),
  size: 0,
  annotations: { 'org.opencontainers.image.title': 'a.txt' },
}
const artifact: Artifact = {
  artifactType: 'a/b',
  files: [file],
  subject,
  annotations: { x: '1' },
  created: '2026-01-01T00:00:00Z',
}

describe('an artifact is the same', () => {
  const manifest = packImageManifest(artifact)

  test.each([
    ['at another time', packImageManifest({ ...artifact, created: '2027-01-01T00:00:00Z' })],
    ['in another manifest format', packOrasManifest({ ...artifact, created: 'whenever' })],
    [
      'with another time under an older name',
      packImageManifest({
        ...artifact,
        annotations: { 'org.opencontainers.artifact.created': 'whenever', x: '1' },
      }),
    ],
    [
      'with more said of its file',
      packImageManifest({
        ...artifact,
        files: [{ ...file, annotations: { ...file.annotations, more: '1' } }],
      }),
    ],
  ])('%s', (_, other) => {
    expect(identityOf(manifest)).toBe(identityOf(other))
  })

  test.each([
    ['of another type', { artifactType: 'a/c' }],
    ['of another annotation', { annotations: { x: '2' } }],
    ['of one annotation more', { annotations: { x: '1', y: '1' } }],
    ['of one annotation less', { annotations: {} }],
    ['of other bytes', { files: [{ ...file, digest: digestOf(Buffer.from('other')) }] }],
    ['of another media type', { files: [{ ...file, mediaType: 'text/html' }] }],
    ['of another title', { files: [{ ...file, annotations: {} }] }],
    ['of a file more', { files: [file, file] }],
  ])('but not one %s', (_, change) => {
    expect(identityOf(manifest)).not.toBe(identityOf(packImageManifest({ ...artifact, ...change })))
  })
})

describe('what a repository has of a plan', () => {
  test('is nothing, without a list being read, while blobs are missing', async () => {
    const { repository, image } = await opened()
    const closed: RepositoryReader = { ...repository, listReferrers: unexpected }
    expect(await findExisting(closed, image, [planned(image, 'absent')], 'skip')).toEqual({
      found: new Map(),
    })
  })

  test('is what is listed, with the list and how', async () => {
    const { repository, image } = await opened()
    const manifests = await pushArtifacts(repository, image, ['one', 'two'])
    await repository.ensureListed(image, manifests)
    const plan = [planned(image, 'two', '2030-01-01T00:00:00Z'), planned(image, 'absent')]
    const existing = await findExisting(repository, image, plan, 'skip')
    const [two] = plan
    expect([...existing.found.keys()]).toEqual([two])
    expect(two && existing.found.get(two)).toEqual({ manifest: manifests[1], via: 'referrers-api' })
    expect(existing.referrers).toHaveLength(2)
  })

  test('under append is only the same digest', async () => {
    const { repository, image } = await opened()
    await repository.ensureListed(image, await pushArtifacts(repository, image, ['one']))
    const same = planned(image, 'one')
    const later = planned(image, 'one', '2030-01-01T00:00:00Z')
    const { found } = await findExisting(repository, image, [same, later], 'append')
    expect([...found.keys()]).toEqual([same])
  })

  test('is the newest of several, in whichever order they are listed', async () => {
    const { repository, image } = await opened()
    const times = ['2026-03-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-12-01T00:00:00+23:00']
    for (const time of times) await pushAndList(repository, image, planned(image, 'one', time))
    const wanted = planned(image, 'one', '2030-01-01T00:00:00Z')
    const { found } = await findExisting(repository, image, [wanted], 'skip')
    expect(found.get(wanted)?.manifest.value.annotations).toMatchObject({
      'org.opencontainers.image.created': '2026-12-01T00:00:00+23:00',
    })
  })

  test('is not what the list claims of another image, nor what is gone', async () => {
    const { repository, image } = await opened()
    const other = await pushImage(repository, 'other', { seed: 'other' })
    const [foreign] = await pushArtifacts(repository, other, ['one'])
    const gone = artifactOn(image, 'one').manifest
    const lying: RepositoryReader = {
      ...repository,
      listReferrers: async () => listOf(foreign, gone),
    }
    const { found, referrers } = await findExisting(lying, image, [planned(image, 'one')], 'skip')
    expect(found.size).toBe(0)
    expect(referrers).toHaveLength(2)
  })

  test('is an error if a list or a listed manifest cannot be read', async () => {
    const { repository, image } = await opened()
    const [one] = await pushArtifacts(repository, image, ['one'])
    const plan = [planned(image, 'one')]
    const denied = async (): Promise<never> => {
      throw new OciError('DENIED', 'not yours')
    }
    for (const reader of [
      { ...repository, listReferrers: denied },
      { ...repository, listReferrers: async () => listOf(one), fetchManifest: denied },
    ]) {
      await expect(findExisting(reader, image, plan, 'skip')).rejects.toMatchObject({
        code: 'DENIED',
      })
    }
  })
})

type Repository = ReturnType<typeof createMemoryRepository>

async function opened(): Promise<{ readonly repository: Repository; readonly image: Descriptor }> {
  const repository = createMemoryRepository()
  return { repository, image: await pushImage(repository, 'v1') }
}

function planned(
  image: Descriptor,
  text: string,
  created = '2026-01-02T03:04:05Z',
): PlannedArtifact {
  const { digest, size, mediaType } = textContent(text).descriptor
  const artifactType = 'application/vnd.example.note'
  const files = [{ mediaType, digest, size }]
  const note = { artifactType, files, subject: image, annotations: {}, created }
  return {
    artifactType,
    manifest: packImageManifest(note),
    files: [{ path: text, title: text, mediaType, digest, size }],
  }
}

async function pushAndList(
  repository: Repository,
  image: Descriptor,
  { manifest }: PlannedArtifact,
): Promise<void> {
  await pushArtifacts(repository, image, ['one'])
  await repository.pushManifest(manifest)
  await repository.ensureListed(image, [manifest])
}

function listOf(...manifests: readonly (Encoded<Manifest> | undefined)[]) {
  return manifests.flatMap((manifest) =>
    manifest ? [{ descriptor: manifest.descriptor, sources: ['referrers-api' as const] }] : [],
  )
}

async function unexpected(): Promise<never> {
  throw new Error('the list is read')
}
