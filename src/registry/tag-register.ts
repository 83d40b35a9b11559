import { randomUUID } from 'node:crypto'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode, OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { addToReferrersIndex, referrersEntries } from '../oci/referrers-index.ts'
import { referrersTag } from '../oci/referrers-tag.ts'
import { isPassing } from '../transport/retry.ts'
import { retryAfter } from '../transport/retry-after.ts'
import { expectStored, manifestPut } from './manifests.ts'
import type { Session } from './session.ts'
import type { Register, Snapshot, Unclear } from './shared-list/register.ts'
import { fetchTagIndex, type TagIndex } from './tag-index.ts'

/** The index at a referrers tag, or that there is none yet. */
export interface TagSnapshot extends Snapshot<Digest, Uint8Array> {
  readonly index: TagIndex
}

/**
 * Returns the subject's referrers tag as a list that all clients share: its entries as they are
 * written, its digest as their revision. Each write has a token of its own and so another digest, also
 * where it lists what was listed before.
 *
 * Reading and drafting throw MANIFEST_INVALID if the tag holds something else or what cannot be kept to
 * the letter, drafting also LIMIT_EXCEEDED; sending TAG_IMMUTABLE, DENIED or UNAUTHORIZED.
 */
export function tagRegister(
  session: Session,
  subject: Digest,
): Register<Digest, Uint8Array, TagSnapshot> {
  const tag = referrersTag(subject)
  return {
    name: `the tag ${tag}`,
    read: async (urgency) => tagSnapshot(tag, await fetchTagIndex(session, subject, urgency)),
    draft({ index }, added) {
      const before = index.kind === 'index' ? index.manifest : undefined
      const next = addToReferrersIndex(before, added, randomUUID())
      if (!next) throw new Error(`${tag} lists all of them already`)
      return {
        revision: next.descriptor.digest,
        send: (deadlineMs) => putOnce(session, next, tag, deadlineMs),
      }
    },
  }
}

/** Returns what stands at the tag as a snapshot of the list. Throws MANIFEST_INVALID if it is no index. */
export function tagSnapshot(tag: string, index: TagIndex): TagSnapshot {
  switch (index.kind) {
    case 'other':
      throw occupied(tag, index.mediaType)
    case 'absent':
      return { index, revision: undefined, entries: new Map() }
    case 'index':
      return {
        index,
        revision: index.manifest.descriptor.digest,
        entries: referrersEntries(index.manifest),
      }
  }
}

async function putOnce(
  session: Session,
  manifest: Encoded<Manifest>,
  tag: string,
  deadlineMs: number | undefined,
): Promise<Unclear | undefined> {
  const deadline = new AbortController()
  const timer =
    deadlineMs === undefined
      ? undefined
      : setTimeout(() => deadline.abort(cutOff(tag, deadlineMs)), deadlineMs)
  let retryAfterMs: number | undefined
  try {
    const request = manifestPut(session, manifest, tag)
    const response = await session.sendOnce({ ...request, urgent: true, signal: deadline.signal })
    retryAfterMs = retryAfter(response, Date.now())
    await expectStored(response)
    return undefined
  } catch (error) {
    if (!isUnclear(error)) throw error
    return { error, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  } finally {
    clearTimeout(timer)
  }
}

/** What other requests are repeated after; this one is not, since it would undo what others wrote. */
function isUnclear(error: unknown): error is OciError {
  if (hasCode(error, 'CONNECTION_FAILED', 'TIMEOUT')) return true
  return error instanceof OciError && error.status !== undefined && isPassing(error.status)
}

function cutOff(tag: string, deadlineMs: number): OciError {
  return new OciError('TIMEOUT', `writing the tag ${tag} took longer than ${deadlineMs} ms`)
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
