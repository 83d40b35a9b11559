import type { JsonValue } from './listener.ts'

/** A scalar or key under way; it may go on in the next chunk. */
export interface Token {
  /** Takes bytes from `at` on; returns where it stopped: at the end of the chunk, or behind the token, now `complete`. */
  scan(bytes: Buffer, at: number): number
  readonly complete: boolean
  value(): JsonValue
}

/** Stops the scan at a byte of the chunk under way. */
export type Fail = (reason: string, at: number) => never
