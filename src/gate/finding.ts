import type { Digest } from '../oci/digest.ts'
import type { Rule, SignedBy } from '../policy/policy.ts'
import type { Signer } from '../verify/signature.ts'
import { oldestOf } from './age.ts'
import { ageFlaw, contentFlaw, uncovered, unlike } from './demands.ts'
import type { Evidence } from './evidence.ts'
import { claimed, type Facts } from './facts.ts'
import { FLAWS, type Flaw } from './flaw.ts'
import { type Proof, proofsOf, type Verifications } from './proofs.ts'

/** Evidence of the type that a rule asks for, as the rule sees it. */
export interface Finding {
  readonly evidence: Evidence
  /** The same for what counts once. */
  readonly piece: string
  /** What it is judged by, in UTC; a claim unless there is a signer. */
  readonly time?: string
  /** Proven; absent where the rule asks for none. */
  readonly signer?: Signer
  /** Absent of what satisfies the rule. */
  readonly flaw?: Flaw
}

/** Evidence that does not satisfy the rule. */
export interface FailedFinding extends Finding {
  readonly flaw: Flaw
}

/** What evidence is judged by. */
export interface Grounds {
  readonly verifications: Verifications
  /** In milliseconds since 1970. */
  readonly now: number
}

/** Returns what the rule makes of evidence of its type on the manifest with the digest. */
export function examine(
  evidence: Evidence,
  subject: Digest,
  rule: Rule,
  grounds: Grounds,
): Finding {
  const claims = claimed(evidence)
  const finding = dated({ evidence, piece: claimedPiece(evidence) }, claims)
  const flaw = contentFlaw(evidence, subject) ?? unlike(rule, claims)
  if (flaw) return { ...finding, flaw }
  if (rule.signedBy) return examineSignatures(finding, subject, rule, rule.signedBy, grounds)
  return flawed(finding, ageFlaw(rule, claims, grounds.now))
}

/** Returns what identifies evidence of which nothing is proven: what was signed, or its manifest. */
export function claimedPiece({ content, digest }: Evidence): string {
  return content === undefined ? `manifest ${digest}` : `content ${content}`
}

function examineSignatures(
  finding: Finding,
  subject: Digest,
  rule: Rule,
  signedBy: SignedBy,
  { verifications, now }: Grounds,
): Finding {
  const { evidence } = finding
  const { proofs, flaw } = proofsOf(evidence, subject, signedBy, verifications)
  const found = proofs.map((proof) => proven(evidence, rule, proof, now))
  const nearest = found.find((each) => !each.flaw) ?? [...found].sort(nearestFirst)[0]
  return nearest ?? flawed(finding, flaw)
}

/** What its signature does not cover is not verified, whoever signed the rest. */
function proven(evidence: Evidence, rule: Rule, proof: Proof, now: number): Finding {
  const { piece, signer, facts } = proof
  const flaw = uncovered(rule, proof)
  if (flaw) return flawed(dated({ evidence, piece }, claimed(evidence)), flaw)
  return flawed(dated({ evidence, piece, signer }, facts), ageFlaw(rule, facts, now))
}

/** Orders by how near to satisfying the rule; then the newest first, then by digest and content. */
export function nearestFirst(a: Finding, b: Finding): number {
  return distance(a) - distance(b) || compare(b.time, a.time) || compare(nameOf(a), nameOf(b))
}

function distance({ flaw }: Finding): number {
  return flaw ? FLAWS.indexOf(flaw.kind) : -1
}

function nameOf({ evidence, piece }: Finding): string {
  return `${evidence.digest} ${piece}`
}

function compare(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function dated(finding: Finding, { times }: Facts): Finding {
  const time = oldestOf(times)
  return { ...finding, ...(time !== undefined && { time }) }
}

function flawed(finding: Finding, flaw: Flaw | undefined): Finding {
  return { ...finding, ...(flaw && { flaw }) }
}
