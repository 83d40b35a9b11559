import { expect, test } from '@jest/globals'
import { formatSignedBy } from '../../../src/policy/format.ts'
import type { SignedBy } from '../../../src/policy/policy.ts'

const issuer = 'https://issuer.example'

const cases: readonly (readonly [SignedBy, string])[] = [
  [{ kind: 'key', key: { name: 'cosign.pub', pem: '' } }, 'the key cosign.pub'],
  [{ kind: 'identity', issuer, identity: 'me@example.com' }, `me@example.com (issuer ${issuer})`],
  [
    { kind: 'identity-pattern', issuer, pattern: /^(?:m.)$/, source: 'm.' },
    `an identity like m. (issuer ${issuer})`,
  ],
]

test.each(cases)('%j in words', (signedBy, expected) => {
  expect(formatSignedBy(signedBy)).toBe(expected)
})
