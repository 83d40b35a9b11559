import type { Digest } from '../oci/digest.ts'
import { isObject } from '../oci/json.ts'
import { Refusal } from './refusal.ts'
import { parseStrictly } from './strict-json.ts'

export const SIMPLE_SIGNING_MEDIA_TYPE = 'application/vnd.dev.cosign.simplesigning.v1+json'

/** What cosign writes as `critical.type` (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
const CRITICAL_TYPE = 'cosign container image signature'

/**
 * Throws a {@link Refusal} unless the simple signing payload says that it signs the image of the digest
 * (containers/image, docs/containers-signature.5.md). The reference in it is a note, as to cosign: an
 * image keeps its signature where it is copied to.
 */
export function assertSignsImage(payload: Uint8Array, digest: Digest): void {
  const { critical } = parseStrictly('a payload', payload)
  if (!isObject(critical) || critical['type'] !== CRITICAL_TYPE) {
    throw new Refusal('signs something other than a container image')
  }
  const { image } = critical
  if (!isObject(image) || image['docker-manifest-digest'] !== digest) {
    throw new Refusal(`signs something other than ${digest}`)
  }
}
