import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'

/** Manifests that were read or pushed in this run stay at hand up to this size in all. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024

/**
 * What the manifests of a run come to at the most, each counted once: twenty thousand, as many as a graph
 * may have, of ten times the usual size. More is there to fill our memory.
 */
export const MAX_MANIFESTS_BYTES = 256 * 1024 * 1024

/** The manifests that a run has seen in one repository. */
export interface ManifestMemory {
  /** Returns the manifest, if it is still at hand. */
  get(digest: Digest): Encoded<Manifest> | undefined
  /** Returns the manifest, to be had again. Throws LIMIT_EXCEEDED beyond MAX_MANIFESTS_BYTES. */
  keep(manifest: Encoded<Manifest>): Encoded<Manifest>
}

/** Returns a memory with nothing in it; `name` is the repository's, for messages. */
export function createManifestMemory(name: string): ManifestMemory {
  const kept = new Map<Digest, Encoded<Manifest>>()
  const seen = new Set<Digest>()
  let bytes = 0
  return {
    get: (digest) => kept.get(digest),
    keep: (manifest) => {
      const { digest, size } = manifest.descriptor
      if (seen.has(digest)) return manifest
      seen.add(digest)
      bytes += size
      if (bytes > MAX_MANIFESTS_BYTES) throw tooMuch(name)
      if (bytes <= MAX_KEPT_BYTES) kept.set(digest, manifest)
      return manifest
    },
  }
}

function tooMuch(name: string): OciError {
  return new OciError(
    'LIMIT_EXCEEDED',
    `the manifests of ${name} have more than ${MAX_MANIFESTS_BYTES} bytes in all`,
    { advice: 'Limit the levels by depth, or remove what should not hang on the image.' },
  )
}
