import { describe, expect, test } from '@jest/globals'
import { debug, group, info, warnings } from '../../../src/action/log.ts'
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

describe('warnings', () => {
  const lines = () => written().trimEnd().split('\n')
  const messages = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`)

  test('are annotations, as many as the runner keeps', () => {
    warnings(messages(10))
    expect(lines()).toEqual(messages(10).map((message) => `::warning::${message}`))
  })

  test('beyond that are in the log, which the last annotation says', () => {
    warnings(messages(12))
    expect(lines()).toEqual([
      ...messages(9).map((message) => `::warning::${message}`),
      'Warning: w9',
      'Warning: w10',
      'Warning: w11',
      '::warning::3 more warnings are in the log of the step',
    ])
  })
})
