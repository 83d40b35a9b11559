import { quote } from '../oci/quote.ts'
import { at } from './complaint.ts'
import { readText } from './fields.ts'
import type { Value } from './yaml.ts'

/**
 * Identities of the forms that Fulcio gives out to anybody (sigstore/fulcio, docs/oidc.md), and none at
 * all. No policy means people whom it does not name.
 */
const STRANGERS = [
  'nobody-you-know',
  'nobody-you-know@nowhere.invalid',
  'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/heads/main',
  'https://github.com/nobody-you-know/nothing-you-know/.github/workflows/release.yml@refs/tags/v1.0.0',
  'https://gitlab.com/nobody-you-know/nothing-you-know//.gitlab-ci.yml@refs/heads/main',
  '',
]

/** A pattern that a whole identity must match. */
export interface IdentityPattern {
  /** Anchored at both ends. */
  readonly pattern: RegExp
  /** As written. */
  readonly source: string
}

/**
 * Returns the regular expression that the value is. Throws InputError for one that is none, and for one
 * that anybody's identity matches.
 */
export function readIdentityPattern(value: Value): IdentityPattern {
  const source = readText('identity-pattern', value)
  const pattern = compile(source)
  const complain = at(value.position)
  if (pattern === undefined) {
    throw complain(
      `identity-pattern ${quote(source)} is not a regular expression`,
      'Write one as in JavaScript; it must match the identity from its beginning to its end.',
    )
  }
  const stranger = STRANGERS.find((identity) => pattern.test(identity))
  if (stranger === undefined) return { pattern, source }
  throw complain(
    `identity-pattern ${quote(source)} matches anybody, such as ${quote(stranger)}`,
    'Write out whose identity it must be, as in https://github\\.com/org/app/\\.github/workflows/.+@refs/tags/v.+',
  )
}

function compile(source: string): RegExp | undefined {
  return compileAs(source, 'u') ?? compileAs(source, '')
}

/** What is no expression by itself must not become one between the anchors: `a)|(?:b`. */
function compileAs(source: string, flags: string): RegExp | undefined {
  try {
    new RegExp(source, flags)
    return new RegExp(`^(?:${source})$`, flags)
  } catch {
    return undefined
  }
}
