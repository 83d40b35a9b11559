import type { KeyObject } from 'node:crypto'

/** A hash by its name in Node; `null` where the key's algorithm hashes by itself. */
export type Hash = 'sha256' | 'sha384' | 'sha512' | null

/**
 * The hash that belongs to the curve is what cosign 3 signs with; cosign 2 signed with SHA-256 whatever
 * the curve, and `cosign verify` (3.1.3) still looks for that.
 */
const HASHES_OF_CURVE = new Map<string | undefined, readonly Hash[]>([
  ['prime256v1', ['sha256']],
  ['secp384r1', ['sha384', 'sha256']],
  ['secp521r1', ['sha512', 'sha256']],
])

/** Shorter moduli are not to be used any more (NIST SP 800-131A). */
const MIN_RSA_BITS = 2048

/**
 * Returns the hashes that signatures of the key may be made with; none of a key whose signatures cannot
 * be verified. RSA is PKCS #1 v1.5, the only padding that cosign makes. Ed25519 is the algorithm
 * itself: what cosign 3 makes with such keys is Ed25519ph, which neither Node nor `cosign verify` reads.
 */
export function hashesOf(key: KeyObject): readonly Hash[] {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
  switch (key.asymmetricKeyType) {
    case 'ec':
      return HASHES_OF_CURVE.get(namedCurve) ?? []
    case 'rsa':
      return modulusLength >= MIN_RSA_BITS ? ['sha256'] : []
    case 'ed25519':
      return [null]
    default:
      return []
  }
}
