import type { RealRegistry } from '../real-registry.ts'
import { openSoakGround } from './ground.ts'
import { type SeededRun, seededRun } from './seeded-run.ts'

/** What many seeded runs came to. */
export interface Soaked {
  readonly runs: readonly SeededRun[]
  /** How often each kind of mishap happened. */
  readonly happened: ReadonlyMap<string, number>
}

/**
 * Makes the runs of the seeds, side by side in as many lanes, each with a registry of its own. Throws,
 * with the seed, the first that goes wrong.
 */
export async function soak(
  start: () => Promise<RealRegistry>,
  seeds: readonly number[],
  lanes: number,
): Promise<Soaked> {
  const waiting = seeds.values()
  const done = await Promise.all(Array.from({ length: lanes }, () => soakLane(start, waiting)))
  const happened = new Map<string, number>()
  for (const [kind, times] of done.flatMap((lane) => [...lane.happened])) {
    happened.set(kind, (happened.get(kind) ?? 0) + times)
  }
  return { runs: done.flatMap(({ runs }) => runs), happened }
}

async function soakLane(
  start: () => Promise<RealRegistry>,
  waiting: Iterable<number>,
): Promise<Soaked> {
  const ground = await openSoakGround(start)
  const runs: SeededRun[] = []
  try {
    for (const seed of waiting) {
      const run = await seededRun(ground, seed).catch((cause: unknown) => {
        throw new Error(`the run of seed ${seed} at ${ground.registry.name}`, { cause })
      })
      runs.push(run)
    }
    return { runs, happened: ground.proxy.happened() }
  } finally {
    await ground.close()
  }
}
