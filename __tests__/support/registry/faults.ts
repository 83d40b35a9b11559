import type { Answer } from './exchange.ts'

/** A failure at certain requests; of several that hit one request the first counts. */
export interface Fault {
  /** Which requests, by `METHOD path?query`; without it, all. */
  readonly at?: RegExp
  /** How many of those pass before it hits; 0 by default. */
  readonly after?: number
  /** How many it then hits; 1 by default. */
  readonly times?: number
  /**
   * What happens: this answer instead of the registry's, such as 429 with `retry-after`; or the
   * connection breaks, before the registry did anything, after it did all of it, or in the middle of
   * its answer; or nothing, ever.
   */
  readonly fails: Answer | 'dropped-before' | 'dropped-after' | 'dropped-midway' | 'stalled'
}

/** Returns what fails at a request, for each request in turn; undefined where nothing does. */
export function createFaults(
  faults: readonly Fault[],
): (request: string) => Fault['fails'] | undefined {
  const seen = new Map<Fault, number>()
  const hits = (fault: Fault, request: string): boolean => {
    const { at, after = 0, times = 1 } = fault
    if (at !== undefined && !at.test(request)) return false
    const count = seen.get(fault) ?? 0
    seen.set(fault, count + 1)
    return count >= after && count < after + times
  }
  return (request) => faults.filter((fault) => hits(fault, request)).at(0)?.fails
}
