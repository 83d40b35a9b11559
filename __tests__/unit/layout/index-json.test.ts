import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_INDEX_BYTES } from '../../../src/layout/index-file.ts'
import {
  formatIndexJson,
  type IndexJson,
  parseIndexJson,
  tagged,
  tagsOf,
  withEntries,
  withTag,
} from '../../../src/layout/index-json.ts'
import { REF_NAME } from '../../../src/oci/annotations.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'

const [one, two, three] = ['one', 'two', 'three'].map(manifest) as [
  Descriptor,
  Descriptor,
  Descriptor,
]

describe('parsing', () => {
  test.each([
    ['nothing', '', 'JSON'],
    ['a part of a file', '{"schemaVersion":2,"manif', 'JSON'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not valid'],
    ['another JSON value', '[]', 'no list of manifests'],
    ['no list', '{"schemaVersion":2}', 'no list of manifests'],
    ['a list that is none', '{"manifests":{}}', 'manifests is not an array'],
    [
      'an image manifest',
      `{"mediaType":"${OCI_IMAGE_MANIFEST}","manifests":[]}`,
      'says that it is',
    ],
    ['a key twice', '{"manifests":[],"manifests":[]}', 'duplicate key'],
    ['what is filled with values', `{"manifests":[],"x":[${'{},'.repeat(3e6)}{}]}`, 'values'],
    ['what is nested deep', `{"manifests":[],"x":${'['.repeat(3e6)}${']'.repeat(3e6)}}`, 'levels'],
    ['an entry that is none', '{"manifests":["one"]}', 'manifests[0] is not an object'],
    [
      'an entry without digest',
      '{"manifests":[{"mediaType":"a/b"}]}',
      'manifests[0] has no digest',
    ],
    ['a digest that leads out', `{"manifests":[${entryText('sha256:../../x')}]}`, 'not a digest'],
  ])('refuses %s, and says that nothing is replaced', (_, text, reason) => {
    const parse = () => parseIndexJson(Buffer.from(text))
    expect(parse).toThrow(expect.objectContaining({ code: 'LAYOUT_INVALID' }))
    expect(parse).toThrow(reason)
    expect(parse).toThrow(
      expect.objectContaining({ advice: expect.stringContaining('is not replaced') }),
    )
  })

  test('takes a list that is null, as oras writes an empty one', () => {
    expect(parseIndexJson(Buffer.from('{"schemaVersion":2,"manifests":null}')).entries).toEqual([])
  })

  test('takes as many entries as the largest file has', () => {
    const entry = entryText(digestOf(Buffer.from('one')))
    const count = Math.floor(MAX_INDEX_BYTES / (entry.length + 1)) - 1
    expect(count).toBeGreaterThan(400_000)
    const entries = Array.from({ length: count }, () => entry)
    const text = `{"manifests":[${entries.join(',')}]}`
    expect(parseIndexJson(Buffer.from(text)).entries).toHaveLength(count)
  })

  test('and writing keep what this client does not know', () => {
    const text = JSON.stringify({
      'x-root': { deep: [1, null] },
      manifests: [{ ...one, platform: { os: 'linux', architecture: 'arm', 'x-features': ['a'] } }],
      annotations: { by: 'another' },
    })
    expect(textOf(parseIndexJson(Buffer.from(text)))).toBe(text)
    const [first, second] = JSON.parse(textOf(withEntries(indexOf(text), [two]))).manifests
    expect(first).toEqual(JSON.parse(text).manifests[0])
    expect(second).toEqual(two)
  })
})

describe('entries', () => {
  test('are added once, without the annotations, which could name a tag', () => {
    const index = withEntries(empty(), [{ ...one, annotations: { [REF_NAME]: 'v1' } }])
    expect(index.entries.map(({ raw }) => raw)).toEqual([one])
    expect(withEntries(index, [one])).toBe(index)
  })

  test('with a tag count as entries of their manifest', () => {
    const index = withTag(empty(), one, 'v1')
    expect(withEntries(index, [one])).toBe(index)
  })
})

describe('a tag', () => {
  test('that is there already changes nothing', () => {
    const index = withTag(empty(), one, 'v1')
    expect(withTag(index, one, 'v1')).toBe(index)
  })

  test('moves; the manifest that had it stays without, with all else that was said of it', () => {
    const before = indexOf(
      JSON.stringify({
        manifests: [{ ...one, 'x-more': 1, annotations: { [REF_NAME]: 'v1', note: 'kept' } }],
      }),
    )
    const index = withTag(before, two, 'v1')
    expect(index.entries.map(({ raw }) => raw)).toEqual([
      { ...one, 'x-more': 1, annotations: { note: 'kept' } },
      { ...two, annotations: { [REF_NAME]: 'v1' } },
    ])
    expect(tagged(index, 'v1').map(({ digest }) => digest)).toEqual([two.digest])
  })

  test('moves from a manifest that has another; that one needs no entry without', () => {
    const index = withTag(withTag(withTag(empty(), one, 'v1'), one, 'v2'), two, 'v1')
    expect(index.entries.map(({ raw }) => raw)).toEqual([
      { ...one, annotations: { [REF_NAME]: 'v2' } },
      { ...two, annotations: { [REF_NAME]: 'v1' } },
    ])
  })

  test('goes to the entry that the manifest has without one, with all that is said there', () => {
    const untagged = { ...one, artifactType: 'a/b', annotations: { note: 'kept' } }
    const index = withTag(indexOf(JSON.stringify({ manifests: [untagged, two] })), one, 'v1')
    expect(index.entries.map(({ raw }) => raw)).toEqual([
      two,
      { ...untagged, annotations: { note: 'kept', [REF_NAME]: 'v1' } },
    ])
    expect(tagged(index, 'v1').map(({ digest }) => digest)).toEqual([one.digest])
  })

  test('of a list that is superseded leaves nothing behind', () => {
    const index = withTag(withTag(empty(), one, 'list'), two, 'list', 'drop')
    expect(index.entries.map(({ descriptor }) => descriptor.digest)).toEqual([two.digest])
  })

  test('is found as it is, else as the end of a full reference', () => {
    const full = withTag(empty(), one, 'localhost:5000/app:v1')
    expect(tagged(full, 'v1').map(({ digest }) => digest)).toEqual([one.digest])
    expect(tagged(full, '1')).toEqual([])
    const both = withTag(full, two, 'v1')
    expect(tagged(both, 'v1').map(({ digest }) => digest)).toEqual([two.digest])
    expect(tagsOf(both)).toEqual(['localhost:5000/app:v1', 'v1'])
  })
})

test('whatever is tagged and added, each tag is at one manifest and none is lost', () => {
  const change = fc.record({
    manifest: fc.constantFrom(one, two, three),
    tag: fc.option(fc.constantFrom('a', 'b', 'c')),
  })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const tags = new Map<string, string>()
      const index = changes.reduce((before, { manifest, tag }) => {
        if (tag === null) return withEntries(before, [manifest])
        tags.set(tag, manifest.digest)
        return withTag(before, manifest, tag)
      }, empty())
      const read = parseIndexJson(formatIndexJson(index))
      for (const [tag, digest] of tags) {
        expect(tagged(read, tag).map((entry) => entry.digest)).toEqual([digest])
      }
      const kept = new Set(read.entries.map(({ descriptor }) => descriptor.digest))
      expect(kept).toEqual(new Set(changes.map(({ manifest }) => manifest.digest)))
    }),
  )
})

function manifest(text: string): Descriptor {
  return { mediaType: OCI_IMAGE_MANIFEST, digest: digestOf(Buffer.from(text)), size: text.length }
}

function entryText(digest: string): string {
  return JSON.stringify({ mediaType: OCI_IMAGE_MANIFEST, digest, size: 1 })
}

function empty(): IndexJson {
  return indexOf('{"schemaVersion":2,"manifests":[]}')
}

function indexOf(text: string): IndexJson {
  return parseIndexJson(Buffer.from(text))
}

function textOf(index: IndexJson): string {
  return Buffer.from(formatIndexJson(index)).toString()
}
