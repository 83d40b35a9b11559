import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createBase64Decoder } from '../../../src/conventions/base64.ts'
import { anyCuts, chunksOf } from '../../support/chunks.ts'

function decode(text: string, cuts: readonly number[]): Buffer {
  const decoder = createBase64Decoder()
  const pieces = Array.from(chunksOf(Buffer.from(text), cuts), (chunk) => decoder.write(chunk))
  return Buffer.concat([...pieces, decoder.end()])
}

describe('base64', () => {
  test.each([
    ['the standard alphabet', (text: string) => text],
    [
      'that of URLs, without padding',
      (text: string) => Buffer.from(text, 'base64').toString('base64url'),
    ],
    ['escaped slashes', (text: string) => text.replaceAll('/', '\\/')],
  ])('with %s gives the bytes back, wherever it is cut', (_, write) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), anyCuts, (bytes, cuts) => {
        const text = write(Buffer.from(bytes).toString('base64'))
        expect(decode(text, cuts).equals(bytes)).toBe(true)
      }),
    )
  })
})
