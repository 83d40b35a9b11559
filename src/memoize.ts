/**
 * Returns a function that calls `load` once for the same arguments and gives every caller, also one
 * at the same time, that one promise.
 */
export function memoize<Arguments extends readonly string[], Value>(
  load: (...args: Arguments) => Promise<Value>,
): (...args: Arguments) => Promise<Value> {
  const loaded = new Map<string, Promise<Value>>()
  return (...args) => {
    const key = JSON.stringify(args)
    const value = loaded.get(key) ?? load(...args)
    loaded.set(key, value)
    return value
  }
}
