import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cut, plain, plainLines } from '../../../src/render/plain.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { parseCommand } from '../../support/runner/workflow-commands.ts'

/** What the runner's culture-sensitive comparison passes over. */
const WEIGHTLESS = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

describe('plain text', () => {
  test.each([
    ['org/app:1.0 é 日本 😀 "x" \\n', 'org/app:1.0 é 日本 😀 "x" \\n'],
    ['two\r\nlines\tand a tab', 'two\\r\\nlines\\tand a tab'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\u202eb\u2028c\u00add', 'a\\u{202e}b\\u{2028}c\\u{ad}d'],
    ['\ud800', '\\u{d800}'],
    ['#\ufe0f#\u034f[', '#\\u{fe0f}#\\u{34f}['],
    ['::error::x', '\\::error::x'],
    ['  ::error::x', '  \\::error::x'],
    ['a ::error::x', 'a ::error::x'],
    ['a ##[error]x', 'a ##\\[error]x'],
    ['###[[', '###\\[['],
  ])('%j is shown as %s', (text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  test('never holds a command, a line break or a character that is not shown', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const shown = plain(text)
        expect(parseCommand(shown, () => true)).toBeUndefined()
        expect(parseCommand(shown.replace(WEIGHTLESS, ''), () => true)).toBeUndefined()
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  test('stays as it is when made so again', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(plain(plain(text))).toBe(plain(text))
      }),
    )
  })

  test('of lines is made so line by line', () => {
    expect(plainLines('a\n::b::\n\rc')).toBe('a\n\\::b::\n\\rc')
  })
})

describe('cut text', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a😀bc', 3, 'a…'],
  ])('%j to %i', (text, length, expected) => {
    expect(cut(text, length)).toBe(expected)
  })
})
