import { toUtcSeconds } from '../documents/timestamp.ts'
import { MAX_CLOCK_SKEW } from '../policy/clock-skew.ts'

/** How old evidence is; times are in UTC to the second. */
export type Age =
  | { readonly kind: 'undated' }
  /** One of its times cannot be read; the others do not count then. */
  | { readonly kind: 'unreadable'; readonly text: string }
  /** One of its times is yet to come. */
  | { readonly kind: 'future'; readonly time: string }
  | { readonly kind: 'past'; readonly time: string; readonly milliseconds: number }

/**
 * Returns how old what has these times is, at `now` in milliseconds since 1970: by the oldest of them,
 * for a new signature makes an old scan no newer. Times are RFC 3339, as they were found.
 */
export function ageOf(times: readonly string[], now: number): Age {
  const unreadable = times.find((text) => toUtcSeconds(text) === undefined)
  if (unreadable !== undefined) return { kind: 'unreadable', text: unreadable }
  const [oldest, newest] = [inOrder(times).at(0), inOrder(times).at(-1)]
  if (oldest === undefined || newest === undefined) return { kind: 'undated' }
  if (Date.parse(newest) - now > MAX_CLOCK_SKEW) return { kind: 'future', time: newest }
  return { kind: 'past', time: oldest, milliseconds: now - Date.parse(oldest) }
}

/** Returns the oldest of the times that can be read, in UTC to the second. */
export function oldestOf(times: readonly string[]): string | undefined {
  return inOrder(times).at(0)
}

/** In UTC to the second texts have the order of their times. */
function inOrder(times: readonly string[]): readonly string[] {
  return times.flatMap((text) => toUtcSeconds(text) ?? []).sort()
}
