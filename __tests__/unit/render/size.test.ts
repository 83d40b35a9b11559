import { expect, test } from '@jest/globals'
import { formatSize } from '../../../src/render/size.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [1_550_000, '1.6 MB'],
  [5e9, '5.0 GB'],
  [2e15, '2000.0 TB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(formatSize(bytes)).toBe(expected)
})
