import { describe, expect, test } from '@jest/globals'
import { constantIn, isConstant } from '../../support/page.ts'
import { isThere } from '../../support/proofs.ts'

test('a test that is not there is found out', () => {
  const path = '../__tests__/unit/support/page.test.ts'
  expect(isThere({ title: 'a test that is not there is found out', path })).toBe(true)
  expect(isThere({ title: 'a test that is not there', path })).toBe(false)
  expect(isThere({ title: 'a test', path: '../__tests__/none.test.ts' })).toBe(false)
})

describe('a constant', () => {
  const code = [
    'const PAUSE_MS = 60 * 1000',
    'export const LAG_MS = [1, 2] as const',
    'export const TIMES: Times = { first: 15_000, last: 1 }',
  ].join('\n')

  test.each([
    ['PAUSE_MS', '60 * 1000'],
    ['LAG_MS', '[1, 2]'],
    ['TIMES', '{ first: 15_000, last: 1 }'],
    ['TIMES.first', '15_000'],
    ['TIMES.last', '1'],
    ['TIMES.other', undefined],
    ['PAUSE', undefined],
    ['MS', undefined],
  ])('%s has the value %s', (name, value) => {
    expect(constantIn(code, name)).toBe(value)
  })

  test('of another value, or that is not there, is found out', () => {
    const file = 'src/transport/ending.ts'
    expect(isConstant('TIDY_MS', file, '3_000')).toBe(true)
    expect(isConstant('TIDY_MS', file, '3_00')).toBe(false)
    expect(isConstant('NONE_MS', file, '3_000')).toBe(false)
  })
})
