import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  algorithmOf,
  digestOf,
  finishDigest,
  isDigest,
  parseDigest,
} from '../../../src/oci/digest.ts'
import { verifyDigest } from '../../../src/oci/encoded.ts'

const HEX = '0123456789abcdef'.repeat(4)

describe('a digest', () => {
  test.each([
    `sha256:${HEX}`,
    `sha512:${HEX}${HEX}`,
    `blake3:${HEX}`,
    'sha256+b64u:Ab=_-',
    'a.b_c-d:0',
  ])('is %s', (text) => {
    expect(parseDigest(text)).toBe(text)
  })

  test.each([
    '',
    HEX,
    'sha256:',
    `:${HEX}`,
    `sha256:${HEX.toUpperCase()}`,
    `SHA256:${HEX}`,
    `sha256:${HEX.slice(1)}`,
    `sha256:${HEX}0`,
    `sha256:${HEX.slice(1)}g`,
    `sha512:${HEX}`,
    `sha256:${HEX}\n`,
    ` sha256:${HEX}`,
    'a..b:0',
    '+a:0',
    'a+:0',
    'a:b:c',
    'a:b/c',
  ])('is not %j', (text) => {
    expect(isDigest(text)).toBe(false)
    expect(() => parseDigest(text)).toThrow(expect.objectContaining({ code: 'DIGEST_INVALID' }))
  })

  test('of an algorithm that is not supported verifies nothing', () => {
    const digest = parseDigest(`blake3:${HEX}`)
    const error = expect.objectContaining({ code: 'DIGEST_INVALID' })
    expect(() => algorithmOf(digest)).toThrow(error)
    expect(() => verifyDigest(new Uint8Array(), digest)).toThrow(error)
    expect(() => algorithmOf(parseDigest('constructor:0'))).toThrow(error)
  })

  test('of any bytes verifies those and no others', () => {
    const bytes = fc.uint8Array({ maxLength: 64 })
    fc.assert(
      fc.property(bytes, bytes, fc.constantFrom('sha256', 'sha512'), (own, other, algorithm) => {
        const digest = digestOf(own, algorithm)
        expect(finishDigest(createHash(algorithm).update(own), algorithm)).toBe(digest)
        expect(() => verifyDigest(own, digest)).not.toThrow()
        fc.pre(!Buffer.from(own).equals(other))
        expect(() => verifyDigest(other, digest)).toThrow(
          expect.objectContaining({ code: 'DIGEST_INVALID' }),
        )
      }),
    )
  })
})
