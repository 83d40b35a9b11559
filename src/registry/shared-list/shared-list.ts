import { OciError } from '../../oci/error.ts'
import type { Confirmed, Sighting } from '../../repository/referrers.ts'
import { createMemory, type State } from './memory.ts'
import { createMending } from './mend.ts'
import { createRecovery } from './recover.ts'
import type { Archive, Look, Register, Snapshot, Surroundings } from './register.ts'
import { CONFIRM_LIMIT_MS, CONTENDED_SETTLES, FIRST_LOOK_MS, SETTLE_MS } from './times.ts'

/** A list without a lock as one of its writers has it. */
export interface SharedList<Key, Entry, S> {
  /**
   * Adds the entries to the list, of which `first` is a look, and returns it as it was last seen, with
   * all of them and all that was seen before. There is a sighting also if it had them: whoever wrote
   * them may have been here just before, and may not be any more. There is none of no list.
   */
  ensure(
    entries: ReadonlyMap<Key, Entry>,
    first: Look<S>,
  ): Promise<{ readonly snapshot: S; readonly sighting?: Sighting<Key> }>
  /**
   * Waits until no write can be under way that lacks what the list had at the sighting and the keys,
   * and puts back what is lost until then, from the archive if this writer has not seen it. Returns
   * whether anything was.
   */
  confirm(
    keys: readonly Key[],
    sighting: Sighting<Key>,
    archive: Archive<Key, Entry>,
  ): Promise<Confirmed>
}

/**
 * Returns the list as a writer has it that has not seen it yet. Both operations throw as `createMending`
 * says, `confirm` also as `createRecovery` does, and NOT_LISTED if the list does not come to rest.
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
  ): Promise<{ readonly snapshot: S; readonly sighting?: Sighting<Key> }> {
    memory.add(entries)
    const isWhole = memory.isWhole(memory.notice(first))
    const { snapshot, receivedAt } = isWhole ? first : await inTurn(() => mend(first))
    const { revision } = snapshot
    if (revision === undefined) return { snapshot }
    const state = memory.state()
    // The list may have been seen to change since then, by another call.
    const since = state.revision === revision ? state.since : receivedAt
    const listed = [...snapshot.entries.keys()]
    return {
      snapshot,
      sighting: { revision, since, isContended: memory.isContended(), listed },
    }
  }

  async function confirm(
    keys: readonly Key[],
    sighting: Sighting<Key>,
    archive: Archive<Key, Entry>,
  ): Promise<Confirmed> {
    const begun = now()
    const sighted = createRecovery(register.name, memory, archive, keys, sighting)
    // A clock that is behind the sighting has begun anew since, and tells nothing of the time between.
    memory.adopt({ ...sighting, since: Math.min(sighting.since, begun) })
    let result: Confirmed = 'intact'
    let pause = FIRST_LOOK_MS
    while (now() - begun <= CONFIRM_LIMIT_MS) {
      const state = memory.state()
      await sleep(untilNextLook(state, begun, pause))
      const found = await look('none')
      if (memory.state() === state && sighted.isWhole(found)) {
        if (found.sentAt - state.since >= restAt(begun)) return result
        pause *= 2
      } else {
        pause = FIRST_LOOK_MS
        await sighted.recover()
        if (!memory.isWhole(found)) {
          result = 'mended'
          await inTurn(() => mend(found))
        }
      }
    }
    throw restless(register.name, keys)
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
