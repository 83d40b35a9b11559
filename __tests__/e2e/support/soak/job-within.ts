import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Job, Outcome } from '../../../../src/job.ts'
import { InputError, OciError } from '../../../../src/oci/error.ts'
import { withDeadline } from '../../../../src/run/deadline.ts'
import { TIDY_MS } from '../../../../src/transport/ending.ts'
import { outcomeOf } from '../../../support/job.ts'

/** Limits of a job in a soak, in milliseconds; a stall costs as much as one of them. */
const TIMEOUTS = { connect: 1000, headers: 500, body: 500 }
const DEADLINE_MS = 15_000
/** What a busy machine may add to the time to tidy up. */
const SLACK_MS = 5_000
/** Pauses between tries are so many times shorter than they are to be. */
const HASTE = 20

export interface TimedOutcome {
  readonly outcome: Outcome
  readonly milliseconds: number
  /** How it ended: `done`, or the code of its failure, with the HTTP status if that says more. */
  readonly end: string
}

/**
 * Returns the outcome of a job with short limits. Throws if it takes longer than they allow, or fails
 * with an error that is not one of the project's.
 */
export async function jobWithin(job: Job): Promise<TimedOutcome> {
  const signal = new AbortController().signal
  const began = performance.now()
  const context = { signal, onProgress: () => {}, env: {}, cacheDirectory: '/nonexistent' }
  const outcome = await withDeadline(DEADLINE_MS, context, (limited) =>
    outcomeOf(job, {
      ...limited,
      timeouts: TIMEOUTS,
      sleep: (milliseconds) => hasten(milliseconds, limited.signal),
    }),
  )
  const milliseconds = performance.now() - began
  assert.ok(milliseconds < DEADLINE_MS + TIDY_MS + SLACK_MS, `a job took ${milliseconds} ms`)
  return { outcome, milliseconds, end: endOf(outcome) }
}

async function hasten(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds / HASTE, undefined, { signal }).catch(() => {
    // The next request says that the job is over.
  })
}

function endOf({ failure }: Outcome): string {
  if (!failure) return 'done'
  if (failure instanceof OciError) {
    const { code, status } = failure
    return code === 'RESPONSE_INVALID' && status !== undefined ? `${code} (${status})` : code
  }
  if (failure instanceof InputError) return `input ${failure.input}`
  throw new Error(`an unknown error: ${failure}`, { cause: failure })
}
