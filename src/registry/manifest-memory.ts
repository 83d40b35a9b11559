import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import { createManifestBudget } from '../repository/manifest-budget.ts'

/** Manifests that were read or pushed in this run stay at hand up to this size in all. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024

const ADVICE = 'Limit the levels by depth, or remove what should not hang on the image.'

/** The manifests that a run has seen in one repository. */
export interface ManifestMemory {
  /** Returns the manifest, if it is still at hand. */
  get(digest: Digest): Encoded<Manifest> | undefined
  /** Returns the manifest, to be had again. Throws as `ManifestBudget.spend` does. */
  keep(manifest: Encoded<Manifest>): Encoded<Manifest>
}

/** Returns a memory with nothing in it; `name` is the repository's, for messages. */
export function createManifestMemory(name: string): ManifestMemory {
  const kept = new Map<Digest, Encoded<Manifest>>()
  const budget = createManifestBudget(name, ADVICE)
  return {
    get: (digest) => kept.get(digest),
    keep: (manifest) => {
      const { digest } = manifest.descriptor
      if (budget.spend(manifest) <= MAX_KEPT_BYTES) kept.set(digest, manifest)
      return manifest
    },
  }
}
