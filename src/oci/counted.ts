/** Returns the number with the noun it counts: `1 SBOM`, `9,997 SBOMs`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`
}

/** Returns the number with separators of thousands. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}
