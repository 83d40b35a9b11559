/**
 * Returns what `work` makes of each item, in their order, with at most `limit` under way at once.
 * Throws the first error; no further item is begun after it.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const waiting = items.entries()
  let failed = false
  const lane = async (): Promise<void> => {
    for (const [at, item] of waiting) {
      if (failed) return
      try {
        results.set(at, await work(item))
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
