import { type Outcome, runSchedule } from './schedule.ts'
import type { Strategy } from './strategies.ts'

/** What became of the writers of many schedules. */
export interface Explored extends Outcome {
  readonly schedules: number
  /** The seeds of those in which something was lost. */
  readonly losing: readonly number[]
}

/** Returns what became of the writers of the schedules with the seeds from `first` on. */
export async function explore(
  strategy: Strategy,
  first: number,
  schedules: number,
): Promise<Explored> {
  let [writers, content, failed, lost] = [0, 0, 0, 0]
  const losing: number[] = []
  for (let seed = first; seed < first + schedules; seed += 1) {
    const outcome = await runSchedule(seed, strategy)
    writers += outcome.writers
    content += outcome.content
    failed += outcome.failed
    lost += outcome.lost
    if (outcome.lost > 0) losing.push(seed)
  }
  return { schedules, writers, content, failed, lost, losing }
}
