import type { Bundle } from '@sigstore/bundle'

/**
 * What was signed, read and bound to its subject, with what its signature is verified by. Whatever
 * form it has in the registry, from here on it is a Sigstore bundle.
 */
export interface Signed {
  readonly bundle: Bundle
  readonly signature: Buffer
  /** What the signature is over. */
  readonly bytes: Uint8Array
  /** What a timestamp authority stamps. */
  readonly stamped: Buffer
  /** Of a layer of cosign's tag `.att`: all of it, of which an old log has the hash. */
  readonly envelope?: Uint8Array
  /** What the signer says, and in which format. */
  readonly payload: { readonly type: string; readonly bytes: Uint8Array }
  /** Of an in-toto statement. */
  readonly predicateType?: string
}
