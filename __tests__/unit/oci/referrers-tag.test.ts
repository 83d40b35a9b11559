import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDigest } from '../../../src/oci/digest.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'

const HEX = '0123456789abcdef'.repeat(4)

test.each([
  [`sha256:${HEX}`, `sha256-${HEX}`],
  [`sha512:${HEX}${'f'.repeat(64)}`, `sha512-${HEX}`],
  ['sha256+b64u:Ab=_-c', 'sha256-b64u-Ab-_-c'],
  [`${'a'.repeat(40)}:${'B'.repeat(70)}`, `${'a'.repeat(32)}-${'B'.repeat(64)}`],
  ['a.b_c-d:0', 'a.b_c-d-0'],
])('the referrers of %s are at the tag %s', (digest, tag) => {
  expect(referrersTag(parseDigest(digest))).toBe(tag)
})

test('of every digest it is a valid tag', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/), (text) => {
      fc.pre(!/^sha(256|512):/.test(text))
      expect(referrersTag(parseDigest(text))).toMatch(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/)
    }),
  )
})
