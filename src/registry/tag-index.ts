import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { ImageIndex, Manifest } from '../oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../oci/media-types.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import type { Referrers, Sighting } from '../repository/referrers.ts'
import { findManifest } from './manifests.ts'
import type { Session } from './session.ts'
import type { Look } from './shared-list/register.ts'

/** What stands at the referrers tag: an index, something else, or nothing. */
export type TagIndex =
  | { readonly kind: 'index'; readonly manifest: Encoded<ImageIndex> }
  | { readonly kind: 'other'; readonly mediaType: string }
  | { readonly kind: 'absent' }

/**
 * Returns what stands at the subject's referrers tag (distribution-spec v1.1.1, Referrers Tag
 * Schema). Only the registry's word that there is nothing counts as absence.
 */
export async function fetchTagIndex(
  session: Session,
  subject: Digest,
  urgency: 'urgent' | 'none' = 'none',
): Promise<TagIndex> {
  const urgent = urgency === 'urgent'
  const manifest = await findManifest(session, referrersTag(subject), { urgent })
  return manifest ? tagIndexOf(manifest) : { kind: 'absent' }
}

/** Returns the manifest as what stands, or has stood, at a referrers tag. */
export function tagIndexOf({ value, bytes, descriptor }: Encoded<Manifest>): TagIndex {
  return value.kind === 'index' && value.mediaType === OCI_IMAGE_INDEX
    ? { kind: 'index', manifest: { value, bytes, descriptor } }
    : { kind: 'other', mediaType: descriptor.mediaType }
}

/** Returns what the tag lists; anything but an index is somebody's tag and lists nothing. */
export function referrersOfTag(index: TagIndex, sighting: Sighting | undefined): Referrers {
  if (index.kind !== 'index') return []
  return index.manifest.value.manifests.map((descriptor) => ({
    descriptor,
    sources: ['referrers-tag'],
    ...(sighting && { sighting }),
  }))
}

/** Returns the look as the first that was seen of the list; undefined where there is none. */
export function sightingOf({ snapshot, receivedAt }: Look<TagIndex>): Sighting | undefined {
  if (snapshot.kind !== 'index') return undefined
  const { value, descriptor } = snapshot.manifest
  const listed = value.manifests.map(({ digest }) => digest)
  return { revision: descriptor.digest, since: receivedAt, isContended: false, listed }
}
