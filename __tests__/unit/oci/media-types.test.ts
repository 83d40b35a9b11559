import { expect, test } from '@jest/globals'
import { isMediaType, withoutParameters } from '../../../src/oci/media-types.ts'

test.each([
  ['application/spdx+json', true],
  ['application/vnd.dev.sigstore.bundle.v0.3+json', true],
  ['a/b', true],
  ['text/x!#$&^_.+-', true],
  [`${'a'.repeat(127)}/${'b'.repeat(127)}`, true],
  [`${'a'.repeat(128)}/b`, false],
  ['application/vnd.dev.sigstore.bundle+json;version=0.2', false],
  ['application', false],
  ['/json', false],
  ['application/', false],
  ['a/b/c', false],
  ['a /b', false],
  ['a/b\r\nX: y', false],
  ['', false],
])('%j is a media type: %s', (text, expected) => {
  expect(isMediaType(text)).toBe(expected)
})

test.each([
  ['application/JSON; charset=utf-8', 'application/json'],
  [' text/html ;q=1', 'text/html'],
  ['', ''],
])('%j without parameters is %j', (contentType, expected) => {
  expect(withoutParameters(contentType)).toBe(expected)
})
