import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { codeBlock, codeSpan } from '../../../src/render/markdown.ts'
import { plain } from '../../../src/render/plain.ts'
import { nastyText } from '../../support/nasty-text.ts'

/** Returns what the text is as a code span by CommonMark's rules; undefined if it is not wholly one. */
function readCodeSpan(text: string): string | undefined {
  const fence = /^`+/.exec(text)?.[0] ?? ''
  const runs = [...text.slice(fence.length).matchAll(/`+/g)]
  const end = runs.find(([run]) => run === fence)
  if (!end || end.index + 2 * fence.length !== text.length) return undefined
  const content = text.slice(fence.length, fence.length + end.index)
  return /^ .*[^ ].* $/.test(content) ? content.slice(1, -1) : content
}

describe('a code span', () => {
  test.each([
    ['registry/app@sha256:1', '`registry/app@sha256:1`'],
    ['a `b`', '`` a `b` ``'],
    [' a ', '`  a  `'],
    ['a|b', '`a\\u{7c}b`'],
    ['  ', ''],
  ])('of %j is %s', (text, expected) => {
    expect(codeSpan(text)).toBe(expected)
  })

  test('shows any text literally, in a single cell of a table', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const shown = plain(text).replaceAll('|', '\\u{7c}')
        fc.pre(shown.trim() !== '')
        expect(readCodeSpan(codeSpan(text))).toBe(shown)
        expect(codeSpan(text)).not.toContain('|')
      }),
    )
  })
})

describe('a code block', () => {
  test('has its language', () => {
    expect(codeBlock('a\nb', 'mermaid')).toBe('```mermaid\na\nb\n```')
  })

  test('is ended by none of its lines', () => {
    expect(codeBlock('```\n````')).toBe('`````text\n```\n````\n`````')
  })
})
