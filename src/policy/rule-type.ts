import { closest } from '../oci/closest.ts'
import { isMediaType } from '../oci/media-types.ts'
import { quote } from '../oci/quote.ts'
import type { Complain } from './complaint.ts'
import { ALIASES, type RuleType } from './policy.ts'

const ADVICE = `Write ${ALIASES.join(', ')}, or an artifact type in full, as in application/spdx+json.`

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
/** Of a media type (RFC 9110, 5.6.6): those of older Sigstore bundles have some. */
const parameters = new RegExp(`^(?: *; *${token}=(?:${token}|"[^"\\\\]*"))*$`)

/** Returns what a rule asks for by that text. Throws `complain` for what is neither alias nor artifact type. */
export function parseRuleType(text: string, complain: Complain): RuleType {
  const alias = ALIASES.find((each) => each === text)
  if (alias !== undefined) return { kind: 'alias', alias }
  if (isArtifactType(text)) return { kind: 'artifact-type', artifactType: text }
  if (text.trim() === '') throw complain('the type is empty', ADVICE)
  if (/^https?:/.test(text)) {
    throw complain(
      `${quote(text)} is no artifact type`,
      'If it is a predicate type, write type: attestation, and this under predicate-type.',
    )
  }
  if (/[\s,]/.test(text.trim()) && !text.includes('/')) {
    throw complain(`${quote(text)} is no type`, 'Write several types as a list, each after a dash.')
  }
  if (text.includes('/')) throw complain(`${quote(text)} is no artifact type`, ADVICE)
  const meant = closest(text.toLowerCase(), ALIASES)
  throw complain(
    `${quote(text)} is no kind of evidence`,
    meant === undefined ? ADVICE : `Did you mean ${meant}? ${ADVICE}`,
  )
}

function isArtifactType(text: string): boolean {
  const [type = ''] = text.split(';', 1)
  return isMediaType(type.trimEnd()) && parameters.test(text.slice(type.trimEnd().length))
}
