import { withoutParameters } from '../oci/media-types.ts'
import type { RuleType } from './policy.ts'
import type { WrittenRule, WrittenSignedBy } from './written.ts'

/** Returns a text that is the same for rules that ask for the same, however they are written. */
export function demandOf(rule: WrittenRule): string {
  const { type, count, maxAge, platform, predicateType, annotations, signedBy } = rule
  return JSON.stringify([
    typeOf(type),
    count,
    maxAge?.milliseconds,
    platform,
    predicateType,
    Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)),
    signedBy && signerOf(signedBy),
  ])
}

function typeOf(type: RuleType): string {
  if (type.kind === 'alias') return type.alias
  const { artifactType } = type
  const [, ...parameters] = artifactType.split(';')
  return [withoutParameters(artifactType), ...parameters.map((each) => each.trim())].join(';')
}

function signerOf(signedBy: WrittenSignedBy): readonly string[] {
  switch (signedBy.kind) {
    case 'key':
      return [signedBy.key.text]
    case 'identity':
      return [signedBy.issuer, signedBy.identity]
    case 'identity-pattern':
      return [signedBy.issuer, signedBy.source, signedBy.kind]
  }
}
