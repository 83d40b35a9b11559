import { describe, expect, test } from '@jest/globals'
import { buildkitIndex } from '../../../src/conventions/buildkit-index.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { ImageIndex } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import { artifactOn, pushArtifacts, pushImage } from '../../support/artifacts.ts'
import { createMemoryRepository } from '../../support/memory-repository.ts'
import { type TestImageOptions, testImage } from '../../support/test-image.ts'

const platforms = ['linux/amd64', 'linux/arm64']

async function open(attestations: TestImageOptions['attestations']) {
  const repository = createMemoryRepository()
  const image = await pushImage(repository, 'v1', {
    platforms,
    attestations: attestations ?? false,
  })
  const { value } = await repository.fetchManifest(image)
  if (value.kind !== 'index') throw new Error('the image has no index')
  const [amd64 = image, arm64 = image, ofAmd64 = image, ofArm64 = image] = value.manifests
  return { repository, index: value, amd64, arm64, ofAmd64, ofArm64 }
}

/** An index with one attestation of the platform, annotated as the test says. */
function indexWith(entry: Descriptor, annotations: Record<string, string>): ImageIndex {
  return { kind: 'index', mediaType: OCI_IMAGE_INDEX, manifests: [{ ...entry, annotations }] }
}

describe('BuildKit’s attestations in an index', () => {
  test.each([true, 'oci-artifact'] as const)(
    'are found below the platform that they are of (form: %s)',
    async (form) => {
      const { repository, index, amd64, arm64, ofAmd64, ofArm64 } = await open(form)
      for (const [platform, attestation] of [
        [amd64, ofAmd64],
        [arm64, ofArm64],
      ] as const) {
        const [found, ...others] = await buildkitIndex(index)(platform, repository)
        expect(others).toEqual([])
        expect(found).toMatchObject({ sources: ['buildkit-index'] })
        expect(await found?.prove()).toMatchObject({
          manifest: { descriptor: { digest: attestation.digest } },
        })
      }
      const { descriptor } = testImage({ platforms })
      expect(await buildkitIndex(index)(descriptor, repository)).toEqual([])
    },
  )

  test('are entries of that type alone', async () => {
    const { repository, amd64, ofAmd64 } = await open(true)
    const reference = { 'vnd.docker.reference.digest': amd64.digest }
    for (const annotations of [
      reference,
      { ...reference, 'vnd.docker.reference.type': 'something-else' },
      { 'vnd.docker.reference.type': 'attestation-manifest' },
    ]) {
      const find = buildkitIndex(indexWith(ofAmd64, annotations))
      expect(await find(amd64, repository)).toEqual([])
    }
  })

  test('that refer to another subject, or are gone, are refused', async () => {
    const { repository, amd64, arm64 } = await open(true)
    const [other] = await pushArtifacts(repository, arm64, ['of arm64'])
    const gone = artifactOn(amd64, 'gone').manifest.descriptor
    for (const [entry, why] of [
      [other?.descriptor ?? amd64, 'names another subject'],
      [gone, 'is gone'],
    ] as const) {
      const annotations = {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': amd64.digest,
      }
      const [found] = await buildkitIndex(indexWith(entry, annotations))(amd64, repository)
      expect(await found?.prove()).toEqual({ refusal: expect.stringContaining(why) })
    }
  })

  test('that cannot be read are an error', async () => {
    const { repository, index, amd64 } = await open(true)
    const denied = new OciError('DENIED', 'not yours')
    const reader = { ...repository, fetchManifest: () => Promise.reject(denied) }
    const [found] = await buildkitIndex(index)(amd64, reader)
    await expect(found?.prove()).rejects.toBe(denied)
  })
})
