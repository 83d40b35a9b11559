import { quote } from '../oci/quote.ts'
import { at, type Complain } from './complaint.ts'
import { readText } from './fields.ts'
import { strangerLike } from './strangers.ts'
import { withinTime } from './time-limit.ts'
import type { Value } from './yaml.ts'

/** Of identities: certificates whose names have another letter are refused (verify/certificate-signer.ts). */
const OTHER_LETTER = /[^!-~]/
/** In classes they may stand, as in `[^ ]+`. */
const CLASSES = /\\[!-~]|\[(?:\\.|[^\\\]])*\]/gs
const LINE_BREAK = /[\n\r\u2028\u2029]/
/** As JavaScript, sed and others write an expression, with its flags; no identity ends in a slash and begins with one. */
const BETWEEN_SLASHES = /^\/.*\/[a-z]*$/

/** Of a few short texts. A pattern that takes longer would take for ever of some identity. */
const MAX_SEARCH_MS = 1_000

/** A pattern that a whole identity must match. */
export interface IdentityPattern {
  /** Anchored at both ends. */
  readonly pattern: RegExp
  /** As written. */
  readonly source: string
}

/**
 * Returns the regular expression that the value is. Throws InputError for one that is none, for one that
 * nobody's identity matches, and for one that anybody's does of those whom the issuer vouches for.
 */
export function readIdentityPattern(value: Value, issuer: string): IdentityPattern {
  const source = readText('identity-pattern', value)
  const complain: Complain = (what, advice) =>
    at(value.position)(`identity-pattern ${quote(source)} ${what}`, advice)
  const pattern = compile(source)
  if (pattern === undefined) {
    throw complain(
      'is not a regular expression',
      'Write one as in JavaScript; it must match the identity from its beginning to its end.',
    )
  }
  requireMatchable(source, complain)
  const search = withinTime(MAX_SEARCH_MS, () => strangerLike(pattern, issuer))
  if (search === undefined) {
    throw complain(
      `takes too long: whether it matches anybody is not known after ${MAX_SEARCH_MS} ms`,
      'Repeat nothing that repeats itself, as in (a+)+.',
    )
  }
  const { value: stranger } = search
  if (stranger === undefined) return { pattern, source }
  throw complain(
    `matches anybody, such as ${quote(stranger)}`,
    'Write out whose identity it must be, as in https://github\\.com/org/app/\\.github/workflows/.+@refs/tags/v.+',
  )
}

function requireMatchable(source: string, complain: Complain): void {
  if (LINE_BREAK.test(source) || OTHER_LETTER.test(source.replaceAll(CLASSES, ''))) {
    throw complain(
      'has white space or a letter in it that no identity has',
      'Write it on one line, without spaces, and where it is a block (|) put it between single quotes.',
    )
  }
  if (!BETWEEN_SLASHES.test(source)) return
  throw complain(
    'stands between slashes, which no identity does',
    'Write the expression without them, and without flags.',
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
