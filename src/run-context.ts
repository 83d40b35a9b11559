import type { OnProgress } from './job.ts'

/** What a job is run with besides itself. */
export interface RunContext {
  readonly onProgress: OnProgress
  /** Told of each secret before it is used, so that logs can mask it. */
  readonly onSecret?: (secret: string) => void
  /** Ends the job with CANCELLED. */
  readonly signal: AbortSignal
  readonly env: NodeJS.ProcessEnv
  /** Waits for milliseconds; by default in real time. Tests do not. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}
