import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import type { ImageIndex, Manifest } from '../oci/manifest.ts'
import { OCI_IMAGE_INDEX } from '../oci/media-types.ts'
import { addToReferrersIndex } from '../oci/referrers-index.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import type { Referrers } from '../repository/referrers.ts'
import { findManifest, putManifest } from './manifests.ts'
import type { Session } from './session.ts'

/** What stands at the referrers tag: an index, something else, or nothing. */
export type TagIndex =
  | { readonly kind: 'index'; readonly manifest: Encoded<ImageIndex> }
  | { readonly kind: 'other'; readonly mediaType: string }
  | { readonly kind: 'absent' }

/** Several writers at once win in turn; more rounds than this mean that something else is wrong. */
const MAX_WRITES = 10

/**
 * Returns what stands at the subject's referrers tag (distribution-spec v1.1.1, Referrers Tag
 * Schema). Only the registry's word that there is nothing counts as absence.
 */
export async function fetchTagIndex(session: Session, subject: Digest): Promise<TagIndex> {
  const manifest = await findManifest(session, referrersTag(subject))
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

/**
 * Adds the referrers to the index at the subject's tag, in one write for all, and reads it back
 * until it has them: there is no lock, so another writer may have overwritten it.
 *
 * Returns the index as last read. Throws MANIFEST_INVALID if the tag holds something else,
 * TAG_IMMUTABLE if it cannot be moved, NOT_LISTED if the entries do not stay.
 */
export async function addToTagIndex(
  session: Session,
  subject: Descriptor,
  referrers: readonly Encoded<Manifest>[],
  current: TagIndex,
): Promise<TagIndex> {
  const tag = referrersTag(subject.digest)
  let index = current
  for (let writes = 0; writes < MAX_WRITES; writes += 1) {
    if (index.kind === 'other') throw occupied(tag, index.mediaType)
    const next = addToReferrersIndex(index.kind === 'index' ? index.manifest : undefined, referrers)
    if (!next) return index
    await putManifest(session, next, tag)
    index = await fetchTagIndex(session, subject.digest)
  }
  throw new OciError(
    'NOT_LISTED',
    `the tag ${tag} does not keep the referrers that are written to it`,
    {
      advice: 'Other jobs may be writing to it all the time; run this one again.',
    },
  )
}

function occupied(tag: string, mediaType: string): OciError {
  return new OciError(
    'MANIFEST_INVALID',
    `the tag ${tag} holds a ${mediaType}, not a list of referrers`,
    {
      advice:
        'The registry has no referrers API, so the list belongs at this tag: move what stands there.',
    },
  )
}
