import { createHash, type Hash } from 'node:crypto'
import { OciError } from './error.ts'

declare const digestBrand: unique symbol

/**
 * A digest that follows the grammar `algorithm ":" encoded` (image-spec v1.1.1, Digests).
 * Of an algorithm other than sha256 and sha512 it can be printed, but nothing can be verified by it.
 */
export type Digest = string & { readonly [digestBrand]: true }

/** The algorithms that content can be verified by. */
export type DigestAlgorithm = 'sha256' | 'sha512'

const grammar = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/
const encodedLength: Readonly<Record<DigestAlgorithm, number>> = { sha256: 64, sha512: 128 }

function isVerifiable(algorithm: string): algorithm is DigestAlgorithm {
  return Object.hasOwn(encodedLength, algorithm)
}

/**
 * Tells whether the text is a digest: the specification's grammar, and for sha256 and sha512 the
 * exact number of lower-case hexadecimal digits (image-spec v1.1.1, Registered Algorithms).
 */
export function isDigest(text: string): text is Digest {
  if (!grammar.test(text)) return false
  const [algorithm, encoded] = splitDigest(text)
  return (
    !isVerifiable(algorithm) ||
    (encoded.length === encodedLength[algorithm] && /^[a-f0-9]+$/.test(encoded))
  )
}

/** Returns the text as a digest; throws DIGEST_INVALID if it is none. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text
  throw new OciError('DIGEST_INVALID', `not a digest: ${JSON.stringify(text.slice(0, 200))}`, {
    advice: 'A digest is "sha256:" and 64 lower-case hexadecimal digits.',
  })
}

/** Returns the algorithm and the encoded part of a digest. */
export function splitDigest(digest: string): readonly [algorithm: string, encoded: string] {
  const colon = digest.indexOf(':')
  return [digest.slice(0, colon), digest.slice(colon + 1)]
}

/** Returns the algorithm to verify the digest by; throws DIGEST_INVALID for one that is not supported. */
export function algorithmOf(digest: Digest): DigestAlgorithm {
  const [algorithm] = splitDigest(digest)
  if (isVerifiable(algorithm)) return algorithm
  throw new OciError(
    'DIGEST_INVALID',
    `digest algorithm ${algorithm} cannot be verified: ${digest}`,
    {
      advice: 'Only sha256 and sha512 are supported.',
    },
  )
}

/** Returns the digest of the bytes. */
export function digestOf(bytes: Uint8Array, algorithm: DigestAlgorithm = 'sha256'): Digest {
  return finishDigest(createHash(algorithm).update(bytes), algorithm)
}

/** Returns the digest that a hash has come to; the hash cannot be used afterwards. */
export function finishDigest(hash: Hash, algorithm: DigestAlgorithm): Digest {
  return parseDigest(`${algorithm}:${hash.digest('hex')}`)
}
