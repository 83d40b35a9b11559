import { countValues } from '../oci/bounded-json.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'

/**
 * What the manifests of a run come to at the most, each counted once: twenty thousand, as many as a graph
 * may have, of ten times the usual size. More is there to fill our memory.
 */
export const MAX_MANIFESTS_BYTES = 256 * 1024 * 1024

/**
 * The same for the values in them, of which as many manifests have some twenty each and ten times that here:
 * a short annotation takes a few bytes there, and some two hundred in memory.
 */
export const MAX_MANIFESTS_VALUES = 4_000_000

/** What is left for the manifests of one repository in a run. */
export interface ManifestBudget {
  /**
   * Counts the manifest, unless it has been. Throws LIMIT_EXCEEDED beyond MAX_MANIFESTS_BYTES or
   * MAX_MANIFESTS_VALUES. Returns the bytes of all that are counted.
   */
  spend(manifest: Encoded<Manifest>): number
}

/** Returns a budget of which nothing is spent; `name` is the repository's, and `advice` what helps beyond it. */
export function createManifestBudget(name: string, advice: string): ManifestBudget {
  const tooMuch = (limit: string): OciError =>
    new OciError('LIMIT_EXCEEDED', `the manifests of ${name} have more than ${limit} in all`, {
      advice,
    })
  const seen = new Set<Digest>()
  let [bytes, values] = [0, 0]
  return {
    spend({ bytes: text, descriptor: { digest, size } }) {
      if (seen.has(digest)) return bytes
      seen.add(digest)
      bytes += size
      if (bytes > MAX_MANIFESTS_BYTES) throw tooMuch(`${MAX_MANIFESTS_BYTES} bytes`)
      values += countValues(text)
      if (values > MAX_MANIFESTS_VALUES) throw tooMuch(`${MAX_MANIFESTS_VALUES} values`)
      return bytes
    },
  }
}
