import type { Soaked } from './soak.ts'

/** Returns the table of many runs: how their jobs ended, what went wrong on the way, and the slowest. */
export function tally({ runs, happened }: Soaked): string {
  const jobs = (['attach', 'discover', 'pull'] as const).map((job) => {
    const counts = count(runs.map(({ ends }) => ends[job]))
    const done = counts.get('done') ?? 0
    const failures = sorted(counts).filter(([end]) => end !== 'done')
    const failed = failures.map(([end, times]) => `${times} ${end}`).join(', ')
    return `${job.padEnd(9)} ${done} done, ${runs.length - done} failed${failed && `: ${failed}`}`
  })
  const mishaps = sorted(happened).map(([kind, times]) => `${times} ${kind}`)
  const [slowest] = runs.toSorted((a, b) => b.slowest - a.slowest)
  return [
    `runs      ${runs.length}`,
    ...jobs,
    `mishaps   ${mishaps.join(', ')}`,
    ...(slowest
      ? [`slowest   ${(slowest.slowest / 1000).toFixed(1)} s, a job of seed ${slowest.seed}`]
      : []),
  ].join('\n')
}

function count(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([, a], [, b]) => b - a)
}
