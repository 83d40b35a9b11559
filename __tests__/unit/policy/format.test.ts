import { describe, expect, test } from '@jest/globals'
import { formatRule } from '../../../src/policy/format.ts'
import type { Rule, SignedBy } from '../../../src/policy/policy.ts'

const issuer = 'https://issuer.example'
const key: SignedBy = { kind: 'key', key: { name: 'cosign.pub', pem: '' } }

const cases: readonly (readonly [Partial<Rule>, string])[] = [
  [{}, 'sbom'],
  [{ type: { kind: 'artifact-type', artifactType: 'text/spdx' } }, 'text/spdx'],
  [{ count: 3 }, '3 sbom'],
  [
    { predicateType: 'https://spdx.dev/Document' },
    'sbom, of predicate type https://spdx.dev/Document',
  ],
  [{ annotations: { a: '1', b: '2' } }, 'sbom, annotated a=1 and b=2'],
  [
    {
      signedBy: { kind: 'identity', issuer, identity: 'me@example.com' },
    },
    `sbom, signed by me@example.com (issuer ${issuer})`,
  ],
  [
    { signedBy: { kind: 'identity-pattern', issuer, pattern: /^(?:m.)$/, source: 'm.' } },
    `sbom, signed by an identity like m. (issuer ${issuer})`,
  ],
  [
    {
      count: 2,
      maxAge: { text: '30d', milliseconds: 30 * 86_400_000 },
      signedBy: key,
      platform: 'each',
    },
    '2 sbom, at most 30d old, signed by the key cosign.pub, on each platform',
  ],
]

describe('a rule in words', () => {
  test.each(cases)('%j', (given, expected) => {
    const rule: Rule = {
      type: { kind: 'alias', alias: 'sbom' },
      count: 1,
      platform: 'subject',
      annotations: {},
      ...given,
    }
    expect(formatRule(rule)).toBe(expected)
  })
})
