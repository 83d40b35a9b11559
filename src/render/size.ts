const UNITS = ['kB', 'MB', 'GB', 'TB'] as const

/** Returns a number of bytes as people read it, in decimal units: `999 B`, `1.5 kB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length)
  return `${(bytes / 1000 ** power).toFixed(1)} ${UNITS[power - 1]}`
}
