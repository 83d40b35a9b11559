import { describe, expect, test } from '@jest/globals'
import { readConnection } from '../../../src/inputs/connection.ts'
import { inputSource } from '../../support/input-source.ts'

describe('the connection', () => {
  test('without any input', () => {
    expect(readConnection(inputSource({}))).toEqual({
      plainHttp: 'auto',
      referrersMode: 'auto',
      concurrency: 32,
    })
  })

  test('with every input', () => {
    const inputs = {
      username: 'mona',
      password: '{\n "key": 1\n}',
      'github-token': 'ghs_1',
      'plain-http': 'True',
      'ca-file': 'ca.pem',
      'referrers-mode': 'referrers-tag',
      concurrency: '1',
    }
    expect(readConnection(inputSource(inputs))).toEqual({
      username: 'mona',
      password: '{\n "key": 1\n}',
      githubToken: 'ghs_1',
      plainHttp: true,
      caFile: 'ca.pem',
      referrersMode: 'referrers-tag',
      concurrency: 1,
    })
  })

  test.each([
    [{ username: 'mona' }, 'password', 'the username is given without a password'],
    [{ password: 'x' }, 'username', 'the password is given without a username'],
    [{ 'plain-http': 'yes' }, 'plain-http', '"yes" is neither auto nor a boolean'],
    [{ 'referrers-mode': 'tag' }, 'referrers-mode', '"tag" is none of auto'],
    [{ concurrency: '0' }, 'concurrency', 'is not a whole number from 1 to 256'],
  ])('%j is an error', (inputs, input, message) => {
    expect(() => readConnection(inputSource(inputs))).toThrow(
      expect.objectContaining({ input, message: expect.stringContaining(message) }),
    )
  })
})
