import type { TrustMaterial } from '@sigstore/verify'
import type { Entry } from './entity.ts'
import { Refusal } from './refusal.ts'

type Logs = TrustMaterial['tlogs']

/** Tells whether the entry is one of the log, and the log was valid then, in milliseconds since 1970. */
export function isValidAt(
  { logID, validFor }: Logs[number],
  { logId }: Entry,
  time: number,
): boolean {
  // Both ends included (sigstore/protobuf-specs, protos/sigstore_common.proto, PublicKey).
  const isThen = validFor.start.getTime() <= time && time <= validFor.end.getTime()
  return isThen && logID.equals(logId.keyId)
}

/**
 * Throws a {@link Refusal} unless the log of each entry that tells no time itself was valid at all times by
 * which the entity was signed, in milliseconds since 1970. A time that a log tells with its promise the
 * library has compared; of a proof alone it does not ask.
 */
export function assertLogsValid(
  entries: readonly Entry[],
  times: readonly number[],
  tlogs: Logs,
): void {
  for (const entry of entries.filter(({ inclusionPromise }) => inclusionPromise === undefined)) {
    if (!times.every((time) => tlogs.some((tlog) => isValidAt(tlog, entry, time)))) {
      throw new Refusal('has an entry of a log that was not valid at that time')
    }
  }
}
