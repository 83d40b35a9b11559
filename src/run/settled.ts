/** Returns the values of those that were kept, in their order. */
export function fulfilled<T>(results: readonly PromiseSettledResult<T>[]): readonly T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** Throws the reason of the first that was broken, if one was. */
export function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected) throw rejected.reason
}
