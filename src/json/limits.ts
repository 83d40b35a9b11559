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
  /** Names kept at once where `duplicateKeys` is `reject`; one more is an error. Absent: any number. */
  readonly maxNames?: number
  /** Objects, arrays and scalars, on all levels together; one more is an error. Absent: any number. */
  readonly maxValues?: number
  /** `reject`: a byte order mark is an error, as to `JSON.parse` (RFC 8259 section 8.1: a parser may choose). */
  readonly byteOrderMark?: 'skip' | 'reject'
}
