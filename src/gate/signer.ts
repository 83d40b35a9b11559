import type { SignedBy } from '../policy/policy.ts'
import type { Signer } from '../verify/signature.ts'

/**
 * Tells whether who signed is who must have: the key of that name, or exactly that issuer with exactly
 * that identity, or an identity that the pattern matches as a whole.
 */
export function isSigner(signedBy: SignedBy, signer: Signer): boolean {
  if (signedBy.kind === 'key') return signer.kind === 'key' && signer.name === signedBy.key.name
  if (signer.kind !== 'identity' || signer.issuer !== signedBy.issuer) return false
  return signedBy.kind === 'identity'
    ? signer.identity === signedBy.identity
    : signedBy.pattern.exec(signer.identity)?.[0] === signer.identity
}
