import type { Look, Surroundings } from '../../../src/registry/shared-list/register.ts'
import { createSharedList } from '../../../src/registry/shared-list/shared-list.ts'
import {
  READ_TO_WRITE_MS,
  SETTLE_MS,
  WRITE_DEADLINE_MS,
} from '../../../src/registry/shared-list/times.ts'
import type { Sighting } from '../../../src/repository/referrers.ts'
import type { Seen } from './store.ts'
import type { WriterRegister } from './writer-register.ts'

/**
 * Adds the key to the list. Returns, when it relies on it that the list keeps them, the key and what
 * else is to stay; throws if not.
 */
export type Strategy = (
  register: WriterRegister,
  key: string,
  surroundings: Surroundings,
) => Promise<readonly string[]>

/**
 * Adds it as `attach` and `ensure` say, unless it was there, and confirms that, or has a later process
 * do it, as the `post` step does. All that was seen is to stay.
 */
export const sharedList: Strategy = async (register, key, surroundings) => {
  const { sleep, random } = surroundings
  const list = createSharedList<string, string, Seen>(register, surroundings)
  const before = random() < 0.5 ? await lookAt(register, surroundings) : undefined
  const sighting = before?.snapshot.entries.has(key) ? sightingOf(before) : await added(before)
  const isPostStep = random() < 0.5
  if (isPostStep) await sleep(random() * 5000)
  const confirming = isPostStep
    ? createSharedList<string, string, Seen>(register, surroundings)
    : list
  await confirming.confirm([key], sighting, register)
  return sighting.listed

  /** Looked for first, and not found, it is pushed, which takes a while. */
  async function added(earlier: Look<Seen> | undefined): Promise<Sighting<string>> {
    if (earlier) await sleep(random() * 3000)
    const entries = new Map([[key, key]])
    const { sighting: last } = await list.ensure(entries, await lookAt(register, surroundings))
    if (!last) throw new Error('nothing was added')
    const listed = [...(earlier?.snapshot.entries.keys() ?? []), ...last.listed]
    return { ...last, listed: [...new Set(listed)] }
  }
}

async function lookAt(register: WriterRegister, { now }: Surroundings): Promise<Look<Seen>> {
  const sentAt = now()
  const snapshot = await register.read('none')
  return { snapshot, sentAt, receivedAt: now() }
}

function sightingOf({ snapshot, receivedAt }: Look<Seen>): Sighting<string> {
  const { revision = '', entries } = snapshot
  return { revision, since: receivedAt, isContended: false, listed: [...entries.keys()] }
}

/** What most clients do: reads, writes, and is content with the answer. */
export const readModifyWrite: Strategy = async (register, key, surroundings) => {
  await writeOnce(register, key, surroundings)
  return [key]
}

/** Reads back what it wrote, until it finds it. */
export const readBackOnce: Strategy = (register, key, surroundings) =>
  lookAfter(0, register, key, surroundings)

/** Reads back what it wrote when all that was under way then has come to its end. */
export const lookOnceLate: Strategy = (register, key, surroundings) =>
  lookAfter(SETTLE_MS, register, key, surroundings)

async function lookAfter(
  pause: number,
  register: WriterRegister,
  key: string,
  surroundings: Surroundings,
): Promise<readonly string[]> {
  do {
    await writeOnce(register, key, surroundings)
    await surroundings.sleep(pause)
  } while (!(await register.read('urgent')).entries.has(key))
  return [key]
}

const MOST_TRIES = 20

async function writeOnce(
  register: WriterRegister,
  key: string,
  { now, sleep, random }: Surroundings,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const sentAt = now()
    const base = await register.read('urgent')
    if (base.entries.has(key)) return
    if (now() - sentAt <= READ_TO_WRITE_MS) {
      const unclear = await register.draft(base, new Map([[key, key]])).send(WRITE_DEADLINE_MS)
      if (!unclear) return
      await sleep(unclear.retryAfterMs ?? 500 * random())
    }
  }
  throw new Error('the registry is too slow')
}
