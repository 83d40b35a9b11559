import type { Digest } from '../oci/digest.ts'
import type { Rule } from '../policy/policy.ts'
import type { Evidence } from './evidence.ts'
import { claimed } from './facts.ts'
import {
  claimedPiece,
  examine,
  type FailedFinding,
  type Finding,
  type Grounds,
  nearestFirst,
} from './finding.ts'
import { isOfType } from './rule-type.ts'

/** What a rule finds at a manifest; all of it is of the type that the rule asks for. */
export interface Findings {
  /** How many pieces there are, if nothing but the type mattered. */
  readonly present: number
  /** What counts, each piece once, the newest first. */
  readonly counting: readonly Finding[]
  /** What does not, the nearest to counting first. */
  readonly failing: readonly FailedFinding[]
}

/** Returns what the rule finds among the evidence on the manifest with the digest. */
export function judge(
  rule: Rule,
  subject: Digest,
  evidence: readonly Evidence[],
  grounds: Grounds,
): Findings {
  const found = ofType(rule, evidence)
  const findings = found.map((each) => examine(each, subject, rule, grounds)).sort(nearestFirst)
  const satisfying = findings.filter(({ flaw }) => !flaw)
  const pieces = [...Map.groupBy(satisfying, ({ piece }) => piece).values()]
  return {
    present: new Set(found.map(claimedPiece)).size,
    counting: pieces.flatMap((copies) => copies.slice(0, 1)),
    failing: [
      ...pieces.flatMap((copies) => copies.slice(1).map(asCopy)),
      ...findings.filter(hasFailed),
    ],
  }
}

/** Returns the evidence that is, or says that it is, of the type that the rule asks for. */
export function ofType({ type }: Rule, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((each) => isOfType(type, claimed(each)))
}

function hasFailed(finding: Finding): finding is FailedFinding {
  return finding.flaw !== undefined
}

function asCopy(finding: Finding): FailedFinding {
  return { ...finding, flaw: { kind: 'copy', why: 'is a copy of one that counts' } }
}
