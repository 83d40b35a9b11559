import type { DocumentKind } from './kinds.ts'

/** What a reader read off a document that it recognised. */
export interface Findings {
  readonly kind: DocumentKind
  /** The document's own timestamp, RFC 3339 in UTC to the second. */
  readonly created?: string
  /** Whether a bill of materials lists anything. */
  readonly components?: 'none' | 'some'
  /** What an in-toto statement says about its subject. */
  readonly predicateType?: string
}

/** Reads a document of one syntax as its bytes pass by, in memory that doesn't grow with them. */
export interface DocumentReader {
  /** Takes the next bytes, cut anywhere; they may be reused afterwards. */
  write(chunk: Uint8Array): void
  /** What the complete document is, or undefined: nothing this reader knows, more than one of those, or not well formed. */
  end(): Findings | undefined
}

/** Returns how a list with or without members is reported. */
export function listed(some: boolean): 'none' | 'some' {
  return some ? 'some' : 'none'
}
