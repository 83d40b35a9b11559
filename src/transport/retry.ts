import { hasCode } from '../oci/error.ts'
import { discardBody } from './body.ts'
import type { HttpResponse, Send } from './http.ts'
import { describeRequest } from './redact.ts'
import { retryAfter } from './retry-after.ts'

/** The first and the repetitions together. */
export const MAX_TRIES = 5
/** The first pause is a random time up to this, for each further one up to twice as long. */
export const FIRST_PAUSE_MS = 500
/** A registry that asks for more patience than this is not waited for: the answer stands. */
export const LONGEST_RETRY_AFTER_MS = 120_000

/**
 * Tells whether the status passes by itself. 501 and 505 do not, and no 4xx does but these: repeating
 * a refused request only makes the refusal later (distribution-spec v1.1.1, Error Codes). Cloudflare,
 * which is in front of many registries, has 520 to 527 for an origin that it does not reach.
 */
export function isPassing(status: number): boolean {
  if (status === 408 || status === 429) return true
  return status >= 500 && status !== 501 && status !== 505
}

export interface RetryOptions {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** In [0, 1). */
  readonly random: () => number
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /**
   * Told of each repetition, in words, before the pause. What is `alike` for several was for the same
   * reason at the same host, the same try of each.
   */
  readonly onRetry: (message: string, alike: string) => void
}

/**
 * Does an operation, of one request or several, until it has an answer that stands, and returns
 * that or throws its error. The operation must be one that can be repeated as a whole; every
 * request of this client is.
 */
export type Retry = (operation: () => Promise<HttpResponse>) => Promise<HttpResponse>

/**
 * Returns a Retry that tries at most MAX_TRIES times while the answer is 408, 429 or 5xx but for 501
 * and 505, or there is none (CONNECTION_FAILED, TIMEOUT). Between the tries it waits for what
 * Retry-After asks, else for a random time out of a span that doubles ("full jitter"), so that
 * clients that failed together do not come back together.
 */
export function createRetry({ sleep, random, now, onRetry }: RetryOptions): Retry {
  return async (operation) => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await attempt(operation)
      const pause = tries < MAX_TRIES ? pauseAfter(outcome, tries) : undefined
      if (pause === undefined) {
        if ('error' in outcome) throw outcome.error
        return outcome.response
      }
      const seconds = (pause / 1000).toFixed(1)
      const next = `try ${tries + 1} of ${MAX_TRIES}`
      onRetry(`${reasonOf(outcome)}; ${next} in ${seconds} s`, `${likeness(outcome)}; ${next}`)
      if ('response' in outcome) await discardBody(outcome.response)
      await sleep(pause)
    }
  }

  function pauseAfter(outcome: Outcome, tries: number): number | undefined {
    const jittered = random() * FIRST_PAUSE_MS * 2 ** (tries - 1)
    if ('error' in outcome) {
      return hasCode(outcome.error, 'CONNECTION_FAILED', 'TIMEOUT') ? jittered : undefined
    }
    if (!isPassing(outcome.response.status)) return undefined
    const asked = retryAfter(outcome.response, now()) ?? jittered
    return asked <= LONGEST_RETRY_AFTER_MS ? asked : undefined
  }
}

/** Returns a Send that repeats each request as `retry` says; its body is opened anew each time. */
export function retrying(send: Send, retry: Retry): Send {
  return (request) => retry(() => send(request))
}

type Outcome = { readonly response: HttpResponse } | { readonly error: unknown }

async function attempt(operation: () => Promise<HttpResponse>): Promise<Outcome> {
  try {
    return { response: await operation() }
  } catch (error) {
    return { error }
  }
}

/** Of answers, whatever was asked for: a registry that is overloaded says so to all. */
function likeness(outcome: Outcome): string {
  if (!('response' in outcome)) return reasonOf(outcome)
  return `${outcome.response.url.origin} ${outcome.response.status}`
}

function reasonOf(outcome: Outcome): string {
  if ('response' in outcome) {
    return `${describeRequest(outcome.response)} was answered ${outcome.response.status}`
  }
  return outcome.error instanceof Error ? outcome.error.message : String(outcome.error)
}
