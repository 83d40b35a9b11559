/**
 * How long a job that is over waits for what tidies up at the registry, in milliseconds. A runner kills
 * a job that is cancelled 10 s after it told it so, and there is a report to be written in that time.
 */
export const TIDY_MS = 3_000

/** How the requests of a job come to their end. */
export interface Ending {
  /** Aborts when the job is cancelled or over: nothing is begun any more but what tidies up. */
  readonly over: AbortSignal
  /** Aborts when the time to tidy up has passed as well. */
  readonly gone: AbortSignal
  /** Does work that `close` waits for, since it must not be left half done at the registry. */
  tidying<T>(work: () => Promise<T>): Promise<T>
  /** Waits for the work that is to be tidied up, no longer than that may take; the job is over then. */
  close(): Promise<void>
}

/** Returns the ending of a job that the signal may cancel; `tidyMs` is the time to tidy up. */
export function createEnding(signal: AbortSignal | undefined, tidyMs = TIDY_MS): Ending {
  const [over, gone] = [new AbortController(), new AbortController()]
  const tidied = new Set<Promise<unknown>>()
  let timer: NodeJS.Timeout | undefined

  const end = (): void => {
    if (over.signal.aborted) return
    over.abort(reason())
    timer = setTimeout(() => gone.abort(reason()), tidyMs)
  }
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end)

  return {
    over: over.signal,
    gone: gone.signal,
    async tidying(work) {
      const done = work()
      const settled = done.catch(ignore).finally(() => tidied.delete(settled))
      tidied.add(settled)
      return done
    },
    async close() {
      signal?.removeEventListener('abort', end)
      end()
      // What is tidied up may begin more of it.
      while (tidied.size > 0) await Promise.all(tidied)
      clearTimeout(timer)
      gone.abort(reason())
    },
  }
}

/** With the code of Node's own AbortError, which DOMException's lacks. */
function reason(): Error {
  return Object.assign(new Error('the job is over'), { code: 'ABORT_ERR' })
}

function ignore(): void {
  // Whoever began the work sees the error.
}
