import { expect, test } from '@jest/globals'
import { readTimeout } from '../../../src/inputs/timeout.ts'
import { inputSource } from '../../support/input-source.ts'

test.each([
  ['', 3_600_000],
  ['1s', 1000],
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['24h', 86_400_000],
  ['1440m', 86_400_000],
])('%j is a time', (timeout, expected) => {
  expect(readTimeout(inputSource({ timeout }))).toBe(expected)
})

test.each([
  '0s',
  '000m',
  '25h',
  '86401s',
  '90',
  's',
  '1.5h',
  '-1s',
  '1 h',
  '1d',
  '1h30m',
  '9999999s',
])('%j is an error that says how to write it', (timeout) => {
  expect(() => readTimeout(inputSource({ timeout }))).toThrow(
    expect.objectContaining({
      input: 'timeout',
      message: `${JSON.stringify(timeout)} is not a time from 1s to 24h`,
      advice: expect.stringContaining('90s'),
    }),
  )
})
