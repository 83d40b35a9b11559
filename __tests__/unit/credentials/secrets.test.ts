import { expect, test } from '@jest/globals'
import { secretsOf } from '../../../src/credentials/secrets.ts'
import type { Credential } from '../../../src/transport/credential.ts'

test.each<[Credential, readonly string[]]>([
  [{ kind: 'basic', username: 'me', password: 'pw', source: 's' }, ['pw', 'cHc=', 'bWU6cHc=']],
  [{ kind: 'refresh-token', token: 'abc', source: 's' }, ['abc', 'YWJj', 'PHRva2VuPjphYmM=']],
  [{ kind: 'bearer', token: 'abc', source: 's' }, ['abc', 'YWJj']],
])('the secrets of %j are %j', (credential, secrets) => {
  expect(secretsOf(credential)).toEqual(secrets)
})
