import { expect, test } from '@jest/globals'
import { counted, formatCount } from '../../../src/oci/counted.ts'

test.each([
  [0, '0 retries'],
  [1, '1 retry'],
  [2, '2 retries'],
  [1_234_567, '1,234,567 retries'],
])('%d is counted as %s', (count, expected) => {
  expect(counted(count, 'retry', 'retries')).toBe(expected)
})

test('a plural ends with s where nothing else is said', () => {
  expect(counted(2, 'SBOM')).toBe('2 SBOMs')
})

test('a number is in thousands', () => {
  expect(formatCount(9997)).toBe('9,997')
})
