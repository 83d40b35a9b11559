import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { OciError } from '../../../src/oci/error.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import { artifactTypeOf, filesOf, parseManifest } from '../../../src/oci/manifest.ts'
import {
  DOCKER_IMAGE_CONFIG,
  DOCKER_MANIFEST,
  DOCKER_MANIFEST_LIST,
  MANIFEST_MEDIA_TYPES,
  OCI_ARTIFACT_MANIFEST,
  OCI_EMPTY,
  OCI_IMAGE_CONFIG,
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
  ORAS_ARTIFACT_MANIFEST,
} from '../../../src/oci/media-types.ts'

const DIGEST = `sha256:${'0'.repeat(64)}`
const descriptor = (mediaType: string): JsonObject => ({ mediaType, digest: DIGEST, size: 3 })
const config = descriptor(OCI_IMAGE_CONFIG)
const layer = descriptor('application/spdx+json')
const image = { schemaVersion: 2, config, layers: [layer] }
const index = { schemaVersion: 2, manifests: [descriptor(OCI_IMAGE_MANIFEST)] }
const artifact = { artifactType: 'application/spdx+json', blobs: [layer] }
const invalid = expect.objectContaining({ code: 'MANIFEST_INVALID' })

describe('a manifest', () => {
  test.each([
    [OCI_IMAGE_MANIFEST, image, 'image'],
    [DOCKER_MANIFEST, image, 'image'],
    [OCI_IMAGE_INDEX, index, 'index'],
    [DOCKER_MANIFEST_LIST, index, 'index'],
    [OCI_ARTIFACT_MANIFEST, artifact, 'artifact'],
    [ORAS_ARTIFACT_MANIFEST, artifact, 'artifact'],
  ])(
    'of type %s is read as its kind, whether it says the type or not',
    (mediaType, value, kind) => {
      const { schemaVersion: _, ...rest }: JsonObject = value
      expect(parseManifest(value, mediaType)).toEqual({ kind, mediaType, ...rest })
      expect(parseManifest({ ...value, mediaType }, mediaType)).toMatchObject({ kind })
    },
  )

  test('has type, subject and annotations where it says them', () => {
    const common = {
      artifactType: 'application/spdx+json',
      subject: descriptor(OCI_IMAGE_INDEX),
      annotations: { a: 'b' },
    }
    expect(parseManifest({ ...image, ...common }, OCI_IMAGE_MANIFEST)).toMatchObject(common)
    expect(parseManifest({ ...index, ...common }, OCI_IMAGE_INDEX)).toMatchObject(common)
  })

  test('takes null for absent', () => {
    const value = { ...image, layers: null, subject: null, annotations: null, artifactType: null }
    const expected = { kind: 'image', mediaType: OCI_IMAGE_MANIFEST, config, layers: [] }
    expect(parseManifest(value, OCI_IMAGE_MANIFEST)).toEqual(expected)
    expect(parseManifest({ manifests: null }, OCI_IMAGE_INDEX)).toMatchObject({ manifests: [] })
  })

  test("leaves out an index's empty entries, as oras-go once wrote them", () => {
    const [entry] = index.manifests
    const manifests = [{}, entry, { mediaType: '', digest: '', size: 0 }]
    expect(parseManifest({ manifests }, OCI_IMAGE_INDEX)).toMatchObject({ manifests: [entry] })
  })

  test.each([
    ['null', null, OCI_IMAGE_MANIFEST],
    ['a list', [image], OCI_IMAGE_MANIFEST],
    ['of a type that is none', image, 'application/json'],
    ['of a type with parameters', image, `${OCI_IMAGE_MANIFEST}; charset=utf-8`],
    ['that says another type', { ...image, mediaType: OCI_IMAGE_INDEX }, OCI_IMAGE_MANIFEST],
    ['that says a type that is no string', { ...image, mediaType: 1 }, OCI_IMAGE_MANIFEST],
    ['both image and index, read as image', { ...image, ...index }, OCI_IMAGE_MANIFEST],
    ['both image and index, read as index', { ...image, ...index }, OCI_IMAGE_INDEX],
    ['an image with a list that is null', { ...image, manifests: null }, OCI_IMAGE_MANIFEST],
    ['an image with blobs', { ...image, blobs: [] }, OCI_IMAGE_MANIFEST],
    ['an index with layers', { ...index, layers: [] }, OCI_IMAGE_INDEX],
    ['an index with a config', { ...index, config }, DOCKER_MANIFEST_LIST],
    ['an index with blobs', { ...index, blobs: [] }, OCI_IMAGE_INDEX],
    ['an artifact with layers', { ...artifact, layers: [] }, ORAS_ARTIFACT_MANIFEST],
    ['an artifact with manifests', { ...artifact, manifests: [] }, OCI_ARTIFACT_MANIFEST],
    ['an image without a config', { layers: [] }, OCI_IMAGE_MANIFEST],
    ['an index without a list', { schemaVersion: 2 }, OCI_IMAGE_INDEX],
    ['an index of an entry that is null', { manifests: [null] }, OCI_IMAGE_INDEX],
    ['an index of half an entry', { manifests: [{ size: 3 }] }, OCI_IMAGE_INDEX],
    ['with layers that are no list', { ...image, layers: {} }, OCI_IMAGE_MANIFEST],
    ['with an empty layer', { ...image, layers: [{}] }, OCI_IMAGE_MANIFEST],
    ['with an empty subject', { ...image, subject: {} }, OCI_IMAGE_MANIFEST],
    ['with a subject that is a digest', { ...image, subject: DIGEST }, OCI_IMAGE_MANIFEST],
    [
      'with an annotation that is no string',
      { ...image, annotations: { a: 1 } },
      OCI_IMAGE_MANIFEST,
    ],
  ])('%s is refused', (_, value, mediaType) => {
    expect(() => parseManifest(value, mediaType)).toThrow(invalid)
  })

  test('with a type of megabytes does not make an error of megabytes', () => {
    const long = 'x'.repeat(1 << 20)
    expect(() => parseManifest({ ...image, mediaType: long }, OCI_IMAGE_MANIFEST)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,500}$/) }),
    )
    expect(() => parseManifest(image, long)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,500}$/) }),
    )
  })

  test('of any JSON is one or throws OciError', () => {
    const keys = [
      'mediaType',
      'artifactType',
      'config',
      'layers',
      'manifests',
      'blobs',
      'subject',
      'annotations',
    ]
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(descriptor('a/b'), [descriptor('a/b')], {}, null, 0, '', DIGEST),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...keys, '__proto__'), leaf),
    )
    const mediaTypes = fc.constantFrom(...MANIFEST_MEDIA_TYPES)
    fc.assert(
      fc.property(value, mediaTypes, (json, mediaType) => {
        try {
          expect(parseManifest(json, mediaType).mediaType).toBe(mediaType)
        } catch (error) {
          expect(error).toBeInstanceOf(OciError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what an artifact is', () => {
  test.each([
    ['its artifact type', { ...image, artifactType: 'a/b' }, OCI_IMAGE_MANIFEST, 'a/b'],
    ['its config type', { ...image, config: descriptor('c/d') }, OCI_IMAGE_MANIFEST, 'c/d'],
    [
      'its config type for an empty one',
      { ...image, artifactType: '', config: descriptor('c/d') },
      OCI_IMAGE_MANIFEST,
      'c/d',
    ],
    ['its first layer, of a plain image', image, OCI_IMAGE_MANIFEST, 'application/spdx+json'],
    [
      'its first layer, of an empty config',
      { ...image, config: descriptor(OCI_EMPTY) },
      OCI_IMAGE_MANIFEST,
      'application/spdx+json',
    ],
    [
      'its first layer, of a Docker image',
      { ...image, config: descriptor(DOCKER_IMAGE_CONFIG) },
      DOCKER_MANIFEST,
      'application/spdx+json',
    ],
    ['nothing, with no layer', { ...image, layers: [] }, OCI_IMAGE_MANIFEST, undefined],
    ['nothing, of an index', index, OCI_IMAGE_INDEX, undefined],
    ["an index's artifact type", { ...index, artifactType: 'a/b' }, OCI_IMAGE_INDEX, 'a/b'],
    ["an artifact manifest's", artifact, ORAS_ARTIFACT_MANIFEST, 'application/spdx+json'],
    [
      'nothing, of an artifact manifest without one',
      { blobs: [layer] },
      ORAS_ARTIFACT_MANIFEST,
      undefined,
    ],
  ])('is %s', (_, value, mediaType, expected) => {
    expect(artifactTypeOf(parseManifest(value, mediaType))).toBe(expected)
  })

  test('its files are the layers or blobs; an index has none', () => {
    expect(filesOf(parseManifest(image, OCI_IMAGE_MANIFEST))).toEqual([layer])
    expect(filesOf(parseManifest(artifact, ORAS_ARTIFACT_MANIFEST))).toEqual([layer])
    expect(filesOf(parseManifest(index, OCI_IMAGE_INDEX))).toEqual([])
  })
})
