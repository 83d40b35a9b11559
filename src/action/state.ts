import { getState, saveState } from '@actions/core'
import type { Unconfirmed } from '../job.ts'
import { parseDescriptor } from '../oci/descriptor.ts'
import { type Digest, parseDigest } from '../oci/digest.ts'
import { isObject } from '../oci/json.ts'
import { parseReference } from '../oci/reference.ts'
import type { Sighting } from '../repository/referrers.ts'

/**
 * What the runner gives to the `post` step of the same step alone, as `STATE_unconfirmed`,
 * `STATE_unconfirmed_1` and so on: JSON, cut into pieces.
 */
const UNCONFIRMED = 'unconfirmed'

/** Windows lets a variable of the environment have 32,767 characters, Linux 131,072 bytes. */
export const PIECE_CHARACTERS = 30_000

/**
 * As much is left to the `post` step of others' entries, of all its lists together: 2,000 digests of
 * SHA-256 with quotes and comma, where macOS lets the environment have 1 MiB. The newest are kept, since
 * clients add at the end, and whoever has read the list before at all has what is old.
 */
export const LISTED_CHARACTERS = 2000 * 74

/** Leaves the lists to the `post` step; without one, nothing. */
export function saveUnconfirmed(unconfirmed: readonly Unconfirmed[]): void {
  if (unconfirmed.length === 0) return
  const room = Math.floor(LISTED_CHARACTERS / unconfirmed.length)
  const text = JSON.stringify(unconfirmed.map((each) => withNewest(room, each)))
  for (let at = 0; at * PIECE_CHARACTERS < text.length; at += 1) {
    saveState(nameOf(at), text.slice(at * PIECE_CHARACTERS, (at + 1) * PIECE_CHARACTERS))
  }
}

/** The list with as many of others' digests as there is room for, from the last on. */
function withNewest(room: number, { sighting, ...list }: Unconfirmed): unknown {
  const own = new Set(list.digests)
  const listed: Digest[] = []
  let left = room
  for (const digest of sighting.listed.toReversed()) {
    const size = JSON.stringify(digest).length + 1
    // One of an unknown algorithm may be of any length.
    if (own.has(digest) || size > left) continue
    left -= size
    listed.push(digest)
  }
  return { ...list, sighting: { ...sighting, listed: listed.reverse() } }
}

function nameOf(at: number): string {
  return at === 0 ? UNCONFIRMED : `${UNCONFIRMED}_${at}`
}

function savedText(): string {
  const pieces: string[] = []
  for (let piece = getState(nameOf(0)); piece !== ''; piece = getState(nameOf(pieces.length))) {
    pieces.push(piece)
  }
  return pieces.join('')
}

/**
 * Returns the lists that the step left to its `post` step. Throws where the state is not what
 * `saveUnconfirmed` writes: what it names may not be guessed.
 */
export function readUnconfirmed(): readonly Unconfirmed[] {
  const text = savedText()
  if (text === '') return []
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) throw invalid('it is no list')
  return value.map(parseUnconfirmed)
}

function parseUnconfirmed(value: unknown): Unconfirmed {
  if (!isObject(value)) throw invalid('an entry is no object')
  const { reference, subject, digests, sighting } = value
  if (typeof reference !== 'string') throw invalid('an entry has no reference')
  const descriptor = parseDescriptor(subject, `the state ${UNCONFIRMED}`)
  if (parseReference(reference).digest !== descriptor.digest) {
    throw invalid('a reference is not that of its subject')
  }
  const added = parseDigests(digests)
  if (added.length === 0) throw invalid('an entry has no digests')
  return { reference, subject: descriptor, digests: added, sighting: parseSighting(sighting) }
}

function parseDigests(value: unknown): readonly Digest[] {
  if (!Array.isArray(value)) throw invalid('an entry has no digests')
  return value.map((digest) => parseDigest(String(digest)))
}

function parseSighting(value: unknown): Sighting {
  if (!isObject(value)) throw invalid('an entry has no sighting')
  const { revision, since, isContended, listed } = value
  if (
    typeof revision !== 'string' ||
    typeof since !== 'number' ||
    typeof isContended !== 'boolean'
  ) {
    throw invalid('a sighting is incomplete')
  }
  return { revision: parseDigest(revision), since, isContended, listed: parseDigests(listed) }
}

function invalid(problem: string): Error {
  return new Error(`The state ${UNCONFIRMED} of the step cannot be read: ${problem}`)
}
