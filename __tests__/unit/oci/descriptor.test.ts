import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDescriptor, subjectDescriptor } from '../../../src/oci/descriptor.ts'
import { OciError } from '../../../src/oci/error.ts'

const DIGEST = `sha256:${'0'.repeat(64)}`
const minimal = { mediaType: 'text/plain', digest: DIGEST, size: 3 }

describe('a descriptor', () => {
  test('keeps what this client knows, and nothing else', () => {
    const known = {
      ...minimal,
      artifactType: 'application/spdx+json',
      annotations: { a: 'b' },
      platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
      data: 'YWJj',
    }
    const value = { ...known, urls: ['http://evil.example'], schemaVersion: 2, size: 3 }
    expect(parseDescriptor(value, 'config')).toEqual(known)
  })

  test('takes null for absent, and a platform without its parts', () => {
    const empty = { artifactType: null, annotations: null, platform: null, data: null }
    expect(parseDescriptor({ ...minimal, ...empty }, 'config')).toEqual(minimal)
    expect(parseDescriptor({ ...minimal, platform: {} }, 'config').platform).toEqual({
      os: '',
      architecture: '',
    })
  })

  test.each([
    ['null', null],
    ['an array', []],
    ['a string', DIGEST],
    ['without a media type', { ...minimal, mediaType: undefined }],
    ['with an empty media type', { ...minimal, mediaType: '' }],
    ['with a media type that is no string', { ...minimal, mediaType: 1 }],
    ['without a digest', { ...minimal, digest: undefined }],
    ['with a digest that is no string', { ...minimal, digest: [DIGEST] }],
    ['with a digest in upper case', { ...minimal, digest: DIGEST.toUpperCase() }],
    ['without a size', { ...minimal, size: undefined }],
    ['with a size in text', { ...minimal, size: '3' }],
    ['with a negative size', { ...minimal, size: -1 }],
    ['with half a byte', { ...minimal, size: 0.5 }],
    ['of 2^62 bytes', { ...minimal, size: 2 ** 62 }],
    ['of infinitely many bytes', { ...minimal, size: Number.POSITIVE_INFINITY }],
    ['with an artifact type that is no string', { ...minimal, artifactType: {} }],
    ['with data that is no string', { ...minimal, data: 1 }],
    ['with a list of annotations', { ...minimal, annotations: ['a'] }],
    ['with an annotation that is no string', { ...minimal, annotations: { a: 1 } }],
    ['with a nested annotation', { ...minimal, annotations: { a: { b: 'c' } } }],
    ['with an annotation that is null', { ...minimal, annotations: { a: null } }],
    ['with a platform that is text', { ...minimal, platform: 'linux/amd64' }],
    ['with an os that is no string', { ...minimal, platform: { os: 1 } }],
    ['with a variant that is no string', { ...minimal, platform: { variant: 7 } }],
  ])('%s is refused, and the error says where', (_, value) => {
    let thrown: unknown
    try {
      parseDescriptor(value, 'layers[0]')
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(OciError)
    expect(thrown).toMatchObject({ code: expect.stringMatching(/^(MANIFEST|DIGEST)_INVALID$/) })
    expect(thrown).toHaveProperty('message', expect.stringMatching(/layers\[0\]|not a digest/))
  })

  test('is as a subject its type, digest and size alone', () => {
    const descriptor = parseDescriptor({ ...minimal, annotations: { a: 'b' } }, 'subject')
    expect(JSON.stringify(subjectDescriptor(descriptor))).toBe(JSON.stringify(minimal))
  })
})

describe('annotations', () => {
  test('named as members of every object are their own', () => {
    const value = JSON.parse(
      `{"mediaType":"a/b","digest":"${DIGEST}","size":1,"annotations":{"__proto__":"x","constructor":"y"}}`,
    )
    const { annotations = {} } = parseDescriptor(value, 'config')
    expect(Object.entries(annotations)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(Object.getPrototypeOf(annotations)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('with a name of megabytes do not make an error of megabytes', () => {
    const value = { ...minimal, annotations: { ['k'.repeat(1 << 20)]: 1 } }
    let message = ''
    try {
      parseDescriptor(value, 'config')
    } catch (error) {
      message = error instanceof OciError ? error.message : ''
    }
    expect(message).toContain('kkk')
    expect(message.length).toBeLessThan(500)
  })

  test('of any names and texts are kept', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.string()), (annotations) => {
        const parsed = parseDescriptor({ ...minimal, annotations }, 'config').annotations
        expect(Object.entries(parsed ?? {})).toEqual(Object.entries(annotations))
      }),
    )
  })
})
