/** What a scan accepts and keeps; memory is bounded by these alone, whatever the document. */
export interface JsonLimits {
  /** Levels of objects and arrays; one more is an error (RFC 8259 section 9 allows a limit). */
  readonly maxDepth: number
  /** A string, key or number with more bytes than this (as written) is checked but its text isn't given. */
  readonly maxTextBytes: number
  /**
   * `reject`: a name that an object has twice is an error (RFC 8259 section 4: what readers make of it differs), and so is
   * a key too long to be compared. Then the names of every open object are kept: for documents whose size is capped.
   */
  readonly duplicateKeys: 'allow' | 'reject'
}
