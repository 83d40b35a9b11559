import type { GraphManifest } from '../graph.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { Signature } from '../verify/signature.ts'

type Subject = Signature['subject']

/**
 * Returns how to get what signatures are about: the first of some manifests that the repository has,
 * undefined if it has none. All signatures about one manifest share its bytes.
 */
export function createSubjects(
  fetch: (manifest: GraphManifest) => Promise<Encoded<Manifest>>,
): (candidates: readonly GraphManifest[]) => Promise<Subject | undefined> {
  const known = new Map<Digest, Promise<Subject | undefined>>()
  return async (candidates) => {
    for (const candidate of candidates) {
      const answer = known.get(candidate.digest) ?? read(candidate)
      known.set(candidate.digest, answer)
      const subject = await answer
      if (subject) return subject
    }
    return undefined
  }

  /** A mirror may have an index without all of its platforms (discover.ts). */
  async function read(manifest: GraphManifest): Promise<Subject | undefined> {
    try {
      return { digest: manifest.digest, bytes: (await fetch(manifest)).bytes }
    } catch (error) {
      if (hasCode(error, 'MANIFEST_UNKNOWN')) return undefined
      throw error
    }
  }
}
