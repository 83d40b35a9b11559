import { hasCode, OciError } from '../../oci/error.ts'
import type { Sighting } from '../../repository/referrers.ts'
import type { Memory } from './memory.ts'
import type { Archive, Look, Snapshot } from './register.ts'

/** What is there and cannot be read, its digest being of an algorithm that is not known here, say. */
const UNREADABLE = ['MANIFEST_INVALID', 'DIGEST_INVALID', 'LIMIT_EXCEEDED'] as const

/** What a list had at a sighting, to be found again in it. */
export interface Recovery<S> {
  /** Whether a look shows all that the memory knows and, but for what is gone, all of the sighting. */
  isWhole(look: Look<S>): boolean
  /** Has the memory know all of it, which it may have from an earlier process alone. */
  recover(): Promise<void>
}

/**
 * Returns how to have a list keep what it had at the sighting, the keys among it. The entries of that
 * revision are taken to the letter while the registry has it; some clients delete it when they have
 * overwritten it, and then they are made anew of what they name.
 *
 * Recovering throws NOT_LISTED if one of the keys is lost, and what it names is gone. What else is gone
 * was removed on purpose together with its entry, and is not put back.
 */
export function createRecovery<Key, Entry, S extends Snapshot<Key, Entry>>(
  name: string,
  memory: Memory<Key, Entry, S>,
  archive: Archive<Key, Entry>,
  keys: readonly Key[],
  { revision, listed }: Sighting<Key>,
): Recovery<S> {
  const own = new Set(keys)
  const wanted = new Set([...keys, ...listed])
  let recalled: ReadonlyMap<Key, Entry> | undefined

  async function recall(): Promise<ReadonlyMap<Key, Entry>> {
    const entries = memory.hasSeen(revision) ? undefined : await archive.entriesOf(revision)
    for (const key of entries?.keys() ?? []) wanted.add(key)
    return entries ?? new Map()
  }

  async function restore(key: Key, written: Entry | undefined): Promise<void> {
    const made = await archive.entryOf(key).catch((error: unknown) => {
      // What only others can read is theirs all the same; without its entry none can be made.
      if (own.has(key) || !hasCode(error, ...UNREADABLE)) throw error
      return written
    })
    if (made !== undefined) memory.add(new Map([[key, written ?? made]]))
    else if (own.has(key)) throw gone(name, key)
    else wanted.delete(key)
  }

  return {
    isWhole: (look) =>
      memory.isWhole(look) && [...wanted].every((key) => look.snapshot.entries.has(key)),
    async recover() {
      recalled ??= await recall()
      const unknown = [...wanted].filter((key) => !memory.known.has(key))
      await Promise.all(unknown.map((key) => restore(key, recalled?.get(key))))
    },
  }
}

function gone(name: string, key: unknown): OciError {
  return new OciError(
    'NOT_LISTED',
    `${name} has lost ${key}, which is gone from the registry too`,
    {
      advice: 'Somebody has deleted it, or a retention rule has: run the job again.',
    },
  )
}
