import type { Digest } from '../oci/digest.ts'
import type { RuleKey } from '../policy/policy.ts'

/** What cosign keeps beside a signature in the annotations of its layer, as it is there. */
export interface CosignMaterial {
  /** The leaf, PEM; absent where a key signed. */
  readonly certificate?: string
  /** PEM. */
  readonly chain?: string
  /** Rekor's entry with its promise, JSON. */
  readonly rekorBundle?: string
  /** RFC 3161, JSON. */
  readonly timestamp?: string
}

/** Signed content in one of the forms that signatures have in registries; a claim until verified. */
export type SignatureContent =
  /** Sigstore bundle, JSON (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto). */
  | { readonly kind: 'sigstore-bundle'; readonly bytes: Uint8Array }
  /** A layer of cosign's tag `.sig` (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
  | {
      readonly kind: 'simple-signing'
      readonly payload: Uint8Array
      /** Base64. */
      readonly signature: string
      readonly material: CosignMaterial
    }
  /** A layer of cosign's tag `.att`: a DSSE envelope, JSON. */
  | {
      readonly kind: 'dsse-envelope'
      readonly bytes: Uint8Array
      readonly material: CosignMaterial
    }
  /** A kind of signature that is known and cannot be verified yet, such as one of Notation. */
  | { readonly kind: 'unverifiable'; readonly what: string }
  /** What should be a signature and cannot be read as one, and why. */
  | { readonly kind: 'undecodable'; readonly why: string }

/** A signature with the manifest that it must be about. */
export interface Signature {
  /** The same for the same bytes at the same subject alone. */
  readonly id: string
  /** Of the manifest that holds it. */
  readonly reference: string
  /** The manifest that must be what was signed. */
  readonly subject: { readonly digest: Digest; readonly bytes: Uint8Array }
  readonly content: SignatureContent
}

/** Who signed, proven. */
export type Signer =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'identity'; readonly issuer: string; readonly identity: string }

/** What became of a signature. */
export type Verification =
  | {
      readonly state: 'verified'
      /** At least one: a key may have two names. */
      readonly signers: readonly Signer[]
      /** Of the in-toto statement that was signed, if one was. */
      readonly predicateType?: string
      /** RFC 3339; proven by a transparency log or a timestamp authority. */
      readonly signedAt?: string
      /** The same for every copy of one act of signing: copies count once. */
      readonly signed: string
    }
  | {
      readonly state: 'refused'
      /** A clause that follows the reference of what was to be verified: `… is signed by …`. */
      readonly reason: string
    }

/** What signatures are verified against. */
export interface Trust {
  readonly keys: readonly RuleKey[]
  /** Signers by certificate that anybody asks for; what others signed needs no verification. */
  readonly identities: readonly {
    readonly issuer: string
    readonly matches: (identity: string) => boolean
  }[]
  /** Sigstore's trusted root, JSON; absent if no certificate is asked for. */
  readonly trustedRoot?: string
}

/** Returns what became of each signature, by its id; throws the signal's reason once that is aborted. */
export type VerifySignatures = (
  signatures: readonly Signature[],
  trust: Trust,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, Verification>>
