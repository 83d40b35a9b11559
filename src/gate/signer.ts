import type { SignedBy } from '../policy/policy.ts'
import { withinTime } from '../policy/time-limit.ts'
import type { Signer } from '../verify/signature.ts'

/**
 * For one identity and one pattern. Most take microseconds, three times `.+` on the longest name up to
 * some tenths of a second. What repeats a repetition may take for ever, and no signal could end it.
 */
export const MAX_MATCH_MS = 1_000

/**
 * Tells whether who signed is who must have: the key of that name, or exactly that issuer with exactly
 * that identity, or an identity that the pattern matches as a whole, and in MAX_MATCH_MS.
 */
export function isSigner(signedBy: SignedBy, signer: Signer): boolean {
  if (signedBy.kind === 'key') return signer.kind === 'key' && signer.name === signedBy.key.name
  if (signer.kind !== 'identity' || signer.issuer !== signedBy.issuer) return false
  return signedBy.kind === 'identity'
    ? signer.identity === signedBy.identity
    : isLike(signedBy.pattern, signer.identity)
}

function isLike(pattern: RegExp, identity: string): boolean {
  const match = (): boolean => pattern.exec(identity)?.[0] === identity
  return withinTime(MAX_MATCH_MS, match)?.value === true
}
