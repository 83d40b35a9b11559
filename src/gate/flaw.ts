/** What keeps evidence from satisfying a rule, the nearest to satisfying it first. */
export const FLAWS = [
  'copy',
  'age',
  'not-covered',
  'signer',
  'signature',
  'unsigned',
  'content',
  'annotations',
  'predicate-type',
] as const

/** Why evidence does not satisfy a rule. */
export interface Flaw {
  readonly kind: (typeof FLAWS)[number]
  /** A clause that follows the evidence. */
  readonly why: string
}
