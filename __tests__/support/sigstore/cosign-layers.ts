import assert from 'node:assert/strict'
import type { Digest } from '../../../src/oci/digest.ts'
import type { CosignMaterial, SignatureContent } from '../../../src/verify/signature.ts'
import type { BundleJson, LogEntryJson } from './bundle-json.ts'
import type { LocalSigstore, SignOptions } from './local-sigstore.ts'
import { pemOf } from './pem.ts'
import { type LogEntry, stamp } from './witnesses.ts'

type Layer<K> = Extract<SignatureContent, { readonly kind: K }>

/** Returns a layer of the tag `.sig` as cosign writes it for the image of the digest. */
export async function simpleSigningLayer(
  sigstore: LocalSigstore,
  digest: Digest,
  options: SignOptions = {},
): Promise<Layer<'simple-signing'>> {
  const payload = Buffer.from(
    JSON.stringify({
      critical: {
        identity: { 'docker-reference': 'registry.test/app' },
        image: { 'docker-manifest-digest': digest },
        type: 'cosign container image signature',
      },
      optional: null,
    }),
  )
  return signPayload(sigstore, payload, options)
}

/** Returns a layer of the tag `.sig` with a payload of any kind. */
export async function signPayload(
  sigstore: LocalSigstore,
  payload: Buffer,
  options: SignOptions = {},
): Promise<Layer<'simple-signing'>> {
  const bundle = await sigstore.signMessage(payload, options)
  const signature = bundle.messageSignature?.signature ?? ''
  return { kind: 'simple-signing', payload, signature, material: materialOf(sigstore, bundle) }
}

/**
 * Returns a layer of the tag `.att` as cosign writes it: with an entry `dsse`, or `intoto 0.0.1` before
 * cosign 2.2 (sigstore/cosign#3113).
 */
export async function attestationLayer(
  sigstore: LocalSigstore,
  statement: object | string,
  options: SignOptions = {},
): Promise<Layer<'dsse-envelope'>> {
  const bundle = await sigstore.attest(statement, options)
  const bytes = Buffer.from(JSON.stringify(bundle.dsseEnvelope))
  const material = materialOf(sigstore, bundle)
  if (material.timestamp === undefined) return { kind: 'dsse-envelope', bytes, material }
  // cosign stamps the envelope, not its signature.
  const timestamp = timestampJson((await stamp(sigstore.authorities, bytes)).toString('base64'))
  return { kind: 'dsse-envelope', bytes, material: { ...material, timestamp } }
}

/** Returns the annotations of a layer, by the names that cosign has for them. */
export function annotationsOf({
  signature,
  material,
}: {
  readonly signature?: string
  readonly material: CosignMaterial
}): Readonly<Record<string, string>> {
  const { certificate, chain, rekorBundle, timestamp } = material
  return {
    // Of an attestation it is empty: its envelope has the signature.
    'dev.cosignproject.cosign/signature': signature ?? '',
    ...(certificate !== undefined && { 'dev.sigstore.cosign/certificate': certificate }),
    ...(chain !== undefined && { 'dev.sigstore.cosign/chain': chain }),
    ...(rekorBundle !== undefined && { 'dev.sigstore.cosign/bundle': rekorBundle }),
    ...(timestamp !== undefined && { 'dev.sigstore.cosign/rfc3161timestamp': timestamp }),
  }
}

/** Returns the layer with an entry that has another body in the log, which is as good as it was. */
export async function logged<L extends { readonly material: CosignMaterial }>(
  { authorities: { log } }: LocalSigstore,
  layer: L,
  change: (body: never) => object,
): Promise<L> {
  const { Payload } = JSON.parse(layer.material.rekorBundle ?? '')
  const body = JSON.parse(Buffer.from(Payload.body, 'base64').toString())
  assert.ok(log, 'the instance has no log')
  const entries: Readonly<Record<string, LogEntry>> = await log.log(change(body as never))
  const [entry] = Object.values(entries)
  assert.ok(entry, 'the log has no entry')
  const rekorBundle = JSON.stringify({
    SignedEntryTimestamp: entry.verification.signedEntryTimestamp,
    Payload: {
      body: entry.body,
      integratedTime: entry.integratedTime,
      logIndex: entry.logIndex,
      logID: entry.logID,
    },
  })
  return { ...layer, material: { ...layer.material, rekorBundle } }
}

function materialOf(
  { authorities }: LocalSigstore,
  { verificationMaterial }: BundleJson,
): CosignMaterial {
  const { certificate, tlogEntries, timestampVerificationData } = verificationMaterial
  const [entry] = tlogEntries ?? []
  const [timestamp] = timestampVerificationData?.rfc3161Timestamps ?? []
  return {
    ...(certificate && {
      certificate: pemOf(certificate.rawBytes),
      chain: pemOf(authorities.certificateAuthority.rootCertificate.toString('base64')),
    }),
    ...(entry && { rekorBundle: rekorJson(entry) }),
    ...(timestamp && { timestamp: timestampJson(timestamp.signedTimestamp) }),
  }
}

function rekorJson(entry: LogEntryJson): string {
  return JSON.stringify({
    SignedEntryTimestamp: entry.inclusionPromise?.signedEntryTimestamp,
    Payload: {
      body: entry.canonicalizedBody,
      integratedTime: Number(entry.integratedTime),
      logIndex: Number(entry.logIndex),
      logID: Buffer.from(entry.logId.keyId, 'base64').toString('hex'),
    },
  })
}

function timestampJson(signedTimestamp: string): string {
  return JSON.stringify({ SignedRFC3161Timestamp: signedTimestamp })
}
