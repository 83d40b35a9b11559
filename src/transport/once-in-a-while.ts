/**
 * Returns what passes on a message unless one that is `alike` was passed on less than `pauseMs`
 * milliseconds ago; `now` is in milliseconds.
 */
export function onceInAWhile(
  pauseMs: number,
  now: () => number,
  tell: (message: string) => void,
): (message: string, alike: string) => void {
  const told = new Map<string, number>()
  return (message, alike) => {
    const last = told.get(alike) ?? Number.NEGATIVE_INFINITY
    if (now() - last < pauseMs) return
    told.set(alike, now())
    tell(message)
  }
}
