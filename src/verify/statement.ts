import { isStatementType, STATEMENT_MEDIA_TYPE } from '../documents/in-toto.ts'
import { listenAt } from '../documents/json-paths.ts'
import { at, oneOf, text } from '../documents/wants.ts'
import { type Digest, splitDigest } from '../oci/digest.ts'
import { quoted, Refusal } from './refusal.ts'
import { scanStrictly } from './strict-json.ts'

/**
 * Returns the predicate type of an in-toto statement that is about the digest
 * (in-toto/attestation, spec/v1/statement.md, and v0.1 before it). Only the digest of a subject counts,
 * not its name. Throws a {@link Refusal} if it is no such statement or about something else.
 */
export function predicateTypeOf(statement: Uint8Array, digest: Digest): string {
  const [algorithm, encoded] = splitDigest(digest)
  const type = at('_type', isStatementType).watch()
  const subject = at(`subject[].digest.${algorithm}`, oneOf(encoded)).watch()
  const predicateType = text('predicateType').watch()
  const gatherings = [type, subject, predicateType].flatMap((watch) => watch.gatherings)
  // A name that repeats is refused by the scan.
  scanStrictly(
    'a statement',
    statement,
    listenAt(gatherings, () => undefined),
  )
  if (!type.result())
    throw new Refusal('is an envelope of something other than an in-toto statement')
  if (!subject.result()) throw new Refusal(`is a statement about something other than ${digest}`)
  const found = predicateType.result()
  if (!found) throw new Refusal('is a statement without a predicate type')
  return found
}

/** Throws a {@link Refusal} if the envelope says that its payload is something else than a statement. */
export function assertStatement(payloadType: string): void {
  if (payloadType === STATEMENT_MEDIA_TYPE) return
  throw new Refusal(`is an envelope of ${quoted(payloadType)}, not of an in-toto statement`)
}
