import { expect, test } from '@jest/globals'
import { registriesOfBothKinds } from './support/ground.ts'
import { soak } from './support/soak/soak.ts'

const RUNS = 20
/** Those of `npm run soak` begin at 1. */
const seeds = Array.from({ length: RUNS }, (_, at) => 10_000 + at)

test.each(registriesOfBothKinds)(
  'whatever goes wrong on the way to %s, what is said is true, and doing it again completes it',
  async (_name, start) => {
    const soaked = await soak(start, seeds, 4)
    expect(soaked.runs).toHaveLength(RUNS)
    // The jobs must have had something to cope with, and have coped with most of it.
    const mishaps = [...soaked.happened.values()].reduce((sum, times) => sum + times, 0)
    const done = soaked.runs.filter(({ ends }) => ends.attach === 'done')
    expect(mishaps).toBeGreaterThan(100)
    expect(done.length).toBeGreaterThan(RUNS / 2)
  },
  60_000,
)
