import { describe, expect, test } from '@jest/globals'
import { debug, errors, group, info, warnings } from '../../../src/action/log.ts'
import { captureStdout } from '../../support/captured-stdout.ts'

const written = captureStdout()

test('lines are written one by one, and none of them is a command', () => {
  info('a\n::error::b\nc ##[error]d\u001b[0m')
  expect(written()).toBe('a\n\\::error::b\nc ##\\[error]d\\u{1b}[0m\n')
})

test('a group has its lines between its heading and its end', () => {
  group('A heading', 'x\ny')
  expect(written()).toBe('::group::A heading\nx\ny\n::endgroup::\n')
})

test('debug lines are for those who ask for them', () => {
  debug('GET https://r/v2/')
  expect(written()).toBe('::debug::GET https://r/v2/\n')
})

describe.each([
  ['warning', warnings, 10],
  ['error', errors, 9],
] as const)('each %s', (type, annotate, room) => {
  const lines = () => written().trimEnd().split('\n')
  const messages = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`)

  test('is an annotation, if the runner keeps as many and one more to fail by', () => {
    annotate(messages(room))
    expect(lines()).toEqual(messages(room).map((message) => `::${type}::${message}`))
  })

  test('beyond that is in the log, which the last annotation says', () => {
    annotate(messages(room + 2))
    const label = type === 'error' ? 'Error' : 'Warning'
    expect(lines()).toEqual([
      ...messages(room - 1).map((message) => `::${type}::${message}`),
      ...messages(room + 2)
        .slice(room - 1)
        .map((message) => `${label}: ${message}`),
      `::${type}::3 more ${type}s are in the log of the step`,
    ])
  })

  test('is one line, of which nothing is obeyed', () => {
    annotate(['a\n::set-output name=b::c'])
    expect(lines()).toEqual([`::${type}::a%0A\\::set-output name=b::c`])
  })
})
