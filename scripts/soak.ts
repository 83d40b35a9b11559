// `npm run soak`: attaches, discovers and pulls at real registries through a proxy that breaks and stalls
// connections, refuses requests and damages answers, each run as its seed has it, and checks after each
// that what was said is true and that doing it again completes it. `node scripts/soak.ts [--runs N]
// [--first SEED]` (needs scripts/peers.sh) makes N runs at each registry, and prints a table for each. The
// first run that goes wrong ends it, with its seed.
import { parseArgs } from 'node:util'
import { startDistribution } from '../__tests__/e2e/support/distribution.ts'
import { type RealRegistry, startGcr } from '../__tests__/e2e/support/real-registry.ts'
import { soak } from '../__tests__/e2e/support/soak/soak.ts'
import { tally } from '../__tests__/e2e/support/soak/tally.ts'

/** Runs wait most of the time; more side by side would make each other late. */
const LANES = 2

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '250' },
    first: { type: 'string', default: '1' },
  },
})
const first = Number(values.first)
const seeds = Array.from({ length: Number(values.runs) }, (_, at) => first + at)

async function soakAt(name: string, start: () => Promise<RealRegistry>): Promise<string> {
  const soaked = await soak(start, seeds, LANES)
  return `\n${name}, seeds from ${first}\n${tally(soaked)}`
}

const began = performance.now()
const tables = await Promise.all([
  soakAt('distribution', () => startDistribution()),
  soakAt("go-containerregistry's registry", startGcr),
])
console.log(tables.join('\n'))
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)
