import type { Bundle } from '@sigstore/bundle'
import { Refusal } from './refusal.ts'

/** As many as sigstore-go takes (internal/limits/limits.go); honest signatures have one or two. */
const MAX_ENTRIES = 32
const MAX_TIMESTAMPS = 32
/** Certificates of Fulcio have about 2 KiB, timestamps with their chain 6 KiB, entries with one 10 KiB. */
const MAX_BYTES = 64 * 1024
/** A checkpoint has some 300 bytes, and 100 more for each witness. */
const MAX_CHECKPOINT = 16 * 1024
/** Digits of a 64 bit number: longer ones take time in the square of their length. */
const MAX_DIGITS = 20

/**
 * Throws a {@link Refusal} if what a signature is verified by is more than any honest one needs: who
 * may push must not choose how long a verification takes.
 */
export function assertWithinLimits(material: Bundle['verificationMaterial']): void {
  const { content, tlogEntries, timestampVerificationData } = material
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? []
  if (tlogEntries.length > MAX_ENTRIES) throw tooMuch(`more than ${MAX_ENTRIES} log entries`)
  if (timestamps.length > MAX_TIMESTAMPS) throw tooMuch(`more than ${MAX_TIMESTAMPS} timestamps`)
  const sizes = [
    leafOf(content).length,
    ...timestamps.map(({ signedTimestamp }) => signedTimestamp.length),
    ...tlogEntries.map(({ canonicalizedBody }) => canonicalizedBody.length),
  ]
  assertSize(Math.max(...sizes))
  if (tlogEntries.some(isOversized)) throw tooMuch('a log entry with a proof that is too long')
}

/**
 * Throws a {@link Refusal} if a certificate, timestamp or log entry of so many bytes is more than any honest
 * one: also where one has to be read before there is a bundle.
 */
export function assertSize(bytes: number): void {
  if (bytes <= MAX_BYTES) return
  throw tooMuch(`a certificate, timestamp or log entry of more than ${MAX_BYTES} bytes`)
}

type Material = Bundle['verificationMaterial']

/** Only the leaf of a chain is ever looked at: the rest is the trusted root's. */
function leafOf(content: Material['content']): Buffer {
  const none = Buffer.alloc(0)
  switch (content.$case) {
    case 'certificate':
      return content.certificate.rawBytes
    case 'x509CertificateChain':
      return content.x509CertificateChain.certificates[0]?.rawBytes ?? none
    case 'publicKey':
      return none
  }
}

function isOversized({ inclusionProof }: Material['tlogEntries'][number]): boolean {
  if (inclusionProof === undefined) return false
  const { checkpoint, logIndex } = inclusionProof
  const [, size = ''] = checkpoint?.envelope.split('\n', 2) ?? []
  return (
    (checkpoint?.envelope.length ?? 0) > MAX_CHECKPOINT ||
    Math.max(logIndex.length, size.length) > MAX_DIGITS
  )
}

function tooMuch(what: string): Refusal {
  return new Refusal(`has ${what}`)
}
