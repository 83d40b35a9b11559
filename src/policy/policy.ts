import type { Annotations } from '../oci/annotations.ts'

/** What people call evidence, whatever its format. */
export const ALIASES = [
  'sbom',
  'signature',
  'attestation',
  'provenance',
  'vulnerability-report',
  'vex',
] as const

export type Alias = (typeof ALIASES)[number]

/** What a rule asks for: a kind of evidence, or one artifact type exactly. */
export type RuleType =
  | { readonly kind: 'alias'; readonly alias: Alias }
  | { readonly kind: 'artifact-type'; readonly artifactType: string }

/** A public key that a rule names. */
export interface RuleKey {
  /** As the rule names it: a path, for reports. */
  readonly name: string
  /** SubjectPublicKeyInfo, PEM. */
  readonly pem: string
}

/** Who must have signed. An identity is that of the signing certificate; nothing is a substring. */
export type SignedBy =
  | { readonly kind: 'key'; readonly key: RuleKey }
  | { readonly kind: 'identity'; readonly issuer: string; readonly identity: string }
  | {
      readonly kind: 'identity-pattern'
      readonly issuer: string
      /** Anchored at both ends. */
      readonly pattern: RegExp
      /** As written. */
      readonly source: string
    }

/** One demand on an image. All that it names must hold of the same piece of evidence. */
export interface Rule {
  readonly type: RuleType
  /** At least this many pieces of evidence, 1 or more. */
  readonly count: number
  readonly maxAge?: { readonly text: string; readonly milliseconds: number }
  /** `each`: every platform's manifest has it, or the index has one for each platform. */
  readonly platform: 'subject' | 'each'
  /** Exactly the predicate type of an in-toto statement. */
  readonly predicateType?: string
  /** The manifest has all of these. */
  readonly annotations: Annotations
  readonly signedBy?: SignedBy
}

/** What an image must carry: every rule, at least one. */
export type Policy = readonly Rule[]
