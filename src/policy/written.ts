import type { Rule, SignedBy } from './policy.ts'

/** Where something stands in the text of a policy; both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A key as a rule names it: not read yet. */
export interface WrittenKey {
  /** The path of a PEM file, or what such a file holds. */
  readonly text: string
  readonly position: Position
}

/** Who must have signed, as written. */
export type WrittenSignedBy =
  | { readonly kind: 'key'; readonly key: WrittenKey }
  | Exclude<SignedBy, { readonly kind: 'key' }>

/** One demand on an image, as written. */
export interface WrittenRule extends Omit<Rule, 'signedBy'> {
  readonly signedBy?: WrittenSignedBy
}

/** What an image must carry, with all checked but the keys. */
export type WrittenPolicy = readonly WrittenRule[]
