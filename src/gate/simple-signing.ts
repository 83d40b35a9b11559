import type { Annotations } from '../oci/annotations.ts'
import { type Digest, isDigest } from '../oci/digest.ts'
import { isObject } from '../oci/json.ts'
import type { CosignMaterial } from '../verify/signature.ts'
import { parseStrictly } from './strict-json.ts'
import { Unreadable } from './unreadable.ts'

/*
 * What cosign keeps in the annotations of a layer (sigstore/cosign, specs/SIGNATURE_SPEC.md, and
 * pkg/oci/static for the last).
 */
const SIGNATURE = 'dev.cosignproject.cosign/signature'
const CERTIFICATE = 'dev.sigstore.cosign/certificate'
const CHAIN = 'dev.sigstore.cosign/chain'
const REKOR_BUNDLE = 'dev.sigstore.cosign/bundle'
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp'

/** Returns the signature of a layer at cosign's tag `.sig`, base64; undefined if it has none. */
export function cosignSignatureOf(annotations: Annotations = {}): string | undefined {
  return annotations[SIGNATURE] || undefined
}

/** Returns what cosign keeps beside the signature; an annotation without a text is as good as none. */
export function cosignMaterialOf(annotations: Annotations = {}): CosignMaterial {
  const { [CERTIFICATE]: certificate, [CHAIN]: chain } = annotations
  const { [REKOR_BUNDLE]: rekorBundle, [TIMESTAMP]: timestamp } = annotations
  return {
    ...(certificate && { certificate }),
    ...(chain && { chain }),
    ...(rekorBundle && { rekorBundle }),
    ...(timestamp && { timestamp }),
  }
}

/**
 * Returns the digest of the image that a simple signing payload signs
 * (containers/image, docs/containers-signature.5.md). Throws {@link Unreadable} if it is none.
 */
export function signedImageOf(payload: Uint8Array): Digest {
  const { critical } = parseStrictly(payload)
  const image = isObject(critical) ? critical['image'] : undefined
  const digest = isObject(image) ? image['docker-manifest-digest'] : undefined
  if (typeof digest === 'string' && isDigest(digest)) return digest
  throw new Unreadable('it is a payload that names no image')
}
