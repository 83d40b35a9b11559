import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { RuleKey } from '../policy/policy.ts'

/** A key that a rule names, ready to verify with. */
export interface PublicKey {
  /** As the rule names it. */
  readonly name: string
  readonly key: KeyObject
  /** SubjectPublicKeyInfo, DER. */
  readonly der: Buffer
  /** SHA-256 of that, hexadecimal: the same for two names of one key. */
  readonly fingerprint: string
}

/** Returns the key that a rule names, which was checked where the policy was read. */
export function toPublicKey({ name, pem }: RuleKey): PublicKey {
  const key = createPublicKey(pem)
  const der = key.export({ type: 'spki', format: 'der' })
  return { name, key, der, fingerprint: createHash('sha256').update(der).digest('hex') }
}
