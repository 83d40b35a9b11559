import { formatPlatform } from '../oci/platform.ts'
import type { Policy, Rule, RuleType } from '../policy/policy.ts'
import type { Evidence, JudgedImage, JudgedManifest } from './evidence.ts'
import type { Finding, Grounds } from './finding.ts'
import { type Findings, judge, ofType } from './judge.ts'
import type { Verifications } from './proofs.ts'
import { denyReason, type Elsewhere, passReason, unnamedReason } from './reasons.ts'
import type { Match, Report, RuleVerdict } from './report.ts'

/** The most matches that are told of a rule: the reason has the number of all, the graph has the rest. */
export const MAX_MATCHES = 100

/**
 * Returns what becomes of the policy by the evidence on the images and what was verified of it, at the
 * time `now` in milliseconds since 1970. A rule passes at a manifest only if as many pieces of evidence
 * as it asks for are all that it names; the policy passes only if every rule does everywhere.
 *
 * Throws RangeError if there is no image, no rule, or a rule that no evidence at all would satisfy: they
 * would be passed without proof.
 */
export function evaluate(
  images: readonly JudgedImage[],
  policy: Policy,
  verifications: Verifications,
  now: number,
): Report {
  const [first] = images
  if (!first) throw new RangeError('there is no image to judge')
  if (policy.length === 0) throw new RangeError('there is no rule to judge by')
  const grounds = { verifications, now }
  const rules = images.flatMap((image) =>
    policy.flatMap((rule) => [
      ...placesOf(rule, image).map((place) => verdictAt(place, rule, grounds)),
      ...verdictOnUnnamed(rule, image),
    ]),
  )
  const isPassed = rules.every(({ verdict }) => verdict === 'passed')
  return { verdict: isPassed ? 'passed' : 'denied', subject: first.reference, rules }
}

/** A manifest at which a rule is judged, with the evidence that counts there. */
interface Place {
  readonly manifest: JudgedManifest
  readonly evidence: readonly Evidence[]
  /** Evidence that does not count there, though it is near. */
  readonly elsewhere: { readonly place: Elsewhere['place']; readonly evidence: readonly Evidence[] }
}

/**
 * For `platform: each` every platform, where what is on the index counts too if its statement names the
 * platform's manifest; an image without platforms is its own. Else the subject alone.
 */
function placesOf(rule: Rule, image: JudgedImage): readonly Place[] {
  const { platforms, evidence } = image
  if (rule.platform === 'subject' || platforms.length === 0) {
    const below = platforms.flatMap((platform) => platform.evidence)
    return [{ manifest: image, evidence, elsewhere: { place: 'platforms', evidence: below } }]
  }
  return platforms.map((manifest) => {
    const about = evidence.filter((each) => each.about.includes(manifest.digest))
    return {
      manifest,
      evidence: [...manifest.evidence, ...about],
      elsewhere: { place: 'index', evidence },
    }
  })
}

/** Nothing tells who runs a manifest of no platform, so nothing that it carries would be enough. */
function verdictOnUnnamed(
  { type, platform }: Rule,
  { reference, unnamed }: JudgedImage,
): readonly RuleVerdict[] {
  if (platform !== 'each' || unnamed.length === 0) return []
  const reason = unnamedReason(unnamed)
  return [{ rule: nameOf(type), subject: reference, verdict: 'denied', reason, matches: [] }]
}

function verdictAt(
  { manifest, evidence, elsewhere }: Place,
  rule: Rule,
  grounds: Grounds,
): RuleVerdict {
  if (!(rule.count >= 1)) throw new RangeError(`a rule asks for ${rule.count} pieces of evidence`)
  const { type } = rule
  const { digest, reference, platform } = manifest
  const findings = judge(rule, digest, evidence, grounds)
  const isPassed = findings.counting.length >= rule.count
  const near = { place: elsewhere.place, count: ofType(rule, elsewhere.evidence).length }
  return {
    rule: nameOf(type),
    subject: reference,
    ...(platform && { platform: formatPlatform(platform) }),
    verdict: isPassed ? 'passed' : 'denied',
    reason: isPassed
      ? passReason(rule, findings, grounds.now)
      : denyReason(rule, findings, digest, near),
    matches: matchesOf(findings, isPassed),
  }
}

function nameOf(type: RuleType): string {
  return type.kind === 'alias' ? type.alias : type.artifactType
}

/** Of a rule that has passed, what it rests on; of one that is denied, all that was found. */
function matchesOf({ counting, failing }: Findings, isPassed: boolean): readonly Match[] {
  return (isPassed ? counting : [...counting, ...failing]).slice(0, MAX_MATCHES).map(match)
}

function match({ evidence, time, signer }: Finding): Match {
  const { reference, artifactType } = evidence
  return {
    reference,
    artifactType,
    state: signer ? 'verified' : 'present',
    ...(signer && { signer }),
    ...(time !== undefined && { created: time }),
  }
}
