import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest, type Encoded } from '../../../src/oci/encoded.ts'
import type { ImageIndex } from '../../../src/oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import {
  addToReferrersIndex,
  entriesFor,
  entryFor,
  referrersEntries,
  WRITE_TOKEN,
} from '../../../src/oci/referrers-index.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { testImage } from '../../support/test-image.ts'

const one = artifactOn(testImage().descriptor, 'one').manifest

function indexOf(text: string): Encoded<ImageIndex> {
  const bytes = new TextEncoder().encode(text)
  const descriptor = { mediaType: OCI_IMAGE_INDEX, digest: digestOf(bytes), size: bytes.length }
  const { value } = decodeManifest(bytes, descriptor)
  if (value.kind !== 'index') throw new Error(`not an index: ${value.kind}`)
  return { value, bytes, descriptor }
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

/** The text of the index with the referrer added. */
function added(before: string | undefined, token?: string): string {
  const index = before === undefined ? undefined : indexOf(before)
  return textOf(addToReferrersIndex(index, entriesFor([one]), token)?.bytes)
}

const own = textOf(entryFor(one))
const type = `"mediaType":"${OCI_IMAGE_INDEX}"`

/** Whatever a client wrote that parsing and writing it anew would change. */
const oddValue = fc.constantFrom(
  '1.0',
  '1e400',
  '-0',
  '12345678901234567890',
  '"\\u0041\\/\\ud83d\\ude00"',
  '{ "b" : 1, "a":[ ] }',
  'null',
  '[1.10,\t"]}"]',
)

/** Numbers among the keys: objects of JavaScript would put them first. */
const oddKey = fc.constantFrom('"x"', '"\\u0079"', '"10"', '"9"', '"\\u0031"', '"__proto__"')

const oddMembers = fc
  .uniqueArray(fc.tuple(oddKey, oddValue), { selector: ([key]) => JSON.parse(key), maxLength: 4 })
  .map((members) => members.map(([key, value]) => `${key} : ${value}`))

const foreignEntry = fc.tuple(fc.nat(), oddMembers).map(([seed, members]) => {
  const digest = digestOf(new TextEncoder().encode(String(seed)))
  const required = [`"size":${seed}.0`, `"digest" :"${digest}"`, '"mediaType":"a\\/b"']
  return `{ ${[...members, ...required].join(' , ')}\n}`
})

describe('an index of referrers that is added to', () => {
  test('keeps entries and members of others to the letter', () => {
    fc.assert(
      fc.property(oddMembers, fc.nat(4), fc.array(foreignEntry), (others, at, entries) => {
        const list = [...entries, own].join(',')
        const members = (listed: string): string =>
          [...others.slice(0, at), type, listed, ...others.slice(at)].join(',')
        const before = `{${members(`"manifests":[ ${entries.join(' ,\n')} ]`)}\n}`
        expect(added(before)).toBe(`{${members(`"manifests":[${list}]`)}}`)
      }),
    )
  })

  test('has the token of the write besides the annotations that it had', () => {
    const annotated = (annotations: string): string =>
      `{${type},"annotations":${annotations},"manifests":[${own}]}`
    const former = (annotations: string): string =>
      `{${type},"annotations":${annotations},"manifests":[]}`
    const token = (value: string): string => `"${WRITE_TOKEN}":"${value}"`
    expect(added(former('{ "a" : "\\u0041" }'), 't')).toBe(
      annotated(`{"a" : "\\u0041",${token('t')}}`),
    )
    expect(added(former(`{${token('t')},"a":"1"}`), 'u')).toBe(annotated(`{${token('u')},"a":"1"}`))
    expect(added(former('null'), 't')).toBe(annotated(`{${token('t')}}`))
    expect(added(undefined, 't')).toBe(
      `{"schemaVersion":2,${type},"manifests":[${own}],"annotations":{${token('t')}}}`,
    )
  })

  test('has another digest for another token', () => {
    expect(added(undefined, 't')).not.toBe(added(undefined, 'u'))
  })

  test('has its entries by digest, of several the last, and no empty ones', () => {
    const digest = digestOf(new Uint8Array())
    const entry = (size: string): string =>
      `{"mediaType":"a/b","digest":"${digest}","size":${size}}`
    const index = indexOf(`{${type},"manifests":[${entry('1.0')},{},${own},${entry('2.0')}]}`)
    const entries = [...referrersEntries(index)].map(([key, bytes]) => [key, textOf(bytes)])
    expect(entries).toEqual([
      [digest, entry('2.0')],
      [one.descriptor.digest, own],
    ])
  })

  test.each([
    ['two lists', `{${type},"manifests":[],"manifests":[]}`],
    ['two lists, one of them escaped', `{${type},"manifests":[],"\\u006danifests":[]}`],
    ['two digests in an entry', `{${type},"manifests":[{"digest":"a","digest":"b"}]}`],
  ])('is refused with %s, which clients read differently', (_, text) => {
    expect(() => indexOf(text)).toThrow(expect.objectContaining({ code: 'MANIFEST_INVALID' }))
  })
})
