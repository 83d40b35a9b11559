import type { Signer } from './signature.ts'

/** What is proven of a signature. */
export interface Proof {
  /** At least one: a key may have two names. */
  readonly signers: readonly Signer[]
  /** Who that is, the same whatever a policy calls them. */
  readonly by: readonly string[]
  /** By when it was signed, in milliseconds since 1970; undefined if nothing proves it. */
  readonly time: number | undefined
}
