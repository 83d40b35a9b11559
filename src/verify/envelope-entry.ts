import { createHash, verify } from 'node:crypto'
import type { TrustMaterial } from '@sigstore/verify'
import { isObject, parseJson } from '../oci/json.ts'
import { hashesOf } from './algorithms.ts'
import type { Entity, Entry } from './entity.ts'
import { isValidAt } from './log-validity.ts'
import { Refusal } from './refusal.ts'

/*
 * Before 2.2 cosign logged the envelopes at its tag `.att` as `intoto` 0.0.1 (sigstore/cosign#3113), which
 * has no signature, but the hash of the whole envelope as it was sent and is kept
 * (sigstore/rekor, pkg/types/intoto/v0.0.1/entry.go; sigstore/cosign, pkg/cosign/verify.go, VerifyBundle).
 * The library cannot read it. Bundles never have one: their envelope has no text of its own.
 */

/** Tells whether the log entry is one of an envelope as it is stored, and that of the entity is. */
export function isEnvelopeEntry({ envelope }: Entity, { kindVersion }: Entry): boolean {
  return envelope !== undefined && kindVersion.kind === 'intoto' && kindVersion.version === '0.0.1'
}

/**
 * Throws a {@link Refusal} unless a log of these has promised the entry, while it was valid, and the entry is
 * about the entity's envelope and payload. Whose signature it is about is for `assertLoggedFor` to say.
 */
export function assertLogsEnvelope(
  entry: Entry,
  entity: Entity,
  tlogs: TrustMaterial['tlogs'],
): void {
  if (!tlogs.some((tlog) => isPromised(entry, tlog))) {
    throw new Refusal('has a log entry that its log has not promised')
  }
  if (!isAbout(entity, parseJson(entry.canonicalizedBody))) {
    throw new Refusal('has a log entry that is about something else')
  }
}

/** A log signs canonical JSON (RFC 8785) with these names, in the order of their code units. */
function isPromised(entry: Entry, tlog: TrustMaterial['tlogs'][number]): boolean {
  const { canonicalizedBody, inclusionPromise, integratedTime, logId, logIndex } = entry
  if (!inclusionPromise || !isValidAt(tlog, entry, Number(integratedTime) * 1000)) return false
  const promise = JSON.stringify({
    body: canonicalizedBody.toString('base64'),
    integratedTime: Number(integratedTime),
    logID: logId.keyId.toString('hex'),
    logIndex: Number(logIndex),
  })
  const { publicKey } = tlog
  const { signedEntryTimestamp } = inclusionPromise
  return hashesOf(publicKey).some((hash) =>
    verify(hash, Buffer.from(promise), publicKey, signedEntryTimestamp),
  )
}

function isAbout({ envelope = Buffer.alloc(0), signature }: Entity, body: unknown): boolean {
  const { kind, apiVersion, spec } = objectOr(body)
  const { hash, payloadHash } = objectOr(objectOr(spec)['content'])
  const expected = createHash('sha256').update(envelope).digest('hex')
  return (
    kind === 'intoto' &&
    apiVersion === '0.0.1' &&
    sha256In(hash) === expected &&
    // The log did not have it at first (sigstore/rekor#764), and the envelope's hash covers the payload.
    (payloadHash === undefined ||
      signature.compareDigest(Buffer.from(sha256In(payloadHash) ?? '', 'hex')))
  )
}

function sha256In(hash: unknown): string | undefined {
  const { algorithm, value } = objectOr(hash)
  return algorithm === 'sha256' && typeof value === 'string' ? value : undefined
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}
