import { describe, expect, test } from '@jest/globals'
import { MAX_LEVELS, MAX_MANIFESTS } from '../../src/discover/walk.ts'
import { discover } from '../../src/discover.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { digestOf, parseDigest } from '../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { artifactOn } from '../support/artifacts.ts'
import { listed, readerOf } from '../support/reader-of.ts'

const options = { depth: 0, onWarning: () => undefined }
const tooMuch = { code: 'LIMIT_EXCEEDED', advice: expect.any(String) }
const root: Descriptor = { mediaType: 'a/b', digest: digestOf(new Uint8Array()), size: 0 }

function many(count: number): readonly Descriptor[] {
  return Array.from({ length: count }, (_, at) => ({
    mediaType: 'a/b',
    digest: parseDigest(`sha256:${at.toString(16).padStart(64, '0')}`),
    size: 1,
  }))
}

/** Manifests of which each refers to the one before, the first to an image. */
function chain(length: number): readonly Encoded<Manifest>[] {
  const manifests = [artifactOn(root, 'image').manifest]
  for (let at = 0; at < length; at += 1) {
    manifests.push(artifactOn(manifests.at(-1)?.descriptor ?? root, `${at}`).manifest)
  }
  return manifests
}

function readerOfChain(manifests: readonly Encoded<Manifest>[]) {
  const lists = manifests.map(
    ({ descriptor }, at) =>
      [
        descriptor.digest,
        listed(...manifests.slice(at + 1, at + 2).map((each) => each.descriptor)),
      ] as const,
  )
  return readerOf(manifests, new Map(lists))
}

describe('a graph without end', () => {
  test(`may have ${MAX_LEVELS} levels, not one more unless the depth leaves it out`, async () => {
    const enough = chain(MAX_LEVELS)
    const image = enough[0]?.descriptor ?? root
    await expect(discover(readerOfChain(enough), image, options)).resolves.toBeDefined()
    const more = readerOfChain(chain(MAX_LEVELS + 1))
    await expect(discover(more, image, options)).rejects.toMatchObject(tooMuch)
    const some = { ...options, depth: MAX_LEVELS }
    await expect(discover(more, image, some)).resolves.toBeDefined()
  })

  test('ends where a manifest would be entered below itself, as if two could name each other', async () => {
    const [image, artifact] = chain(1)
    if (!image || !artifact) throw new Error('the chain is too short')
    const value = { ...image.value, subject: artifact.descriptor }
    const lists = new Map([
      [image.descriptor.digest, listed(artifact.descriptor)],
      [artifact.descriptor.digest, listed(image.descriptor)],
    ])
    const reader = readerOf([{ ...image, value }, artifact], lists)
    const warnings: string[] = []
    const onWarning = (message: string) => void warnings.push(message)
    const graph = await discover(reader, image.descriptor, { depth: 0, onWarning })
    expect(graph.referrers).toMatchObject([{ digest: artifact.descriptor.digest, referrers: [] }])
    expect(warnings).toEqual([expect.stringContaining('which hangs on it')])
    expect(reader.notes.filter((note) => note.startsWith('list'))).toHaveLength(2)
  })

  test('is not entered: a list longer than the limit is not read', async () => {
    const [image] = chain(0)
    if (!image) throw new Error('the chain is too short')
    const { digest } = image.descriptor
    const reader = readerOf([image], new Map([[digest, listed(...many(MAX_MANIFESTS + 1))]]))
    await expect(discover(reader, image.descriptor, options)).rejects.toMatchObject(tooMuch)
    expect(reader.notes).toHaveLength(2)
  })

  test('counts in all lists together', async () => {
    const [image, artifact] = chain(1)
    if (!image || !artifact) throw new Error('the chain is too short')
    const lists = new Map([
      [image.descriptor.digest, listed(artifact.descriptor)],
      [artifact.descriptor.digest, listed(...many(MAX_MANIFESTS))],
    ])
    const reader = readerOf([image, artifact], lists)
    await expect(discover(reader, image.descriptor, options)).rejects.toMatchObject(tooMuch)
  })

  test('is not entered by an index of as many platforms', async () => {
    const platform = { os: 'linux', architecture: 'amd64' }
    const manifests = many(MAX_MANIFESTS + 1).map((entry) => ({ ...entry, platform }))
    const { bytes, descriptor } = encodeJson({ mediaType: OCI_IMAGE_INDEX, manifests })
    const reader = readerOf([decodeManifest(bytes, descriptor)], new Map())
    await expect(discover(reader, descriptor, options)).rejects.toMatchObject(tooMuch)
    expect(reader.notes).toHaveLength(1)
  })
})
