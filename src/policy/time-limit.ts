import { createContext, Script } from 'node:vm'

const WORK = new Script('work()')

/**
 * Returns what the work returns; undefined if it is not done within the milliseconds. Throws what it
 * throws. V8 looks at the limit of a script in the midst of a match, too, and at no other.
 */
export function withinTime<T>(
  milliseconds: number,
  work: () => T,
): { readonly value: T } | undefined {
  let value: { readonly value: T } | undefined
  const store = (): void => {
    value = { value: work() }
  }
  try {
    WORK.runInContext(createContext({ work: store }), { timeout: milliseconds })
  } catch (error) {
    // It is an error of the context, so no `Error` of here.
    if (Object(error).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
  }
  return value
}
