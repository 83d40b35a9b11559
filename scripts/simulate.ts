// `node scripts/simulate.ts [SCHEDULES] [FIRST]`: has writers share a list without a lock in as many
// schedules, each as its seed has it, by our algorithm and by simpler ones, and prints how many lost what
// they relied on; then what it costs when 20 start together. Ends with status 1 if any of ours did (docs/concurrency.md).
import { type CrowdCost, runCrowd } from '../__tests__/support/simulation/crowd.ts'
import { type Explored, explore } from '../__tests__/support/simulation/explore.ts'
import {
  lookOnceLate,
  readBackOnce,
  readModifyWrite,
  sharedList,
} from '../__tests__/support/simulation/strategies.ts'

const [schedules = 100_000, first = 1] = process.argv.slice(2).map(Number)
const began = performance.now()

const rows: readonly (readonly [string, Explored])[] = [
  ['read, write', await explore(readModifyWrite, first, schedules)],
  ['read, write, read back', await explore(readBackOnce, first, schedules)],
  ['read, write, look once late', await explore(lookOnceLate, first, schedules)],
  ['oras-attach', await explore(sharedList, first, schedules)],
]

console.log(
  '| writers | schedules | writers in all | content | gave up | lost | schedules with losses |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|')
for (const [name, { writers, content, failed, lost, losing, ...explored }] of rows) {
  const figures = [explored.schedules, writers, content, failed, lost, losing.length]
  console.log(`| ${[name, ...figures].join(' | ')} |`)
}
const CROWD = 20
const CROWDS = 1000

function most(costs: readonly CrowdCost[], figure: (cost: CrowdCost) => number): number {
  return Math.max(...costs.map(figure))
}

console.log(
  `\n| ${CROWD} at once, ${CROWDS} times; latency each way | most PUTs of one | most GETs of one | longest |`,
)
console.log('|---|--:|--:|--:|')
for (const latencyMs of [10, 50, 100]) {
  const costs: CrowdCost[] = []
  for (let seed = 1; seed <= CROWDS; seed += 1) costs.push(await runCrowd(seed, CROWD, latencyMs))
  const writes = most(costs, ({ mostWrites }) => mostWrites)
  const reads = most(costs, ({ mostReads }) => mostReads)
  const longest = most(costs, (cost) => cost.longest) / 1000
  console.log(`| up to ${latencyMs} ms | ${writes} | ${reads} | ${longest.toFixed(1)} s |`)
}

console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)

const ours = rows.at(-1)?.[1].losing ?? []
if (ours.length > 0) {
  console.log(`Lost in the schedules ${ours.slice(0, 10).join(', ')}`)
  process.exitCode = 1
}
