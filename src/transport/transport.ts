import { setTimeout as wait } from 'node:timers/promises'
import type { OnProgress, Traffic } from '../job.ts'
import { OciError } from '../oci/error.ts'
import type { Timeouts } from '../run-context.ts'
import { type AuthorizerOptions, createAuthorizer } from './authorize.ts'
import type { Ending } from './ending.ts'
import type { Send } from './http.ts'
import { limiting } from './limit.ts'
import { monotonicMilliseconds } from './monotonic.ts'
import { onceInAWhile } from './once-in-a-while.ts'
import { redirecting } from './redirects.ts'
import { reporting } from './reporting.ts'
import { createRetry, type Retry, type RetryOptions, retrying } from './retry.ts'
import { openConnections } from './send.ts'
import { createTrafficMeter } from './traffic.ts'
import { readingWhole } from './whole-body.ts'

export interface TransportOptions {
  /** CA certificates to trust besides the usual ones, PEM. */
  readonly certificates?: string
  /** Most requests under way at once, for each origin. */
  readonly concurrency: number
  readonly env: NodeJS.ProcessEnv
  /** Ends every request, and every pause before a repetition, with CANCELLED. */
  readonly signal?: AbortSignal
  /** Waits for milliseconds; by default in real time, until the job is over. */
  readonly sleep?: Sleep
  /** By default `monotonicMilliseconds`. */
  readonly now?: () => number
  readonly timeouts?: Timeouts
  readonly onProgress: OnProgress
  /** Told each token before it is used, so that logs can mask it. */
  readonly onSecret?: (secret: string) => void
}

/**
 * Repetitions that are alike are told once in this time, in milliseconds: where a registry is not to
 * be reached, all that was sent together is tried again within it.
 */
const ALIKE_MS = 10_000

type Sleep = (milliseconds: number) => Promise<void>

/** A registry, and what the job wants there. */
export type RegistryAccess = Pick<
  AuthorizerOptions,
  'registry' | 'origin' | 'scopes' | 'credential'
>

/** How to send requests to one registry. */
export interface RegistrySend extends Pick<Ending, 'tidying'> {
  /** Authorised, redirected where the request allows it, and tried again. */
  readonly send: Send
  /** The same without trying again, for what must be begun anew as a whole. */
  readonly sendOnce: Send
  /** Tries an operation of several requests again, as `send` does a single one. */
  readonly retrying: Retry
  /** Waits for milliseconds; throws CANCELLED if the job is cancelled meanwhile. */
  readonly sleep: Sleep
  /** Returns milliseconds of a clock that only goes forward, the same for all processes of a machine. */
  readonly now: () => number
  /** Told, as a Retry tells, of what is tried again otherwise. */
  readonly onRetry: RetryOptions['onRetry']
}

/** All HTTP of one job: its connections, limits and traffic. */
export interface Transport {
  toRegistry(access: RegistryAccess): RegistrySend
  traffic(): Traffic
  close(): Promise<void>
}

/**
 * Returns the transport of a job, which must be closed at its end. From the outside in, a request
 * goes through
 *
 * 1. redirects, so that every hop is judged anew by what follows, above all whether it is sent
 *    authorization: that belongs to an origin, not to a request;
 * 2. authorisation, which sees each answer once: a 503 is not its business and has been repeated
 *    when it is asked, and the token requests it makes itself are repeated like others;
 * 3. repetition, outside the limit, so that who waits for another try keeps no place, and outside
 *    the reading of bodies that are wanted whole, which can break too;
 * 4. the limit for each origin, which learns from every single answer;
 * 5. the log of requests, and the connections, which know nothing of all that.
 *
 * Throws InputError and CONNECTION_FAILED as `openConnections` does.
 */
export function openTransport(options: TransportOptions): Transport {
  const { onProgress, concurrency, onSecret } = options
  const traffic = createTrafficMeter()
  const connections = openConnections({ ...options, traffic })
  const { over, tidying } = connections
  const sleep = options.sleep ?? ((milliseconds) => sleepUntil(milliseconds, over))
  const tellOfRetry = onceInAWhile(ALIKE_MS, Date.now, (message) =>
    onProgress({ kind: 'retry', message }),
  )
  const onRetry: RetryOptions['onRetry'] = (message, alike) => {
    traffic.countRetry()
    tellOfRetry(message, alike)
  }
  const retry = createRetry({ sleep, random: Math.random, now: Date.now, onRetry })
  const reported = reporting(connections.send, (message) =>
    onProgress({ kind: 'request', message }),
  )
  const single = limiting(reported, concurrency)
  const repeated = retrying(readingWhole(single), retry)
  return {
    toRegistry(access) {
      const authorizing = createAuthorizer({
        ...access,
        send: repeated,
        now: Date.now,
        ...(onSecret && { onSecret }),
      })
      return {
        send: redirecting(authorizing(repeated)),
        sendOnce: redirecting(authorizing(single)),
        retrying: retry,
        sleep,
        now: options.now ?? monotonicMilliseconds,
        onRetry,
        tidying,
      }
    },
    traffic: () => traffic.total(),
    close: connections.close,
  }
}

async function sleepUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal })
  } catch (cause) {
    throw new OciError('CANCELLED', 'cancelled while waiting for the registry', { cause })
  }
}
