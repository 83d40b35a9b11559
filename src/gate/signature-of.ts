import type { GraphManifest } from '../graph.ts'
import { digestOf } from '../oci/digest.ts'
import type { Signature, SignatureContent } from '../verify/signature.ts'

/** Every signature of Notation: JWS or COSE (notaryproject/specifications, signature-specification.md). */
export const NOTATION: SignatureContent = { kind: 'unverifiable', what: 'a Notation signature' }

/**
 * Returns the signature about the subject that the holder's manifest has. `key` is the same for the same
 * bytes alone.
 */
export function signatureOf(
  holder: GraphManifest,
  subject: Signature['subject'],
  content: SignatureContent,
  key: string,
): Signature {
  const id = digestOf(Buffer.from(JSON.stringify([subject.digest, content.kind, key])))
  return { id, reference: holder.reference, subject, content }
}
