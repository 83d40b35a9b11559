import type { Digest } from '../../../src/oci/digest.ts'
import type { Answer, Incoming } from './exchange.ts'
import type { Quirks } from './quirks.ts'
import type { Store } from './store.ts'

/** What the handlers share. */
export interface RegistryContext {
  readonly store: Store
  readonly quirks: Quirks
  readonly origins: Origins
  /** How many more reads of its list a manifest is missing from. */
  readonly staleReads: Map<Digest, number>
}

/** The registry, and a second origin that token endpoint, storage and web pages may be at. */
export interface Origins {
  readonly registry: string
  readonly other: string
}

/**
 * Answers a request to a path with the repository `name` and, after it, the `reference`: a tag, a
 * digest, or the identity of an upload.
 */
export type Handler = (
  context: RegistryContext,
  request: Incoming,
  name: string,
  reference: string,
) => Answer
