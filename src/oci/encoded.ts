import { parseBounded } from './bounded-json.ts'
import type { Descriptor } from './descriptor.ts'
import { algorithmOf, type Digest, digestOf } from './digest.ts'
import { OciError } from './error.ts'
import type { JsonObject } from './json.ts'
import { type Manifest, parseManifest } from './manifest.ts'

/** A value together with the exact bytes that its digest was taken over. */
export interface Encoded<T> {
  readonly value: T
  readonly bytes: Uint8Array
  readonly descriptor: Descriptor
}

/** Returns the value as JSON without white space, in the order of its keys, with its descriptor. */
export function encodeJson<T extends JsonObject & { readonly mediaType: string }>(
  value: T,
): Encoded<T> {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  const descriptor = { mediaType: value.mediaType, digest: digestOf(bytes), size: bytes.length }
  return { value, bytes, descriptor }
}

/**
 * Returns the bytes as the manifest that the descriptor names.
 *
 * Throws DIGEST_INVALID or SIZE_INVALID if they are not the bytes, MANIFEST_INVALID if they are not
 * such a manifest, not read the same by all, or made to fill memory: two keys of an object alike, nested
 * too deep, too many names or values. The size is checked before the digest (image-spec v1.1.1,
 * Verification).
 */
export function decodeManifest(bytes: Uint8Array, descriptor: Descriptor): Encoded<Manifest> {
  if (bytes.length !== descriptor.size) {
    throw new OciError(
      'SIZE_INVALID',
      `${descriptor.digest} has ${bytes.length} bytes instead of ${descriptor.size}`,
    )
  }
  verifyDigest(bytes, descriptor.digest)
  return { value: parseManifest(parseJson(bytes), descriptor.mediaType), bytes, descriptor }
}

/** Throws DIGEST_INVALID unless the bytes have the digest. */
export function verifyDigest(bytes: Uint8Array, digest: Digest): void {
  const actual = digestOf(bytes, algorithmOf(digest))
  if (actual !== digest) {
    throw new OciError('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`, {
      advice: 'The registry, or something between, altered the content: do not trust it.',
    })
  }
}

/**
 * Values of a manifest, on all levels: `JSON.parse` makes many times the two bytes of each `{}`. What has the
 * most of them in the largest manifest is an index of some thirty thousand platforms, with nine each.
 */
export const MAX_VALUES = 400_000

function parseJson(bytes: Uint8Array): unknown {
  try {
    return parseBounded(bytes, MAX_VALUES)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OciError('MANIFEST_INVALID', `the manifest is not valid JSON: ${reason}`, { cause })
  }
}
