import { type Digest, parseDigest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { entryFor } from '../oci/referrers-index.ts'
import { getManifest } from './manifests.ts'
import type { Session } from './session.ts'
import type { Archive } from './shared-list/register.ts'
import { tagIndexOf } from './tag-index.ts'
import { tagSnapshot } from './tag-register.ts'

/**
 * Returns what the registry still has of the list at a referrers tag: an index stays at its digest when
 * another takes its tag, until somebody deletes it, and entries can be made of the manifests themselves.
 */
export function tagArchive(session: Session, tag: string): Archive<Digest, Uint8Array> {
  return {
    async entriesOf(revision) {
      const manifest = await findByDigest(session, parseDigest(revision))
      return manifest && tagSnapshot(tag, tagIndexOf(manifest)).entries
    },
    async entryOf(digest) {
      const manifest = await findByDigest(session, digest)
      return manifest && entryFor(manifest)
    },
  }
}

async function findByDigest(
  session: Session,
  digest: Digest,
): Promise<Encoded<Manifest> | undefined> {
  try {
    return await getManifest(session, { digest })
  } catch (error) {
    if (hasCode(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN')) return undefined
    throw error
  }
}
