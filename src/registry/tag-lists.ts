import { createLimit } from '../concurrency.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import { entriesFor } from '../oci/referrers-index.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import type { Confirmed, Listed, Sighting } from '../repository/referrers.ts'
import type { Session } from './session.ts'
import type { Look } from './shared-list/register.ts'
import { createSharedList, type SharedList } from './shared-list/shared-list.ts'
import { tagArchive } from './tag-archive.ts'
import { fetchTagIndex, referrersOfTag, type TagIndex } from './tag-index.ts'
import { type TagSnapshot, tagRegister, tagSnapshot } from './tag-register.ts'

/**
 * Tags that are written at once, past the limit of requests: a write that waits its turn behind uploads
 * is too late when it comes. The tags of a whole job would be more than its limit allows for.
 */
const WRITTEN_AT_ONCE = 4

/** The lists at the referrers tags of one repository, as one job writes them. */
export interface TagLists {
  /** Reads the tag, for `ensureListed` and `confirmListed` to go on from. */
  look(subject: Digest): Promise<Look<TagIndex>>
  ensureListed(
    subject: Digest,
    referrers: readonly Encoded<Manifest>[],
    first: Look<TagIndex>,
  ): Promise<Listed>
  confirmListed(
    subject: Digest,
    referrers: readonly Digest[],
    sighting: Sighting,
  ): Promise<Confirmed>
}

/** Returns the lists, none of them read yet. Writing throws as `createSharedList` and `tagRegister` say. */
export function createTagLists(session: Session): TagLists {
  const inTurn = createLimit(WRITTEN_AT_ONCE)
  const lists = new Map<Digest, SharedList<Digest, Uint8Array, TagSnapshot>>()

  function listOf(subject: Digest): SharedList<Digest, Uint8Array, TagSnapshot> {
    const { now, sleep, onRetry } = session
    const list =
      lists.get(subject) ??
      createSharedList(tagRegister(session, subject), {
        now,
        sleep,
        random: Math.random,
        inTurn,
        onRetry: ({ message }) => onRetry(`${message}; reading the list again`, message),
      })
    lists.set(subject, list)
    return list
  }

  return {
    async look(subject) {
      const sentAt = session.now()
      const snapshot = await fetchTagIndex(session, subject)
      return { snapshot, sentAt, receivedAt: session.now() }
    },
    async ensureListed(subject, referrers, first) {
      const snapshot = tagSnapshot(referrersTag(subject), first.snapshot)
      const listed = await listOf(subject).ensure(entriesFor(referrers), { ...first, snapshot })
      const { index } = listed.snapshot
      return {
        via: 'referrers-tag',
        referrers: referrersOfTag(index, listed.sighting),
        ...(listed.sighting && { sighting: listed.sighting }),
      }
    },
    confirmListed: (subject, referrers, sighting) =>
      listOf(subject).confirm(referrers, sighting, tagArchive(session, referrersTag(subject))),
  }
}
