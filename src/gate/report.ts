import type { Signer } from '../verify/signature.ts'

export type Verdict = 'passed' | 'denied'

/** Evidence that a rule found, and what is known of it. */
export interface Match {
  /** `registry/repository@digest`. */
  readonly reference: string
  readonly artifactType: string
  /**
   * `present`: somebody attached it. `verified`: a signature over exactly this digest by exactly the
   * signer that the rule names.
   */
  readonly state: 'present' | 'verified'
  /** Of what is verified. */
  readonly signer?: Signer
  readonly created?: string
}

/** What became of one rule at one manifest. */
export interface RuleVerdict {
  /** The rule's type, as written. */
  readonly rule: string
  /** Of the manifest that was judged. */
  readonly subject: string
  /** `os/architecture[/variant]`, for a rule about each platform. */
  readonly platform?: string
  readonly verdict: Verdict
  /** What was found, what is missing, and what to do. */
  readonly reason: string
  readonly matches: readonly Match[]
}

/** What became of the policy. */
export interface Report {
  /** `passed` if every rule has. */
  readonly verdict: Verdict
  /** The first image's. */
  readonly subject: string
  /** In the order of the policy; with several images, those of one after those of the other. */
  readonly rules: readonly RuleVerdict[]
}
