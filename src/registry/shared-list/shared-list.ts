import { OciError } from '../../oci/error.ts'
import type { Confirmed, Sighting } from '../../repository/referrers.ts'
import { createMemory, type State } from './memory.ts'
import { createMending } from './mend.ts'
import type { Look, Register, Snapshot, Surroundings } from './register.ts'
import { CONFIRM_LIMIT_MS, CONTENDED_SETTLES, FIRST_LOOK_MS, SETTLE_MS } from './times.ts'

/** A list without a lock as one of its writers has it. */
export interface SharedList<Key, Entry, S> {
  /**
   * Adds the entries to the list, of which `first` is a look, and returns it as it was last seen, with
   * all of them and all that was seen before. There is a sighting if it had to be written.
   */
  ensure(
    entries: ReadonlyMap<Key, Entry>,
    first: Look<S>,
  ): Promise<{ readonly snapshot: S; readonly sighting?: Sighting }>
  /**
   * Waits until no write can be under way that lacks what the list had at the sighting, the keys among
   * it, and puts back what is lost until then. Returns whether anything was. `entryOf` makes the entry
   * of a key that was lost before this writer saw it.
   */
  confirm(
    keys: readonly Key[],
    sighting: Sighting,
    entryOf: (key: Key) => Promise<Entry>,
  ): Promise<Confirmed>
}

/**
 * Returns the list as a writer has it that has not seen it yet. Both operations throw as `createMending`
 * says, `confirm` also NOT_LISTED if the list does not come to rest.
 *
 * The last write wins, whatever it is based on. But a write takes effect within SETTLE_MS of the read
 * that it is based on, and each has a revision of its own: so a list that is twice seen with the same
 * revision, so long apart, was the same all the time, and everything that is written from then on is
 * based on it (docs/concurrency.md).
 */
export function createSharedList<Key, Entry, S extends Snapshot<Key, Entry>>(
  register: Register<Key, Entry, S>,
  surroundings: Surroundings,
): SharedList<Key, Entry, S> {
  const { now, sleep, random, inTurn } = surroundings
  const memory = createMemory<Key, Entry, S>()
  const { look, mend } = createMending(register, memory, surroundings)

  async function ensure(
    entries: ReadonlyMap<Key, Entry>,
    first: Look<S>,
  ): Promise<{ readonly snapshot: S; readonly sighting?: Sighting }> {
    memory.add(entries)
    if (memory.isWhole(memory.notice(first))) return { snapshot: first.snapshot }
    const { snapshot } = await inTurn(() => mend(first))
    const { revision, since } = memory.state()
    if (revision === undefined) return { snapshot }
    return { snapshot, sighting: { revision, since, isContended: memory.isContended() } }
  }

  async function confirm(
    keys: readonly Key[],
    sighting: Sighting,
    entryOf: (key: Key) => Promise<Entry>,
  ): Promise<Confirmed> {
    const begun = now()
    // A clock that is behind the sighting has begun anew since, and tells nothing of the time between.
    memory.adopt({ ...sighting, since: Math.min(sighting.since, begun) })
    let result: Confirmed = 'intact'
    let pause = FIRST_LOOK_MS
    while (now() - begun <= CONFIRM_LIMIT_MS) {
      const state = memory.state()
      await sleep(untilNextLook(state, begun, pause))
      const found = await look('none')
      if (memory.state() === state) {
        if (found.sentAt - state.since >= restAt(begun)) return result
        pause *= 2
      } else {
        pause = FIRST_LOOK_MS
        await remember(keys, entryOf)
        if (!memory.isWhole(found)) {
          result = 'mended'
          await inTurn(() => mend(found))
        }
      }
    }
    throw restless(register.name, keys)
  }

  async function remember(
    keys: readonly Key[],
    entryOf: (key: Key) => Promise<Entry>,
  ): Promise<void> {
    for (const key of keys) {
      if (!memory.known.has(key)) memory.add(new Map([[key, await entryOf(key)]]))
    }
  }

  /** Half of the time is spent on more certainty than is needed if all keep to the deadlines. */
  function restAt(begun: number): number {
    const isPatient = memory.isContended() && now() - begun <= CONFIRM_LIMIT_MS / 2
    return isPatient ? CONTENDED_SETTLES * SETTLE_MS : SETTLE_MS
  }

  /** The last pause before the end of the rest is as long as it takes, if that is not for long. */
  function untilNextLook(state: State, begun: number, pause: number): number {
    const rest = Math.max(0, restAt(begun) - (now() - state.since))
    return rest < 2 * pause ? rest : pause * (0.5 + random())
  }

  return { ensure, confirm }
}

function restless(name: string, keys: readonly unknown[]): OciError {
  return new OciError(
    'NOT_LISTED',
    `${name} has been rewritten all the time for ${CONFIRM_LIMIT_MS / 1000} s: it is not certain that it keeps ${keys.join(', ')}`,
    { advice: 'Run it again when fewer jobs write to it.' },
  )
}
