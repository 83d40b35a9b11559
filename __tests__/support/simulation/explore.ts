import { mapConcurrently } from '../../../src/concurrency.ts'
import { type Outcome, runSchedule } from './schedule.ts'
import type { Strategy } from './strategies.ts'

/** What became of the writers of many schedules. */
export interface Explored extends Outcome {
  readonly schedules: number
  /** The seeds of those in which something was lost. */
  readonly losing: readonly number[]
}

/** Schedules that go on side by side: each waits for the event loop again and again, all in one turn. */
const SIDE_BY_SIDE = 64

/** Returns what became of the writers of the schedules with the seeds from `first` on. */
export async function explore(
  strategy: Strategy,
  first: number,
  schedules: number,
): Promise<Explored> {
  const seeds = Array.from({ length: schedules }, (_, at) => first + at)
  const outcomes = await mapConcurrently(seeds, SIDE_BY_SIDE, (seed) => runSchedule(seed, strategy))
  const sum = (figure: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + figure(outcome), 0)
  return {
    schedules,
    writers: sum(({ writers }) => writers),
    content: sum(({ content }) => content),
    failed: sum(({ failed }) => failed),
    lost: sum(({ lost }) => lost),
    losing: seeds.filter((_, at) => (outcomes[at]?.lost ?? 0) > 0),
  }
}
