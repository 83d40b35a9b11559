import { VerificationError } from '@sigstore/verify'
import { quoted, Refusal } from './refusal.ts'

/** What the library says (@sigstore/verify 4.1) and what it means to who reads a report. */
const MEANINGS = new Map([
  ['duplicate tlog entry', 'has the same log entry twice'],
  ['duplicate timestamp', 'has the same timestamp twice'],
  [
    'certificate is not valid or expired at the specified date',
    'is signed with a certificate that was not valid at that time',
  ],
  [
    'Failed to verify certificate chain',
    'is signed with a certificate that no authority of the trusted root issued',
  ],
  [
    'SCT verification failed',
    'is signed with a certificate that a certificate transparency log of the trusted root has not seen',
  ],
  [
    'expected 1 SCTs, got 0',
    'is signed with a certificate that is in no certificate transparency log',
  ],
  [
    'timestamp could not be verified',
    'has a timestamp that no authority of the trusted root made of it',
  ],
])

/** What else goes wrong, by the library's code; its own words follow. */
const MEANINGS_OF_CODE = new Map([
  ['TIMESTAMP_ERROR', 'has nothing that proves when it was signed'],
  ['CERTIFICATE_ERROR', 'is signed with a certificate that cannot be verified'],
  ['TLOG_INCLUSION_PROMISE_ERROR', 'has a log entry that its log has not promised'],
  ['TLOG_INCLUSION_PROOF_ERROR', 'has a log entry that its log has not proven'],
  ['TLOG_MISSING_INCLUSION_ERROR', 'has a log entry that its log has neither promised nor proven'],
  ['TLOG_BODY_ERROR', 'has a log entry that is about something else'],
])

/**
 * Returns why a signature is refused, a clause that follows its reference, whatever was thrown. What
 * nobody expects to be thrown is the same as a signature that does not hold.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  const words = quoted(error instanceof Error ? error.message : String(error))
  if (!(error instanceof VerificationError)) return `cannot be verified: ${words}`
  const { cause, code }: { readonly cause: unknown; readonly code: string } = error
  const meaning =
    (cause instanceof Error && MEANINGS.get(cause.message)) || MEANINGS.get(error.message)
  return meaning ?? `${MEANINGS_OF_CODE.get(code) ?? 'cannot be verified'} (${words})`
}
