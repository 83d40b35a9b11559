import type { Sighting } from '../../repository/referrers.ts'
import type { Look, Snapshot } from './register.ts'

/** What the list was when it was last seen or written. */
export interface State {
  readonly revision: string | undefined
  /** It has been that since then at least, on the clock of the looks. */
  readonly since: number
}

/** What one writer knows of a list. */
export interface Memory<Key, Entry, S> {
  /** Every entry that was ever seen or is to be listed. */
  readonly known: ReadonlyMap<Key, Entry>
  /** Whether a look has shown that revision. */
  hasSeen(revision: string): boolean
  /** The same value as long as the list was seen to be the same. */
  state(): State
  /** Whether anybody else was seen to have written. */
  isContended(): boolean
  add(entries: ReadonlyMap<Key, Entry>): void
  /** Takes in what a look shows, and returns it. */
  notice(look: Look<S>): Look<S>
  /** Goes on from what another process has seen, if nothing was seen here. */
  adopt(sighting: Omit<Sighting, 'listed'>): void
  /** A write of this writer was answered, or may take effect without an answer. */
  noteWrite(revision: string, answeredAt: number | undefined): void
  /** A registry that takes a write so slowly is slow for others too: they may overwrite it late. */
  noteSlowness(): void
  missingFrom(look: Look<S>): ReadonlyMap<Key, Entry>
  isWhole(look: Look<S>): boolean
}

const unseen: State = { revision: undefined, since: Number.POSITIVE_INFINITY }

/** Returns the memory of a writer that knows nothing yet. */
export function createMemory<Key, Entry, S extends Snapshot<Key, Entry>>(): Memory<Key, Entry, S> {
  const known = new Map<Key, Entry>()
  const seenRevisions = new Set<string | undefined>()
  const ownRevisions = new Set<string | undefined>()
  let state = unseen
  let isContended = false

  function add(entries: ReadonlyMap<Key, Entry>): void {
    for (const [key, entry] of entries) if (!known.has(key)) known.set(key, entry)
  }

  return {
    known,
    hasSeen: (revision) => seenRevisions.has(revision),
    state: () => state,
    isContended: () => isContended,
    add,
    notice(look) {
      const { revision, entries } = look.snapshot
      add(entries)
      seenRevisions.add(revision)
      if (state === unseen || state.revision !== revision) {
        isContended ||= state !== unseen && !ownRevisions.has(revision)
        state = { revision, since: look.receivedAt }
      }
      return look
    },
    adopt(sighting) {
      const { revision, since } = sighting
      if (state === unseen) state = { revision, since }
      isContended ||= sighting.isContended
    },
    noteWrite(revision, answeredAt) {
      ownRevisions.add(revision)
      if (answeredAt !== undefined) state = { revision, since: answeredAt }
    },
    noteSlowness() {
      isContended = true
    },
    missingFrom: ({ snapshot }) =>
      new Map([...known].filter(([key]) => !snapshot.entries.has(key))),
    isWhole: ({ snapshot }) => [...known.keys()].every((key) => snapshot.entries.has(key)),
  }
}
