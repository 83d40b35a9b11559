import { counted } from '../oci/counted.ts'
import { splitDigest } from '../oci/digest.ts'
import type { Signer } from '../verify/signature.ts'

/** As long as an identity of a workflow may reasonably be; whoever may push chooses most texts. */
const MAX_TEXT = 300
/** As in the folders that `pull` makes: enough to find it by among the matches. */
const DIGEST_DIGITS = 12

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Returns the digest in short: its algorithm and its first 12 digits. */
export function shortDigest(digest: string): string {
  const [algorithm, encoded] = splitDigest(digest)
  return `${algorithm}:${encoded.slice(0, DIGEST_DIGITS)}`
}

/** Returns a text that somebody else chose, cut if it is long; it is not escaped. */
export function brief(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text
}

/** Returns a span of milliseconds as people say it, rounded down: `45 days`. */
export function formatSpan(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return counted(Math.floor(milliseconds / DAY), 'day')
  if (milliseconds >= 2 * HOUR) return counted(Math.floor(milliseconds / HOUR), 'hour')
  return counted(Math.max(0, Math.floor(milliseconds / MINUTE)), 'minute')
}

/** Returns who signed, as a reason names them. */
export function formatSigner(signer: Signer): string {
  return signer.kind === 'key'
    ? `the key ${brief(signer.name)}`
    : `${brief(signer.identity)} (issuer ${brief(signer.issuer)})`
}
