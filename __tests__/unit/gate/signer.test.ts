import { describe, expect, test } from '@jest/globals'
import { isSigner } from '../../../src/gate/signer.ts'
import type { SignedBy } from '../../../src/policy/policy.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const release = 'https://github.com/org/app/.github/workflows/release.yml@refs/tags/v1'

function like(source: string): SignedBy {
  return { kind: 'identity-pattern', issuer, pattern: new RegExp(`^(?:${source})$`, 'u'), source }
}

const key: SignedBy = { kind: 'key', key: { name: 'cosign.pub', pem: '' } }

describe('who signed', () => {
  test.each<readonly [string, SignedBy, string, boolean]>([
    ['by name', { kind: 'identity', issuer, identity: release }, release, true],
    ['by another name', { kind: 'identity', issuer, identity: release }, `${release}0`, false],
    ['by a pattern', like(String.raw`https://github\.com/org/.+@refs/tags/v1`), release, true],
    ['by a part', like(String.raw`https://github\.com/org/`), release, false],
    ['by a key', key, release, false],
  ])('is who must have, %s', (_, signedBy, identity, expected) => {
    expect(isSigner(signedBy, { kind: 'identity', issuer, identity })).toBe(expected)
    const other = { kind: 'identity', issuer: `${issuer}/`, identity } as const
    expect(isSigner(signedBy, other)).toBe(false)
  })

  test('is nobody whose name would be compared with the pattern without end', () => {
    const signedBy = like(String.raw`https://github\.com/org/([\w-]+/?)+@refs/tags/v1`)
    const identity = `https://github.com/org/${'a'.repeat(40)}!`
    const started = performance.now()
    expect(isSigner(signedBy, { kind: 'identity', issuer, identity })).toBe(false)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(
      isSigner(signedBy, {
        kind: 'identity',
        issuer,
        identity: 'https://github.com/org/a@refs/tags/v1',
      }),
    ).toBe(true)
  })
})
