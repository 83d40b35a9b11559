import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Signer } from '@sigstore/sign'

/** Kinds of keys by the name that cosign has for their curve or size. */
export type KeyKind = 'P-256' | 'P-384' | 'P-521' | 'RSA-1024' | 'RSA-2048' | 'RSA-4096' | 'Ed25519'

/** A key that somebody signs with. */
export interface SigningKey {
  /** SubjectPublicKeyInfo, PEM. */
  readonly pem: string
  readonly privateKey: KeyObject
  /** What is hashed with before signing; `null` where the algorithm hashes by itself. */
  readonly hash: string | null
}

const HASHES: Readonly<Record<KeyKind, string | null>> = {
  'P-256': 'sha256',
  'P-384': 'sha384',
  'P-521': 'sha512',
  'RSA-1024': 'sha256',
  'RSA-2048': 'sha256',
  'RSA-4096': 'sha256',
  Ed25519: null,
}

/**
 * Returns a new key that signs as cosign 3.1.3 does, or with another hash. Of Ed25519 that is cosign 2:
 * what cosign 3 makes of it is Ed25519ph, which `cosign verify` itself refuses.
 */
export function createSigningKey(kind: KeyKind, hash: string | null = HASHES[kind]): SigningKey {
  const { publicKey, privateKey } = generate(kind)
  return { pem: String(publicKey.export({ type: 'spki', format: 'pem' })), privateKey, hash }
}

function generate(kind: KeyKind): {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
} {
  const [family, size] = kind.split('-')
  if (family === 'P') return generateKeyPairSync('ec', { namedCurve: kind })
  if (family === 'RSA') return generateKeyPairSync('rsa', { modulusLength: Number(size) })
  return generateKeyPairSync('ed25519')
}

/** Returns the key as a signer of bundles, with the hint that cosign gives. */
export function keySigner({ pem, privateKey, hash }: SigningKey): Signer {
  const der = Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
  const hint = createHash('sha256').update(der).digest('base64')
  return {
    sign: async (data) => ({
      signature: sign(hash, data, privateKey),
      key: { $case: 'publicKey', publicKey: pem, hint },
    }),
  }
}
