import type { Surroundings } from '../../../src/registry/shared-list/register.ts'
import { createSharedList, type SharedList } from '../../../src/registry/shared-list/shared-list.ts'
import { calm } from './crowd.ts'
import { createStore, type Seen, type Store } from './store.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'
import { type WriterRegister, writerRegister } from './writer-register.ts'

type List = SharedList<string, string, Seen>

/** Each way, in milliseconds. */
export const LATENCY = 10

/** A list at a registry without faults, and one writer. */
export interface World {
  readonly clock: VirtualClock
  readonly store: Store
  readonly register: WriterRegister
  readonly surroundings: Surroundings
}

/** Returns a world in which nothing has happened. */
export function world(): World {
  const [clock, store] = [createVirtualClock(), createStore()]
  const register = writerRegister(
    { clock, store, weather: calm(() => LATENCY) },
    Number.POSITIVE_INFINITY,
  )
  const surroundings = {
    now: clock.now,
    sleep: clock.sleep,
    random: () => 0.5,
    inTurn: <T>(work: () => Promise<T>) => work(),
    onRetry: () => undefined,
  }
  return { clock, store, register, surroundings }
}

/** Has another writer add a key: what it read at the one moment, it writes at the other. */
export function overwrite(
  { clock, store }: World,
  key: string,
  readAt: number,
  writeAt: number,
): void {
  clock.after(readAt, () => {
    const { entries } = store.read(readAt)
    clock.after(writeAt - readAt, () =>
      store.replace(store.newRevision(), [...entries.keys(), key]),
    )
  })
}

/** Returns what the promise comes to when all has happened. */
export async function settled<T>({ clock }: World, promise: Promise<T>): Promise<T> {
  const result = Promise.allSettled([promise])
  await clock.run()
  const [outcome] = await result
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/** Returns the list as the writer has it that has just added the key. */
export async function ensure(
  { register, surroundings }: World,
  key: string,
): Promise<List & Awaited<ReturnType<List['ensure']>>> {
  const list = createSharedList<string, string, Seen>(register, surroundings)
  const sentAt = surroundings.now()
  const snapshot = await register.read('none')
  const first = { snapshot, sentAt, receivedAt: surroundings.now() }
  return { ...list, ...(await list.ensure(new Map([[key, key]]), first)) }
}
