import type { Annotations } from '../oci/annotations.ts'
import { readAll, readEach } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { at } from './complaint.ts'
import { contradictionsIn } from './contradictions.ts'
import { describe, readField, readText, readWord, requireKnownKeys } from './fields.ts'
import { readMaxAge } from './max-age.ts'
import type { Rule, RuleType } from './policy.ts'
import { parseRuleType } from './rule-type.ts'
import { readSignedBy } from './signed-by.ts'
import type { WrittenRule } from './written.ts'
import type { Mapping, Value } from './yaml.ts'

/** As many as a graph has manifests at most (discover/walk.ts): more are never found. */
export const MAX_COUNT = 20_000

const KEYS = [
  'type',
  'count',
  'max-age',
  'platform',
  'predicate-type',
  'annotations',
  'signed-by',
] as const

/** Returns the rule that the mapping is. Throws InputError or InputProblems for all that is wrong with it. */
export function readRule(mapping: Mapping): WrittenRule {
  const { type, count, maxAge, platform, predicateType, annotations, signedBy } = readAll({
    keys: () => requireKnownKeys(mapping, 'a rule', KEYS),
    type: () => readType(mapping),
    count: () => readField(mapping, 'count', readCount) ?? 1,
    maxAge: () => readField(mapping, 'max-age', readMaxAge),
    platform: () => readField(mapping, 'platform', readPlatform) ?? 'subject',
    predicateType: () => readField(mapping, 'predicate-type', readPredicateType),
    annotations: () => readField(mapping, 'annotations', readAnnotations) ?? {},
    signedBy: () => readField(mapping, 'signed-by', readSignedBy),
  })
  const rule: WrittenRule = {
    type,
    count,
    ...(maxAge && { maxAge }),
    platform,
    ...(predicateType !== undefined && { predicateType }),
    annotations,
    ...(signedBy && { signedBy }),
  }
  readEach(contradictionsIn(rule), ({ key, what, advice }) => {
    const entry = mapping.entries.find((each) => each.key === key)
    throw at((entry ?? mapping).position)(what, advice)
  })
  return rule
}

function readType(mapping: Mapping): RuleType {
  const type = readField(mapping, 'type', (value) =>
    parseRuleType(readText('type', value), at(value.position)),
  )
  if (type) return type
  throw at(mapping.position)('the rule has no type', 'Say what it asks for, as in type: sbom.')
}

function readCount(value: Value): number {
  const count = value.kind === 'scalar' ? value.value : undefined
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MAX_COUNT) {
    return count
  }
  throw at(value.position)(
    `count is ${describe(value)}, not a whole number from 1 to ${MAX_COUNT}`,
    'Leave it out for 1; to ask for nothing, leave out the rule.',
  )
}

function readPlatform(value: Value): Rule['platform'] {
  const platform = value.kind === 'scalar' ? value.value : undefined
  if (platform === 'subject' || platform === 'each') return platform
  throw at(value.position)(
    `platform is ${describe(value)}, neither subject nor each`,
    'Write each to ask it of every platform; subject, the default, asks it of the image as named.',
  )
}

/** A URI (in-toto/attestation, spec/v1/statement.md); cosign 1 wrote some without their scheme. */
function readPredicateType(value: Value): string {
  const predicateType = readWord('predicate-type', value)
  if (/[:/]/.test(predicateType)) return predicateType
  throw at(value.position)(
    `predicate-type is ${quote(predicateType)}, not a URI`,
    'Write it in full and with its version, as in https://slsa.dev/provenance/v1.',
  )
}

function readAnnotations(value: Value): Annotations {
  if (value.kind !== 'mapping' || value.entries.length === 0) {
    throw at(value.position)(
      `annotations is ${value.kind === 'mapping' ? 'empty' : describe(value)}, not a mapping of names to texts`,
      "Write a line for each, as in org.example.stage: 'release', or leave it out.",
    )
  }
  return Object.fromEntries(
    readEach(value.entries, ({ key, position, value: text }) => {
      if (key === '')
        throw at(position)('an annotation has no name', 'Write its name before the colon.')
      return [key, readAnnotation(key, text)] as const
    }),
  )
}

/** The manifest may have the annotation with nothing in it, if it is written as such. */
function readAnnotation(key: string, value: Value): string {
  if (value.kind === 'scalar' && value.value === '') return ''
  return readText(`annotation ${quote(key)}`, value)
}
