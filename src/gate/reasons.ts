import { counted, formatCount } from '../oci/counted.ts'
import { formatSignedBy } from '../policy/format.ts'
import type { Rule } from '../policy/policy.ts'
import type { FailedFinding } from './finding.ts'
import type { Findings } from './judge.ts'
import { adviceOf, countedOf, nounOf } from './rule-type.ts'
import { formatSpan, shortDigest } from './words.ts'

/** As many as anybody reads; ten thousand junk signatures must not bury what is said of one. */
const MAX_NAMED = 3

/** Where there is evidence that a rule does not look at, though people expect it to, and how much. */
export interface Elsewhere {
  readonly place: 'platforms' | 'index'
  readonly count: number
}

/** Returns why a rule has passed at the time `now`. */
export function passReason(rule: Rule, { counting }: Findings, now: number): string {
  const state = rule.signedBy ? 'verified' : 'present'
  const time = rule.maxAge && counting[0]?.time
  const age = time && `; the newest is ${formatSpan(now - Date.parse(time))} old (${time})`
  return `${[`${countedOf(rule.type, counting.length)} ${state}`, ...demandsOf(rule)].join(', ')}${age ?? ''}`
}

/** Returns why a rule is denied at the manifest with the digest: what there is, and what is missing. */
export function denyReason(
  rule: Rule,
  { present, counting, failing }: Findings,
  subject: string,
  elsewhere: Elsewhere,
): string {
  if (present === 0) return absence(rule, subject, elsewhere)
  const demands = demandsOf(rule).join(', ') || (failing.length > 0 ? 'that can count' : '')
  const some = counting.length === 0 ? 'none' : formatCount(counting.length)
  const needed = rule.count > 1 ? [`${formatCount(rule.count)} needed`] : []
  const why = few(failing, clause).join('; ')
  const parts = [
    `${countedOf(rule.type, present)} present`,
    ...(demands === '' ? [] : [`${some} ${demands}`]),
    ...needed,
  ]
  return `${parts.join(', ')}${why && `: ${why}`}`
}

/** Returns why a rule about each platform is denied for manifests of which no platform is known. */
export function unnamedReason(digests: readonly string[]): string {
  const named = few(digests, shortDigest)
  const count = counted(digests.length, 'manifest')
  return `the index has ${count} without a platform (${named.join(', ')}), which clients may run on any: name the platform of each in the index, or ask with platform: subject`
}

/** Returns the first of them in words, and how many there are besides. */
function few<T>(all: readonly T[], words: (each: T) => string): readonly string[] {
  const hidden = all.length - MAX_NAMED
  const others = hidden > 0 ? [`and ${formatCount(hidden)} more`] : []
  return [...all.slice(0, MAX_NAMED).map((each) => words(each)), ...others]
}

function absence(rule: Rule, subject: string, { place, count }: Elsewhere): string {
  const none = `no ${nounOf(rule.type)} is attached to ${shortDigest(subject)}`
  if (count === 0) return `${none}: ${adviceOf(rule)}`
  const found = countedOf(rule.type, count)
  const near =
    place === 'platforms'
      ? `its platforms have ${found}, which platform: each asks for`
      : `its index has ${found}, but no statement about it`
  return `${none} (${near}): ${adviceOf(rule)}`
}

function clause({ evidence, flaw }: FailedFinding): string {
  return `${shortDigest(evidence.digest)} ${flaw.why}`
}

/** What a rule asks of evidence of its type. */
function demandsOf({ predicateType, annotations, signedBy, maxAge }: Rule): readonly string[] {
  const pairs = Object.entries(annotations).map(([key, value]) => `${key}=${value}`)
  return [
    ...(predicateType === undefined ? [] : [`with predicate type ${predicateType}`]),
    ...(pairs.length === 0 ? [] : [`with ${pairs.join(' and ')}`]),
    ...(signedBy ? [`signed by ${formatSignedBy(signedBy)}`] : []),
    ...(maxAge ? [`at most ${maxAge.text} old`] : []),
  ]
}
