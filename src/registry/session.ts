import type { ReferrersMode } from '../job.ts'
import type { HttpResponse, Send } from '../transport/http.ts'
import type { Endpoint } from './endpoint.ts'

/** What every request to one repository needs. */
export interface Session {
  readonly endpoint: Endpoint
  /** Authorised, redirected where allowed, and tried again. */
  readonly send: Send
  /** The same without trying again, for what must be begun anew as a whole. */
  readonly sendOnce: Send
  /** Tries an operation of several requests again, as `send` does a single one. */
  readonly retrying: (operation: () => Promise<HttpResponse>) => Promise<HttpResponse>
  /** Does work that the end of the job waits for, a little: what must not be left half done. */
  readonly tidying: <T>(work: () => Promise<T>) => Promise<T>
  /** Waits for milliseconds; throws CANCELLED if the job is cancelled meanwhile. */
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Returns milliseconds of a clock that only goes forward, the same for all processes of a machine. */
  readonly now: () => number
  /** Told why something is tried again other than by `send` and `retrying`, and what is alike. */
  readonly onRetry: (message: string, alike: string) => void
  readonly referrersMode: ReferrersMode
}
