import { algorithmOf, type Digest, digestOf, isDigest } from '../../../src/oci/digest.ts'

/** Tells whether the text is a digest by sha256 or sha512, and that of the bytes. */
export function isDigestOf(text: string, bytes: Uint8Array): text is Digest {
  const supported = isDigest(text) && /^sha(256|512):/.test(text)
  return supported && digestOf(bytes, algorithmOf(text)) === text
}
