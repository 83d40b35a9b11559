import type { OnProgress, Progress } from '../job.ts'
import { OciError } from '../oci/error.ts'
import type { RunContext } from '../run-context.ts'

/**
 * How long a run may take, in milliseconds, unless it is told otherwise: time for 4 GB at 10 Mbit/s,
 * and more than all the tries of a request come to. GitHub ends a job after six hours by itself, but
 * does not say what it was waiting for.
 */
export const DEADLINE_MS = 60 * 60 * 1000

/** Transfers that an error names; more do not make it clearer. */
const MAX_NAMED = 3

/**
 * Returns the result of the work, which is run with a signal that aborts with the context's own and
 * when `limitMs` milliseconds have passed. What fails by then fails with TIMEOUT, and says what was
 * under way. The work must end soon after its signal aborts.
 */
export async function withDeadline<Result extends { readonly failure?: Error }>(
  limitMs: number,
  context: RunContext,
  work: (context: RunContext) => Promise<Result>,
): Promise<Result> {
  const timeUp = new AbortController()
  const watch = createWatch(context.onProgress)
  let underWay = ''
  const timer = setTimeout(() => {
    underWay = watch.underWay()
    timeUp.abort()
  }, limitMs)
  try {
    const signal = AbortSignal.any([context.signal, timeUp.signal])
    const outcome = await work({ ...context, signal, onProgress: watch.onProgress })
    const isLate = timeUp.signal.aborted && !context.signal.aborted
    if (!isLate || !outcome.failure) return outcome
    return { ...outcome, failure: tooLate(limitMs, underWay, outcome.failure) }
  } finally {
    clearTimeout(timer)
  }
}

function tooLate(limitMs: number, underWay: string, cause: Error): OciError {
  return new OciError(
    'TIMEOUT',
    `not done within the time limit of ${formatDuration(limitMs)} (${underWay}): ${cause.message}`,
    {
      advice:
        'Run it again: what is already there is not sent again. If it is this slow for a reason, raise timeout.',
      cause,
    },
  )
}

interface Watch {
  readonly onProgress: OnProgress
  /** Returns what has been begun and not been done, in words. */
  underWay(): string
}

type Transfer = Extract<Progress, { readonly size: number }>

/** Returns what passes on the progress of a run and remembers what it is about. */
function createWatch(onProgress: OnProgress): Watch {
  const transfers = new Map<string, Transfer>()
  let last: string | undefined
  return {
    onProgress(progress) {
      if (!('size' in progress)) last = progress.message
      else if (progress.done < progress.size) transfers.set(progress.title, progress)
      else transfers.delete(progress.title)
      onProgress(progress)
    },
    underWay() {
      const named = [...transfers.values()].slice(0, MAX_NAMED).map(describe)
      const more = transfers.size - named.length
      if (more > 0) named.push(`${more} more`)
      if (named.length > 0) return `under way: ${named.join(', ')}`
      return last === undefined ? 'no request had been answered' : `last of all: ${last}`
    },
  }
}

function describe({ kind, title, done, size }: Transfer): string {
  return `${kind} of ${title}, at ${Math.floor((done / size) * 100)} %`
}

/** In the largest unit of which it is a whole number. */
function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds % 3600 === 0) return `${seconds / 3600} h`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
