import { LINGER_MS, WRITE_DEADLINE_MS } from '../../../src/registry/shared-list/times.ts'
import type { Seeded } from '../seeded.ts'

/** How requests fare in one schedule. */
export interface Weather {
  /** How long a request or an answer is under way. */
  travel(): number
  /** How long it is from sending a write until it takes effect, if it does. */
  effect(): number
  fateOfWrite(): Fate
  /** What a registry asks for that is overloaded, or nothing. */
  retryAfter(): number | undefined
  /** How long after sending it a connection breaks. */
  breaksAfter(): number
  /** Which of its requests is a writer's last, if it does not come to its end. */
  crashesAt(): number
  /** How long a process is held up. */
  holdUp(): number
  /** Whether what is overwritten is gone, as some clients have it. */
  readonly forgets: boolean
}

/** What becomes of a write; `dropped` have no answer. */
export type Fate = 'stored' | 'refused' | 'dropped' | 'dropped and lost'

const LATEST_EFFECT_MS = WRITE_DEADLINE_MS + LINGER_MS

/** Returns the weather of a schedule, by chance: from fair to foul. */
export function drawWeather(seed: Seeded): Weather {
  const usual = seed.pick([5, 40, 150, 400])
  const [slow, late, foul, deadly] = [
    seed.pick([0, 0.05, 0.3]),
    seed.pick([0, 0.1, 0.5]),
    seed.pick([0, 0.1, 0.3]),
    seed.pick([0, 0.1, 0.4]),
  ]
  const isSo = (probability: number): boolean => seed.next() < probability
  const travel = (): number => (isSo(slow) ? seed.whole(0, 1500) : seed.whole(1, usual))
  return {
    travel,
    effect: () => (isSo(late) ? seed.whole(0, LATEST_EFFECT_MS) : travel()),
    fateOfWrite: () =>
      isSo(foul) ? seed.pick(['refused', 'dropped', 'dropped and lost']) : 'stored',
    retryAfter: () => (isSo(0.5) ? seed.whole(0, 3000) : undefined),
    breaksAfter: () => seed.whole(0, 2 * WRITE_DEADLINE_MS),
    crashesAt: () => (isSo(deadly) ? seed.whole(1, 12) : Number.POSITIVE_INFINITY),
    holdUp: () => (isSo(slow) ? seed.whole(0, 1500) : 0),
    forgets: seed.pick([false, true]),
  }
}
