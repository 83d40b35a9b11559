import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { printable } from '../../../src/transport/printable.ts'

test.each([
  ['plain', 'plain'],
  [' a\r\nb\tc ', 'a b c'],
  ['\u001b[31mred\u001b[0m', '[31mred [0m'],
  ['a\u202eb\u2066c\u200bd\u2028e', 'a b c d e'],
  ['Größe 大', 'Größe 大'],
  ['1234567890123', '1234567890…'],
])('%j is shown as %j', (text, expected) => {
  expect(printable(text, 10 + (expected.endsWith('…') ? 0 : 10))).toBe(expected)
})

test('nothing that moves the cursor or starts a line is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text, 50)).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{0,51}$/u)
    }),
  )
})
