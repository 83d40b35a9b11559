import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_NAMES } from '../../../src/oci/bounded-json.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import { decodeManifest, encodeJson, MAX_VALUES } from '../../../src/oci/encoded.ts'
import { OciError } from '../../../src/oci/error.ts'
import { MAX_MANIFEST_BYTES } from '../../../src/oci/manifest-size.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'

function named(bytes: Uint8Array, mediaType: string = OCI_IMAGE_INDEX): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(text: string): unknown {
  return decodeManifest(bytesOf(text), named(bytesOf(text))).value
}

/** Returns an object of short and distinct names. */
function annotations(count: number): string {
  const names = Array.from({ length: count }, (_, at) => `"${at.toString(36)}":""`)
  return `{${names.join(',')}}`
}

function failure(code: string): unknown {
  return expect.objectContaining({ code })
}

test('a value is written without white space in the order of its keys, and named', () => {
  const { value, bytes, descriptor } = encodeJson({ b: 1, mediaType: 'a/b', a: 'ü' })
  expect(new TextDecoder().decode(bytes)).toBe('{"b":1,"mediaType":"a/b","a":"ü"}')
  expect(descriptor).toEqual({ mediaType: 'a/b', digest: digestOf(bytes), size: 34 })
  expect(value).toEqual({ b: 1, mediaType: 'a/b', a: 'ü' })
})

describe('the bytes of a manifest', () => {
  const bytes = bytesOf('{ "schemaVersion": 2, "manifests": [] }\n')

  test('are kept as they are', () => {
    const decoded = decodeManifest(bytes, named(bytes))
    expect(decoded.bytes).toBe(bytes)
    expect(decoded.value).toEqual({ kind: 'index', mediaType: OCI_IMAGE_INDEX, manifests: [] })
  })

  test('must have the size, which is looked at before the digest', () => {
    const digest = digestOf(bytesOf('other'))
    const descriptor = { ...named(bytes), digest }
    expect(() => decodeManifest(bytes, { ...descriptor, size: 1 })).toThrow(failure('SIZE_INVALID'))
    expect(() => decodeManifest(bytes, descriptor)).toThrow(failure('DIGEST_INVALID'))
  })

  test('are refused under a digest that cannot be verified', () => {
    const descriptor = { ...named(bytes), digest: parseDigest('blake3:00') }
    expect(() => decodeManifest(bytes, descriptor)).toThrow(failure('DIGEST_INVALID'))
  })

  test('must be of the type that they are read as', () => {
    expect(() => decodeManifest(bytes, named(bytes, OCI_IMAGE_MANIFEST))).toThrow(
      failure('MANIFEST_INVALID'),
    )
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '<html></html>'],
    ['cut', '{"manifests":['],
    ['two values', '{"manifests":[]}{}'],
    ['no object', '"manifests"'],
    ['a key twice', '{"manifests":[],"x":1,"manifests":[]}'],
    ['a key twice, once escaped', '{"manifests":[],"m\\u0061nifests":[]}'],
    ['a key twice below', '{"manifests":[],"annotations":{"a":"1","a":"2"}}'],
    ['a key too long to compare', `{"manifests":[],"${'k'.repeat(10_000)}":1}`],
    ['filled with values', `{"manifests":[],"x":[${'{},'.repeat(MAX_VALUES)}{}]}`],
    ['filled with names', `{"manifests":[],"annotations":${annotations(MAX_NAMES + 1)}}`],
    ['nested too deep', `{"manifests":[],"x":${'['.repeat(100)}${']'.repeat(100)}}`],
    ['nested beyond any stack', `{"manifests":[],"x":${'['.repeat(2e5)}${']'.repeat(2e5)}}`],
  ])('are refused: %s', (_, text) => {
    expect(() => decode(text)).toThrow(failure('MANIFEST_INVALID'))
  })

  test('are refused if they are not UTF-8', () => {
    const text = bytesOf('{"manifests":[],"x":"?"}')
    const broken = text.map((byte) => (byte === '?'.charCodeAt(0) ? 0xff : byte))
    expect(() => decodeManifest(broken, named(broken))).toThrow(failure('MANIFEST_INVALID'))
  })

  test('may be those of an index of ten thousands of manifests, as large as is read', () => {
    const entry = {
      mediaType: OCI_IMAGE_MANIFEST,
      digest: `sha256:${'0'.repeat(64)}`,
      size: 1000,
      platform: { os: 'linux', architecture: 'amd64' },
      annotations: { 'org.opencontainers.image.ref.name': '1' },
    }
    const count = Math.floor(MAX_MANIFEST_BYTES / JSON.stringify(entry).length) - 1
    expect(count).toBeGreaterThan(30_000)
    const text = JSON.stringify({ manifests: Array.from({ length: count }, () => entry) })
    expect(decode(text)).toMatchObject({ manifests: { length: count } })
  })

  test('may have the same key in different objects, deep ones, and long texts', () => {
    const entry = `{"mediaType":"a/b","digest":"sha256:${'0'.repeat(64)}","size":1}`
    const deep = `${'['.repeat(20)}${']'.repeat(20)}`
    const text = `{"manifests":[${entry},${entry}],"x":${deep},"y":"${'t'.repeat(100_000)}"}`
    expect(decode(text)).toMatchObject({ manifests: [{ size: 1 }, { size: 1 }] })
  })

  test('whatever they are, are a manifest or an OciError', () => {
    const any = fc.oneof(fc.uint8Array(), fc.json().map(bytesOf))
    fc.assert(
      fc.property(any, (content) => {
        try {
          decodeManifest(content, named(content))
        } catch (error) {
          expect(error).toBeInstanceOf(OciError)
        }
      }),
    )
  })
})
