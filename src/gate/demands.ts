import type { Digest } from '../oci/digest.ts'
import type { Rule } from '../policy/policy.ts'
import { type Age, ageOf } from './age.ts'
import type { Evidence } from './evidence.ts'
import type { Facts } from './facts.ts'
import type { Flaw } from './flaw.ts'
import type { Proof } from './proofs.ts'
import { isOfType } from './rule-type.ts'
import { brief, formatSigner, formatSpan, shortDigest } from './words.ts'

/** Enough to see that a statement is about something else. */
const MAX_DIGESTS = 2

/** Returns why evidence on the manifest with the digest can satisfy no rule at all, if it cannot. */
export function contentFlaw(
  { unreadable, own, about, predicateType }: Evidence,
  subject: Digest,
): Flaw | undefined {
  if (unreadable !== undefined) return content(`cannot be read: ${brief(unreadable)}`)
  if (own?.content.kind === 'undecodable') {
    return content(`cannot be read: ${brief(own.content.why)}`)
  }
  const isStatement = predicateType !== undefined || about.length > 0
  if (!isStatement || about.includes(subject)) return undefined
  const others = about.slice(0, MAX_DIGESTS).map(shortDigest)
  return content(
    others.length > 0
      ? `is a statement about ${others.join(', ')}${about.length > others.length ? ', …' : ''}`
      : 'is a statement about no manifest',
  )
}

/** Returns what of that which the rule names is not so by these facts, if anything. */
export function unlike(rule: Rule, facts: Facts): Flaw | undefined {
  const { predicateType } = rule
  if (predicateType !== undefined && facts.predicateType !== predicateType) {
    const actual =
      facts.predicateType === undefined
        ? 'no predicate type'
        : `predicate type ${brief(facts.predicateType)}`
    return { kind: 'predicate-type', why: `has ${actual}` }
  }
  const differing = Object.entries(rule.annotations).find(
    ([key, value]) => annotation(facts, key) !== value,
  )
  if (!differing) return undefined
  const [key] = differing
  const actual = annotation(facts, key)
  const what = actual === undefined ? `no annotation ${key}` : `${key}=${brief(actual)}`
  return { kind: 'annotations', why: `has ${what}` }
}

/** What objects inherit is none. */
function annotation({ annotations }: Facts, key: string): string | undefined {
  return Object.hasOwn(annotations, key) ? annotations[key] : undefined
}

/** Returns what of that which the rule names the signature does not prove, if anything. */
export function uncovered(rule: Rule, { facts, signer }: Proof): Flaw | undefined {
  const what = isOfType(rule.type, facts) ? unlike(rule, facts)?.kind : 'type'
  if (what === undefined) return undefined
  const whose = formatSigner(signer)
  return {
    kind: 'not-covered',
    why: `has a signature of ${whose}, which does not cover its ${what.replace('-', ' ')}: sign its manifest too`,
  }
}

/** Returns why what has these facts at the time `now` is not as fresh as the rule asks, if it is not. */
export function ageFlaw(
  { maxAge, signedBy }: Rule,
  { times }: Facts,
  now: number,
): Flaw | undefined {
  if (!maxAge) return undefined
  const age = ageOf(times, now)
  if (age.kind === 'past' && age.milliseconds <= maxAge.milliseconds) return undefined
  const undated = signedBy ? 'has no time that its signature proves' : 'has no time of creation'
  return { kind: 'age', why: age.kind === 'undated' ? undated : ageClause(age) }
}

function content(why: string): Flaw {
  return { kind: 'content', why }
}

function ageClause(age: Exclude<Age, { kind: 'undated' }>): string {
  switch (age.kind) {
    case 'unreadable':
      return `has a time that cannot be read: ${brief(age.text)}`
    case 'future':
      return `is dated in the future (${age.time})`
    case 'past':
      return `is ${formatSpan(age.milliseconds)} old (${age.time})`
  }
}
