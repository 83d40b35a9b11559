import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createMasks } from '../../../src/render/masks.ts'
import { plainLines } from '../../../src/render/plain.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const base64url = (text: string) => Buffer.from(text).toString('base64url')

/** Returns the text in JSON, some characters of it by their 16 bits in hexadecimal. */
function escapedInJson(text: string, characters: RegExp): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return text
    .split('')
    .map((unit) => (characters.test(unit) ? escaped(unit) : JSON.stringify(unit).slice(1, -1)))
    .join('')
}

/** Returns the text with every character of it by its UTF-8 in hexadecimal, with the sign before each byte. */
function percentEncoded(text: string): string {
  return Buffer.from(text).toString('hex').replace(/../g, '%$&')
}

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

  const signs = 'a<b> & c=d \'e\' +/~ "f" (é😀) !'
  test.each([
    ['JSON of Go', escapedInJson(signs, /[<>&]/)],
    ['JSON of Gson', escapedInJson(signs, /[<>&='é]/)],
    ['JSON of Python', escapedInJson(signs, /[^ -~]/)],
    ['JSON of PHP', escapedInJson(signs, /[^ -~]/).replaceAll('/', '\\/')],
    [
      'JSON with capital digits',
      escapedInJson(signs, /[^ -~]/).replace(/u(....)/g, (_, digits) => `u${digits.toUpperCase()}`),
    ],
    ['an address with every byte escaped', percentEncoded(signs)],
    ['an address with capital digits', percentEncoded(signs).toUpperCase()],
    ['an address as Go writes it', encodeURIComponent(signs).replace(/[!'()]/g, percentEncoded)],
    [
      'a form with small digits',
      new URLSearchParams({ '': signs }).toString().slice(1).toLowerCase(),
    ],
    [
      'HTML',
      signs.replace(
        /[<>&"']/g,
        (each) =>
          ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' })[each] ?? '',
      ),
    ],
    ['HTML of Go', signs.replace(/[<>&"']/g, (each) => `&#${each.charCodeAt(0)};`)],
    [
      'HTML of Python',
      signs.replace(/[<>&"']/g, (each) => `&#x${each.charCodeAt(0).toString(16)};`),
    ],
  ])('is found in %s', (_name, encoded) => {
    expect(shown(`[${encoded}]`, signs)).toBe('[***]')
  })

  const password = 'corr<ct&h?rse~~x'
  test.each([
    ['base64', base64(password), /^\*\*\*=*$/],
    ['base64 without padding', base64(password).replace(/=+$/, ''), /^\*\*\*$/],
    ['base64 for addresses', base64url(password), /^\*\*\*$/],
    ['base64 in JSON of Gson', base64(password).replaceAll('=', '\\u003d'), /^\*\*\*(?:\\u003d)*$/],
    ['base64 with a name before it', base64(`pat:${password}`), /^.{0,6}\*\*\*=*$/],
    [
      'base64 for addresses with something around it',
      base64url(`{"a":"b:${password}"}`),
      /^.{0,12}\*\*\*.{0,4}$/,
    ],
    ...[1, 2, 3].map((more): [string, string, RegExp] => [
      `base64 of ${more} characters more on each side`,
      base64(`${'<'.repeat(more)}${password}${'>'.repeat(more)}`),
      /^.{0,5}\*\*\*.{0,8}$/,
    ]),
  ])('is found in %s', (_name, encoded, expected) => {
    expect(shown(encoded, password)).toMatch(expected)
  })

  test.each([
    ['JSON', 'no "a\\u003cb\\u003e \\u00…', 'no "***…'],
    ['an address', 'at /a%3Cb%3E%2…', 'at /***…'],
    ['HTML', 'no a&lt;b&gt;&#3…', 'no ***…'],
    ['base64', `no ${base64(signs).slice(0, 18)}…`, 'no ***…'],
  ])('that was cut in %s is hidden as far as it goes', (_name, text, expected) => {
    expect(shown(text, signs)).toBe(expected)
  })

  const encoders: readonly (readonly [string, (text: string) => string])[] = [
    ['JSON', (text) => escapedInJson(text, /[^a-z]/)],
    ['an address', percentEncoded],
    ['HTML', (text) => text.replace(/[^a-z]/gu, (each) => `&#${each.codePointAt(0)};`)],
  ]
  test.each(encoders)('is never in what is shown, read as %s', (_name, encode) => {
    const secret = fc.string({ unit: 'grapheme', minLength: 8 })
    fc.assert(
      fc.property(secret, (text) => {
        expect(shown(`<<${encode(text)}>>`, text)).toBe('<<***>>')
      }),
    )
  })

  test.each(encoders)('is hidden up to where it was cut, read as %s', (_name, encode) => {
    const secret = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), { minLength: 10 })
      .map((characters) => [...characters.join('').replace(/[\s\p{C}…]/gu, 'x')])
    fc.assert(
      fc.property(secret, fc.nat(), (characters, at) => {
        const last = encode(characters[8] ?? '')
        const cut = encode(characters.slice(0, 8).join('')) + last.slice(0, at % last.length)
        expect(shown(`<<${cut}…>>`, characters.join(''))).toBe('<<***…>>')
      }),
    )
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

describe('what a registry chooses makes no work that grows with the square of it', () => {
  const long = 60_000
  const many = 400_000
  test.each([
    ['marks of a cut', `ab${'x'.repeat(long)}`, '…'.repeat(many)],
    ['cuts of the token itself', 'a'.repeat(long), 'aaaa…'.repeat(many / 5)],
    ['a token of one letter', 'a'.repeat(long), `${'a'.repeat(many)}b`],
    ['nearly the token', `${'a'.repeat(long)}b`, 'a'.repeat(many)],
    ['the token, again and again', 'ab'.repeat(long / 2), 'ab'.repeat(many / 2)],
    ['escapes without end', 'a'.repeat(long), '\\u00…'.repeat(many / 5)],
    ['percent signs', 'a'.repeat(long), '%c3%'.repeat(many / 4)],
    ['entities without end', 'a'.repeat(long), '&#x'.repeat(many / 3)],
    ['white space', `a${' '.repeat(long)}b`, `${' '.repeat(many)}…`],
  ])('%s', (_name, token, text) => {
    const masks = createMasks()
    masks.add(token)
    const start = performance.now()
    masks.hide(text)
    // Done for every length at every place, these take from seconds to many minutes.
    expect(performance.now() - start).toBeLessThan(4_000)
  })
})

test('nothing is hidden before it is known', () => {
  const masks = createMasks()
  expect(masks.hide('secret')).toBe('secret')
  masks.add('secret')
  expect(masks.hide('secret')).toBe('***')
})
