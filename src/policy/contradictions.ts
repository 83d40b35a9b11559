import { quote } from '../oci/quote.ts'
import {
  aliasesOfPredicateType,
  isNotationType,
  mayBeStatement,
  predicateTypesOf,
} from './aliases.ts'
import type { RuleType } from './policy.ts'
import type { WrittenRule } from './written.ts'

/** Why nothing can satisfy a rule. */
export interface Contradiction {
  /** What of the rule is to blame. */
  readonly key: 'predicate-type' | 'signed-by'
  readonly what: string
  readonly advice: string
}

/** Returns why nothing at all can satisfy the rule; nothing if something can. */
export function contradictionsIn({
  type,
  predicateType,
  signedBy,
}: Pick<WrittenRule, 'type' | 'predicateType' | 'signedBy'>): readonly Contradiction[] {
  return [
    ...(predicateType === undefined ? [] : predicateContradictions(type, predicateType)),
    ...(signedBy ? signerContradictions(type) : []),
  ]
}

function predicateContradictions(type: RuleType, predicateType: string): readonly Contradiction[] {
  const key = 'predicate-type'
  if (type.kind === 'artifact-type') {
    if (mayBeStatement(type.artifactType)) return []
    const what = `an artifact of type ${type.artifactType} has no predicate`
    return [{ key, what, advice: 'Leave predicate-type out, or ask for type: attestation.' }]
  }
  const { alias } = type
  if (alias === 'signature') {
    const what = 'a signature has no predicate that says anything'
    return [{ key, what, advice: 'Leave predicate-type out, or ask for type: attestation.' }]
  }
  if (aliasesOfPredicateType(predicateType).includes(alias)) return []
  const what = `predicate-type ${quote(predicateType)} is not that of type ${alias}`
  const families = predicateTypesOf(alias)
  const advice =
    families.length === 0
      ? 'It is that of what cosign sign makes: ask for type: signature.'
      : `Those begin with ${families.join(' or ')}. For any other, ask for type: attestation.`
  return [{ key, what, advice }]
}

function signerContradictions(type: RuleType): readonly Contradiction[] {
  if (type.kind !== 'artifact-type' || !isNotationType(type.artifactType)) return []
  const what = 'signatures of Notation cannot be verified yet'
  const advice = 'Leave signed-by out to ask only that one is present, or ask for type: signature.'
  return [{ key: 'signed-by', what, advice }]
}
