import { type TrustMaterial, Verifier } from '@sigstore/verify'
import type { Entity } from './entity.ts'
import { assertLoggedFor } from './entry-signer.ts'
import { assertLogsEnvelope, isEnvelopeEntry } from './envelope-entry.ts'
import { assertCheckpointed, assertProofsAgree } from './inclusion-proof.ts'
import { assertLogsValid } from './log-validity.ts'
import { assertPast, timesOf } from './proven-time.ts'

/** How many witnesses an entity must have. */
export interface Thresholds {
  readonly ctlogThreshold: number
  readonly tlogThreshold: number
  readonly timestampThreshold: number
}

/**
 * Returns the times by which an entity was signed, in milliseconds since 1970. Throws a Refusal, or what
 * the library throws, unless it is signed, and each of its log entries and timestamps is one of the
 * material's authorities, holds, and is about it; entries also about a signature of one of the signers, a
 * certificate or keys, DER.
 */
export function timesProven(
  entity: Entity,
  signers: readonly Buffer[],
  material: TrustMaterial,
  thresholds: Thresholds,
): readonly number[] {
  const { tlogEntries } = entity
  assertCheckpointed(tlogEntries)
  const ofEnvelope = tlogEntries.filter((entry) => isEnvelopeEntry(entity, entry))
  for (const entry of ofEnvelope) assertLogsEnvelope(entry, entity, material.tlogs)
  // A layer has one entry at most: where that is verified here, none is left for the library to count.
  const tlogThreshold = ofEnvelope.length > 0 ? 0 : thresholds.tlogThreshold
  const others = tlogEntries.filter((entry) => !ofEnvelope.includes(entry))
  new Verifier(material, { ...thresholds, tlogThreshold }).verify({
    ...entity,
    tlogEntries: others,
  })
  assertProofsAgree(tlogEntries)
  assertLoggedFor(tlogEntries, signers)
  const times = timesOf(entity)
  assertLogsValid(tlogEntries, times, material.tlogs)
  assertPast(times)
  return times
}
