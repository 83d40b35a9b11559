import { expect, test } from '@jest/globals'
import { closest } from '../../../src/oci/closest.ts'

const words = ['attach', 'discover', '--depth', '--debug', '-o']

test.each([
  ['atach', 'attach'],
  ['discovery', 'discover'],
  ['--dept', '--depth'],
  ['--debgu', '--debug'],
  ['detach', 'attach'],
  ['pull', undefined],
  ['-x', undefined],
  ['', undefined],
])('%j probably means %s', (mistyped, expected) => {
  expect(closest(mistyped, words)).toBe(expected)
})
