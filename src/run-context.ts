import type { OnProgress } from './job.ts'

/** How long the parts of a request may take, in milliseconds. */
export interface Timeouts {
  /** For name lookup, TCP and TLS together, and again for a proxy's tunnel. */
  readonly connect: number
  /** Between two pieces of the request that are sent, and from the last one to the answer's headers. */
  readonly headers: number
  /** Between two pieces of the answer's body. */
  readonly body: number
}

/** What a job is run with besides itself. */
export interface RunContext {
  readonly onProgress: OnProgress
  /** Told of each secret before it is used, so that logs can mask it. */
  readonly onSecret?: (secret: string) => void
  /** Ends the job with CANCELLED. */
  readonly signal: AbortSignal
  readonly env: NodeJS.ProcessEnv
  /** Folder for what may be fetched once and used by later runs; made when it is needed. */
  readonly cacheDirectory: string
  /** Waits for milliseconds; by default in real time. Tests do not. */
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** Returns milliseconds that only go forward; by default those of the machine. */
  readonly now?: () => number
  /** By default those of `openConnections`. Tests wait for less. */
  readonly timeouts?: Timeouts
}
