import type { Snapshot } from '../../../src/registry/shared-list/register.ts'

/** A list of keys, and when the read of it was sent. */
export interface Seen extends Snapshot<string, string> {
  readonly sentAt: number
}

/** The list that all writers share, and what must stay in it. */
export interface Store {
  /** The list as it is at this moment, as the answer to a read that was sent then. */
  read(sentAt: number): Seen
  /** Returns what the list was, as long as it is kept; undefined for what it never was. */
  earlier(revision: string): ReadonlyMap<string, string> | undefined
  /** Replaces the list. */
  replace(revision: string, keys: Iterable<string>): void
  /** Returns a revision that no other write has. */
  newRevision(): string
  /** From now on the list must have the key. */
  rely(key: string): void
  /** The keys that the list had to have and at some moment did not have. */
  readonly lost: ReadonlySet<string>
}

/** Returns a store without a list. */
export function createStore(): Store {
  const relied = new Set<string>()
  const lost = new Set<string>()
  let revision: string | undefined
  let entries: ReadonlyMap<string, string> = new Map()
  const all = new Map<string, ReadonlyMap<string, string>>()
  let writes = 0

  function check(key: string): void {
    if (!entries.has(key)) lost.add(key)
  }

  return {
    lost,
    earlier: (earlier) => all.get(earlier),
    read: (sentAt) => ({ revision, entries, sentAt }),
    replace(written, keys) {
      revision = written
      entries = new Map([...keys].map((key) => [key, key]))
      all.set(written, entries)
      relied.forEach(check)
    },
    newRevision() {
      writes += 1
      return `write ${writes}`
    },
    rely(key) {
      relied.add(key)
      check(key)
    },
  }
}
