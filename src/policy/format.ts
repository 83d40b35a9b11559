import type { Rule, RuleType, SignedBy } from './policy.ts'

/**
 * Returns the rule in words, on the words it was written with: `2 sbom, at most 30d old, signed by the
 * key cosign.pub, on each platform`. It is not escaped.
 */
export function formatRule(rule: Rule): string {
  const { type, count, predicateType, annotations, maxAge, signedBy, platform } = rule
  const pairs = Object.entries(annotations).map(([key, value]) => `${key}=${value}`)
  return [
    count === 1 ? formatType(type) : `${count} ${formatType(type)}`,
    ...(predicateType === undefined ? [] : [`of predicate type ${predicateType}`]),
    ...(pairs.length > 0 ? [`annotated ${pairs.join(' and ')}`] : []),
    ...(maxAge ? [`at most ${maxAge.text} old`] : []),
    ...(signedBy ? [`signed by ${formatSignedBy(signedBy)}`] : []),
    ...(platform === 'each' ? ['on each platform'] : []),
  ].join(', ')
}

/** Returns who must have signed, in words: `the key cosign.pub`. It is not escaped. */
export function formatSignedBy(signedBy: SignedBy): string {
  switch (signedBy.kind) {
    case 'key':
      return `the key ${signedBy.key.name}`
    case 'identity':
      return `${signedBy.identity} (issuer ${signedBy.issuer})`
    case 'identity-pattern':
      return `an identity like ${signedBy.source} (issuer ${signedBy.issuer})`
  }
}

function formatType(type: RuleType): string {
  return type.kind === 'alias' ? type.alias : type.artifactType
}
