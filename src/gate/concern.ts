import type { Policy, Rule } from '../policy/policy.ts'
import type { Signature } from '../verify/signature.ts'
import type { Evidence, JudgedImage, JudgedManifest } from './evidence.ts'
import { claimed } from './facts.ts'
import { isOfType } from './rule-type.ts'

/**
 * Returns the rules as they matter at a platform's manifest. Of one about the subject alone only its type
 * does: if it is denied, a reason says what there is at the platforms.
 */
export function rulesAtPlatforms(policy: Policy): Policy {
  return policy.map((rule): Rule => {
    const { type, count, platform } = rule
    return platform === 'each' ? rule : { type, count, platform, annotations: {} }
  })
}

/** Returns the rules that ask for evidence of this type. */
export function rulesFor(evidence: Evidence, rules: Policy): Policy {
  const claims = claimed(evidence)
  return rules.filter(({ type }) => isOfType(type, claims))
}

/** Returns those of the rules for which signatures of the evidence must be verified. */
export function signedRulesFor(evidence: Evidence, rules: Policy): Policy {
  if (evidence.unreadable !== undefined) return []
  return rulesFor(evidence, rules).filter(({ signedBy }) => signedBy)
}

/** Returns the signatures on which a rule could depend. */
export function signaturesFor(
  images: readonly JudgedImage[],
  policy: Policy,
): readonly Signature[] {
  const atPlatforms = rulesAtPlatforms(policy)
  return images.flatMap((image) => [
    ...signaturesOf(image, policy),
    ...image.platforms.flatMap((platform) => signaturesOf(platform, atPlatforms)),
  ])
}

function signaturesOf({ evidence }: JudgedManifest, rules: Policy): readonly Signature[] {
  return evidence
    .filter((each) => signedRulesFor(each, rules).length > 0)
    .flatMap(({ own, attached }) => [...(own ? [own] : []), ...attached])
}
