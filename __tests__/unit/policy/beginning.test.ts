import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { beginningOf } from '../../../src/policy/beginning.ts'

function begins(source: string, text: string, flags = 'u'): boolean {
  return new RegExp(`^(?:${beginningOf(source)})$`, flags).test(text)
}

const atom = fc.constantFrom(
  ...['a', 'b', '/', '.', '\\.', '\\d', '\\w', '\\x61', '\\u0061', '\\u{62}', '\\p{L}'],
  ...['[ab]', '[^/]', '[\\]a]', '[a-c(]', '(?<=a)', '(?<!c)', '\\b', '💡'],
)
const quantifier = fc.constantFrom('', '', '*', '+', '?', '+?', '{2}', '{0,2}', '{1,}?')
const expression = fc.letrec<{ part: string; whole: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(atom, quantifier).map(([each, times]) => quantified(each, times)),
    fc.tuple(tie('whole'), quantifier).map(([each, times]) => `(?:${each})${times}`),
    tie('whole').map((each) => `(${each})`),
  ),
  whole: fc.oneof(
    fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('part'), tie('part')).map((each) => each.join('|')),
  ),
})).whole

/** What has no length cannot be repeated. */
function quantified(each: string, times: string): string {
  return /^(?:\(|\\b)/.test(each) ? each : `${each}${times}`
}

describe('the beginning of an expression', () => {
  test.each([
    ['https://a\\.example/.+', 'https://a.ex', true],
    ['https://a\\.example/.+', 'https://a.example/x/y', true],
    ['https://a\\.example/.+', 'https://a-ex', false],
    ['https://[^/]+/org/app', 'https://host/', true],
    ['https://[^/]+/org/app', 'https://host/or', true],
    ['https://[^/]+/org/app', 'https://host/other', false],
    ['.*/app', 'anything at all', true],
    ['(?:me|you)@a', 'yo', true],
    ['(?:me|you)@a', 'mo', false],
    ['a{2,3}b', 'a', true],
    ['a{2,3}b', 'aaaa', false],
    ['(a|b)\\1c', 'ab', false],
    ['(a|b)\\1c', 'bb', true],
    ['(?<x>a|b)\\k<x>c', 'aa', true],
    ['(?=ab).*', 'a', true],
    ['(?=ab).*', 'ac', false],
    ['(?!ab).*', 'a', true],
    ['(?!ab).*', 'ac', true],
    ['(?!ab).*', 'abc', false],
    ['(?!(?:a|(b))c).*', 'bcd', false],
    ['(?!(?:a|(b))c)(?:x|y)z', 'y', true],
    ['(?i:ORG)/', 'or', true],
    ['.+(?<=@main)', 'x@', true],
    ['^a$', 'a', true],
    ['^a$', 'ab', false],
  ])('%s begins with %j: %s', (source, text, expected) => {
    expect(begins(source, text)).toBe(expected)
  })

  test.each([
    ['a\\-b{,2}]', 'a-b{', true],
    ['a\\-b{,2}]', 'a-b{,2}]', true],
    ['a\\-b{,2}]', 'a-bb', false],
  ])('%s without the flag u begins with %j: %s', (source, text, expected) => {
    expect(begins(source, text, '')).toBe(expected)
  })

  test('matches whatever the expression does, cut anywhere', () => {
    fc.assert(
      fc.property(
        expression,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/', '1', '💡', '.'), maxLength: 8 }),
        fc.nat(8),
        (source, text, length) => {
          fc.pre(new RegExp(`^(?:${source})$`, 'u').test(text))
          expect(begins(source, [...text].slice(0, length).join(''))).toBe(true)
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    )
  })
})
