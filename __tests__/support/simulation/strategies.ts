import type { Surroundings } from '../../../src/registry/shared-list/register.ts'
import { createSharedList } from '../../../src/registry/shared-list/shared-list.ts'
import {
  READ_TO_WRITE_MS,
  SETTLE_MS,
  WRITE_DEADLINE_MS,
} from '../../../src/registry/shared-list/times.ts'
import type { Seen } from './store.ts'
import type { WriterRegister } from './writer-register.ts'

/** Adds the key to the list, and resolves when it relies on it that the list keeps it; throws if not. */
export type Strategy = (
  register: WriterRegister,
  key: string,
  surroundings: Surroundings,
) => Promise<void>

/** Adds it, as `ensure` says, and confirms that in a process of its own, as the `post` step does. */
export const sharedList: Strategy = async (register, key, surroundings) => {
  const { now, sleep, random } = surroundings
  const list = createSharedList<string, string, Seen>(register, surroundings)
  const sentAt = now()
  const snapshot = await register.read('none')
  const first = { snapshot, sentAt, receivedAt: now() }
  const { sighting } = await list.ensure(new Map([[key, key]]), first)
  if (!sighting) return
  const isPostStep = random() < 0.5
  if (isPostStep) await sleep(random() * 5000)
  const confirming = isPostStep
    ? createSharedList<string, string, Seen>(register, surroundings)
    : list
  await confirming.confirm([key], sighting, async (lost) => lost)
}

/** What most clients do: reads, writes, and is content with the answer. */
export const readModifyWrite: Strategy = async (register, key, surroundings) => {
  await writeOnce(register, key, surroundings)
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
): Promise<void> {
  do {
    await writeOnce(register, key, surroundings)
    await surroundings.sleep(pause)
  } while (!(await register.read('urgent')).entries.has(key))
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
      const { unclear } = await register.write(base, new Map([[key, key]]), WRITE_DEADLINE_MS)
      if (!unclear) return
      await sleep(unclear.retryAfterMs ?? 500 * random())
    }
  }
  throw new Error('the registry is too slow')
}
