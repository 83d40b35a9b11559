import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createMasks } from '../../../src/render/masks.ts'
import { plainLines } from '../../../src/render/plain.ts'

/** Returns the text as it is shown where the others are not to be. */
function shown(text: string, ...hidden: readonly string[]): string {
  const masks = createMasks()
  for (const each of hidden) masks.add(each)
  return masks.hide(text)
}

describe('a text that is not to be shown', () => {
  test('is replaced wherever it is', () => {
    expect(shown('secret and secret, not sec', 'secret')).toBe('*** and ***, not sec')
  })

  test('that is part of another leaves nothing of that', () => {
    expect(shown('a correct horse', 'correct', 'correct horse')).toBe('a ***')
    expect(shown('a correct horse', 'correct horse', 'correct')).toBe('a ***')
  })

  test('that overlaps or touches another is hidden with it', () => {
    expect(shown('abcdefgh', 'abcdef', 'defgh')).toBe('***')
    expect(shown('abcdefgh!', 'abcd', 'efgh')).toBe('***!')
    expect(shown('ababab', 'abab')).toBe('***')
  })

  test.each([
    ['in JSON', (text: string) => JSON.stringify({ text })],
    ['in a path', (text: string) => `/v2/${encodeURIComponent(text)}/`],
    ['in a form', (text: string) => new URLSearchParams({ text }).toString()],
    ['on one line', (text: string) => text.replace(/\s+/g, ' ')],
    ['as messages show it', plainLines],
  ])('is found %s', (_name, show) => {
    const text = 'with  "quotes"\tand \\, ##[group] +/= é'
    expect(shown(`<${show(text)}>`, text)).toBe(`<${show('***').replaceAll('%2A', '*')}>`)
  })

  test.each([
    ['the beginning of correct horse', 'a correct h…', 'a ***…'],
    ['less than a word', 'a cor…', 'a cor…'],
    ['something else', 'a carrot h…', 'a carrot h…'],
    ['all of it', 'a correct horse…', 'a ***…'],
  ])('that was cut is hidden as far as it goes: %s', (_name, text, expected) => {
    expect(shown(text, 'correct horse')).toBe(expected)
  })

  test('hides no word that only one of its forms is', () => {
    expect(shown('a b c', '\u00ad\u00ad\u00ad\u00ad', 'a\u00ad\u00ad\u00adb')).toBe('a b c')
  })

  test('is never in what is shown, and the rest is', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '"', ' ', '\\'), maxLength: 40 })
    const secret = fc.string({ unit: fc.constantFrom('a', 'b', '"'), minLength: 4, maxLength: 6 })
    fc.assert(
      fc.property(letters, fc.array(secret, { maxLength: 4 }), (text, secrets) => {
        const result = shown(text, ...secrets)
        for (const each of secrets) expect(result).not.toContain(each)
        const parts = result.split('***')
        expect(text.startsWith(parts.at(0) ?? '')).toBe(true)
        expect(text.endsWith(parts.at(-1) ?? '')).toBe(true)
      }),
    )
  })
})

test('nothing is hidden before it is known', () => {
  const masks = createMasks()
  expect(masks.hide('secret')).toBe('secret')
  masks.add('secret')
  expect(masks.hide('secret')).toBe('***')
})
