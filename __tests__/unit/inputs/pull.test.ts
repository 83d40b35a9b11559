import { describe, expect, test } from '@jest/globals'
import { readPullRequest } from '../../../src/inputs/pull.ts'
import { inputSource } from '../../support/input-source.ts'

describe('what to pull', () => {
  test('is nothing without a directory', () => {
    expect(readPullRequest(inputSource({ 'pull-max-files': '1' }))).toBeUndefined()
  })

  test('has limits', () => {
    const inputs = { 'pull-to': 'out', 'pull-max-files': '1', 'pull-max-bytes': '9007199254740991' }
    expect(readPullRequest(inputSource(inputs))).toEqual({
      directory: 'out',
      what: 'referrers',
      overwrite: false,
      maxFiles: 1,
      maxBytes: Number.MAX_SAFE_INTEGER,
    })
  })

  test.each([
    ['pull-max-files', '0'],
    ['pull-max-files', '1000001'],
    ['pull-max-bytes', '0'],
    ['pull-max-bytes', '4 GB'],
    ['pull-max-bytes', '9007199254740992'],
  ] as const)('has no %s of %s, also where nothing is pulled', (input, text) => {
    expect(() => readPullRequest(inputSource({ [input]: text }))).toThrow(
      expect.objectContaining({ name: 'InputError', input }),
    )
  })
})
