import type { Signer } from '../verify/signature.ts'

export type Verdict = 'passed' | 'denied'

/** Evidence that a rule found, and what is known of it. */
export interface Match {
  /** `registry/repository@digest`. */
  readonly reference: string
  readonly artifactType: string
  /**
   * `present`: somebody attached it. `verified`: a signature over exactly this digest, or exactly the
   * image, by exactly the signer that the rule names.
   */
  readonly state: 'present' | 'verified'
  /** Of what is verified. */
  readonly signer?: Signer
  /** In UTC to the second; of what is verified, only what its signature proves, else a claim. */
  readonly created?: string
}

/** What became of one rule at one manifest. */
export interface RuleVerdict {
  /** The rule's type, as written. */
  readonly rule: string
  /** `registry/repository@digest` of the manifest that was judged. */
  readonly subject: string
  /** Its `os/architecture[/variant]`, where it is the manifest of a platform. */
  readonly platform?: string
  readonly verdict: Verdict
  /** What was found, what is missing, and what to do; it quotes texts that anybody may have chosen. */
  readonly reason: string
  /** Of a rule that has passed, what it rests on; of one that is denied, what there is. */
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
