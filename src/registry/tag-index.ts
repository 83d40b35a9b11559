import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { ImageIndex } from '../oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../oci/media-types.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import type { Referrers } from '../repository/referrers.ts'
import { findManifest } from './manifests.ts'
import type { Session } from './session.ts'

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
  if (!manifest) return { kind: 'absent' }
  const { value, bytes, descriptor } = manifest
  return value.kind === 'index' && value.mediaType === OCI_IMAGE_INDEX
    ? { kind: 'index', manifest: { value, bytes, descriptor } }
    : { kind: 'other', mediaType: descriptor.mediaType }
}

/** Returns what the tag lists; anything but an index is somebody's tag and lists nothing. */
export function referrersOfTag(index: TagIndex): Referrers {
  if (index.kind !== 'index') return []
  return index.manifest.value.manifests.map((descriptor) => ({
    descriptor,
    sources: ['referrers-tag'],
  }))
}
