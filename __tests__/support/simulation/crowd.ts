import { seeded } from '../seeded.ts'
import { surroundingsOf } from './schedule.ts'
import { createStore } from './store.ts'
import { sharedList } from './strategies.ts'
import { createVirtualClock } from './virtual-clock.ts'
import type { Weather } from './weather.ts'
import { type WriterRegister, writerRegister } from './writer-register.ts'

/** What many writers cost that start together. */
export interface CrowdCost {
  /** Those that were content and lost nothing. */
  readonly kept: number
  /** By the writer that had the most. */
  readonly mostWrites: number
  readonly mostReads: number
  /** Until the last was content, in milliseconds. */
  readonly longest: number
}

/**
 * Returns the cost for so many writers that start together at a registry without faults, where each
 * request and each answer is under way up to `latencyMs`.
 */
export async function runCrowd(
  seed: number,
  writers: number,
  latencyMs: number,
): Promise<CrowdCost> {
  const choices = seeded(seed)
  const [clock, store] = [createVirtualClock(), createStore()]
  const travel = (): number => choices.whole(1, latencyMs)
  const place = { clock, store, weather: calm(travel) }
  const counts: Counts[] = []
  let longest = 0

  async function write(key: string): Promise<void> {
    const { register, count } = counted(writerRegister(place, Number.POSITIVE_INFINITY))
    counts.push(count)
    const relied = await sharedList(register, key, surroundingsOf(place, choices))
    relied.forEach(store.rely)
    longest = clock.now()
  }

  const all = Array.from({ length: writers }, (_, at) => write(`writer ${at}`))
  await clock.run()
  await Promise.all(all)
  return {
    kept: writers - store.lost.size,
    mostWrites: Math.max(...counts.map(({ writes }) => writes)),
    mostReads: Math.max(...counts.map(({ reads }) => reads)),
    longest,
  }
}

/** A registry without faults. */
export function calm(travel: () => number): Weather {
  return {
    travel,
    effect: travel,
    fateOfWrite: () => 'stored',
    retryAfter: () => undefined,
    breaksAfter: travel,
    crashesAt: () => Number.POSITIVE_INFINITY,
    holdUp: () => 0,
    forgets: false,
  }
}

interface Counts {
  reads: number
  writes: number
}

function counted(register: WriterRegister): {
  readonly register: WriterRegister
  readonly count: Readonly<Counts>
} {
  const count: Counts = { reads: 0, writes: 0 }
  return {
    count,
    register: {
      ...register,
      read(urgency) {
        count.reads += 1
        return register.read(urgency)
      },
      draft(...parameters) {
        const { revision, send } = register.draft(...parameters)
        return {
          revision,
          send(deadlineMs) {
            count.writes += 1
            return send(deadlineMs)
          },
        }
      },
    },
  }
}
