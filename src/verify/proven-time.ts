import type { SignedEntity } from '@sigstore/verify'
import { MAX_CLOCK_SKEW } from '../policy/clock-skew.ts'
import { Refusal } from './refusal.ts'

/**
 * Returns the times by which an entity was signed, in milliseconds since 1970; they are proven where the
 * library has verified it.
 *
 * A log signs its time together with its promise of an entry. Without a promise `integratedTime` is
 * signed by nobody (CVE-2026-48816) and no time at all.
 */
export function timesOf({ timestamps }: SignedEntity): readonly number[] {
  return timestamps.flatMap((timestamp) => {
    if (timestamp.$case === 'timestamp-authority')
      return [timestamp.timestamp.signingTime.getTime()]
    const { inclusionPromise, integratedTime } = timestamp.tlogEntry
    return inclusionPromise ? [Number(integratedTime) * 1000] : []
  })
}

/** Throws a {@link Refusal} if one of the times is yet to come. */
export function assertPast(times: readonly number[]): void {
  const late = times.find((time) => time > Date.now() + MAX_CLOCK_SKEW)
  if (late === undefined) return
  throw new Refusal(`was signed in the future, at ${new Date(late).toISOString()}`)
}
