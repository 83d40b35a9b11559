import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest, type Encoded } from '../../../src/oci/encoded.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import type { ImageIndex, Manifest } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import { addToReferrersIndex, entriesFor, referrerEntry } from '../../../src/oci/referrers-index.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { testImage } from '../../support/test-image.ts'

const subject = testImage().descriptor

function referrer(text: string): Encoded<Manifest> {
  return artifactOn(subject, text, { note: text }).manifest
}

function foreign(text: string): JsonObject {
  return { mediaType: 'a/b', digest: digestOf(new TextEncoder().encode(text)), size: 1 }
}

/** The index as another client wrote it. */
function written(document: JsonObject): Encoded<ImageIndex> {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return asIndex(
    decodeManifest(bytes, {
      mediaType: OCI_IMAGE_INDEX,
      digest: digestOf(bytes),
      size: bytes.length,
    }),
  )
}

function asIndex({ value, bytes, descriptor }: Encoded<Manifest>): Encoded<ImageIndex> {
  if (value.kind !== 'index') throw new Error(`not an index: ${value.kind}`)
  return { value, bytes, descriptor }
}

function textOf(index: Encoded<Manifest> | undefined): string {
  return new TextDecoder().decode(index?.bytes)
}

function digestsOf(index: Encoded<ImageIndex> | undefined): readonly Digest[] {
  return index?.value.manifests.map(({ digest }) => digest) ?? []
}

describe('the index of referrers', () => {
  test('begins with the referrers, in the order of the specification', () => {
    const one = referrer('one')
    const added = addToReferrersIndex(undefined, entriesFor([one]))
    const { mediaType, digest, size } = one.descriptor
    const entry = {
      mediaType,
      digest,
      size,
      annotations: one.value.annotations,
      artifactType: 'application/vnd.example.note',
    }
    expect(textOf(added)).toBe(
      JSON.stringify({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [entry] }),
    )
    expect(added?.descriptor).toEqual({
      mediaType: OCI_IMAGE_INDEX,
      digest: digestOf(added?.bytes ?? new Uint8Array()),
      size: added?.bytes.length,
    })
  })

  test('keeps what others wrote, in its order, with what this client does not know', () => {
    const document = {
      manifests: [{ ...foreign('b'), 'x-own': [1, { y: null }] }, foreign('a'), foreign('b')],
      annotations: { z: '1', constructor: '', a: '2' },
      'x-own': { deep: ['ü', 1.5, true] },
      schemaVersion: 2,
    }
    const one = referrer('one')
    const added = addToReferrersIndex(written(document), entriesFor([one]))
    const manifests = [...document.manifests, referrerEntry(one)]
    expect(textOf(added)).toBe(
      JSON.stringify({ ...document, manifests, mediaType: OCI_IMAGE_INDEX }),
    )
  })

  test('loses only empty entries', () => {
    const empty = [{}, { mediaType: '', digest: '', size: 0 }]
    const before = written({ manifests: [...empty, foreign('a')] })
    expect(addToReferrersIndex(before, new Map())).toBeUndefined()
    const one = referrer('one')
    expect(JSON.parse(textOf(addToReferrersIndex(before, entriesFor([one]))))).toHaveProperty(
      'manifests',
      [foreign('a'), { ...referrerEntry(one) }],
    )
  })

  test('is left alone if it lists them all, whatever it says of them', () => {
    const one = referrer('one')
    const before = written({ manifests: [{ ...foreign('x'), digest: one.descriptor.digest }] })
    expect(addToReferrersIndex(before, entriesFor([one, one]))).toBeUndefined()
    expect(addToReferrersIndex(undefined, new Map())).toBeUndefined()
  })

  test('has a list even if it was null', () => {
    const added = addToReferrersIndex(written({ manifests: null }), entriesFor([referrer('one')]))
    expect(JSON.parse(textOf(added))).toMatchObject({ manifests: [{ size: expect.any(Number) }] })
  })

  test('is never made larger than registries take', () => {
    const before = written({ manifests: [{ ...foreign('a'), x: 'x'.repeat(4 * 1024 * 1024) }] })
    expect(() => addToReferrersIndex(before, entriesFor([referrer('one')]))).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED', advice: expect.any(String) }),
    )
  })

  test('added to in any order and batches lists each once, and nobody is lost', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
    const entry = fc.record({
      mediaType: fc.constant('a/b'),
      digest: fc.constantFrom('v', 'w', 'x').map((text) => foreign(text)['digest']),
      size: fc.nat(),
      extra: fc.jsonValue({ maxDepth: 3 }),
    })
    fc.assert(
      fc.property(fc.array(entry), fc.array(texts, { maxLength: 5 }), (entries, batches) => {
        let index: Encoded<ImageIndex> = written({ schemaVersion: 2, manifests: entries })
        for (const batch of batches) {
          const added = addToReferrersIndex(index, entriesFor(batch.map(referrer)))
          index = added ? asIndex(added) : index
          expect(addToReferrersIndex(index, entriesFor(batch.map(referrer)))).toBeUndefined()
        }
        const raw: { manifests: unknown[] } = JSON.parse(textOf(index))
        const kept = raw.manifests.slice(0, entries.length)
        expect(JSON.stringify(kept)).toBe(JSON.stringify(entries))
        const own = [...new Set(batches.flat())].map((text) => referrer(text).descriptor.digest)
        expect(digestsOf(index).slice(entries.length).sort()).toEqual(own.sort())
      }),
    )
  })
})

test('an entry names what its manifest is, by its layer where it does not say it', () => {
  const image = testImage().manifests[0]
  const plain = image && decodeManifest(image.bytes, image.descriptor)
  expect(plain && referrerEntry(plain)).toEqual({
    ...image?.descriptor,
    artifactType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  })
})
