import { createHash, X509Certificate } from 'node:crypto'
import { BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle'
import { isObject, type JsonObject, parseJson } from '../oci/json.ts'
import { readEnvelope, toBundle } from './bundle.ts'
import { assertSize } from './material-limits.ts'
import { Refusal } from './refusal.ts'
import type { CosignMaterial, Signature, SignatureContent } from './signature.ts'
import type { Signed } from './signed.ts'
import { assertSignsImage, SIMPLE_SIGNING_MEDIA_TYPE } from './simple-signing.ts'
import { parseStrictly } from './strict-json.ts'

/*
 * What cosign keeps at its tags is translated into a bundle and then verified as one. Bundles of v0.1
 * are made for it: their log entries need a promise and no proof, and cosign kept only that.
 */

/**
 * Returns what a layer of cosign's tag `.sig` signs (sigstore/cosign, specs/SIGNATURE_SPEC.md).
 * Throws a {@link Refusal} if that is something else than the subject, or the layer is malformed.
 */
export function readSimpleSigning(
  { payload, signature, material }: Extract<SignatureContent, { kind: 'simple-signing' }>,
  { digest }: Signature['subject'],
): Signed {
  assertSignsImage(payload, digest)
  const bundle = toBundle({
    ...withMaterial(material),
    messageSignature: {
      messageDigest: {
        algorithm: 'SHA2_256',
        digest: createHash('sha256').update(payload).digest('base64'),
      },
      signature,
    },
  })
  const signatureBytes = Buffer.from(signature, 'base64')
  return {
    bundle,
    signature: signatureBytes,
    stamped: signatureBytes,
    bytes: payload,
    payload: { type: SIMPLE_SIGNING_MEDIA_TYPE, bytes: payload },
  }
}

/**
 * Returns what a layer of cosign's tag `.att` signs, a DSSE envelope. Throws a {@link Refusal} unless
 * that is a statement about the subject, or if the layer is malformed.
 */
export function readAttestation(
  { bytes, material }: Extract<SignatureContent, { kind: 'dsse-envelope' }>,
  subject: Signature['subject'],
): Signed {
  const dsseEnvelope = parseStrictly('an envelope', bytes)
  const bundle = toBundle({ ...withMaterial(material), dsseEnvelope })
  if (bundle.content.$case !== 'dsseEnvelope') throw new Refusal('is no envelope')
  const signed = readEnvelope(bundle, bundle.content.dsseEnvelope, subject)
  // cosign stamps the whole envelope (sigstore/cosign, pkg/cosign/verify.go, VerifyRFC3161Timestamp).
  return { ...signed, stamped: Buffer.from(bytes), envelope: bytes }
}

function withMaterial(material: CosignMaterial): JsonObject {
  const { certificate, rekorBundle, timestamp } = material
  return {
    mediaType: BUNDLE_V01_MEDIA_TYPE,
    verificationMaterial: {
      ...(certificate === undefined
        ? { publicKey: { hint: '' } }
        : { x509CertificateChain: { certificates: [{ rawBytes: toDer(certificate) }] } }),
      tlogEntries: rekorBundle === undefined ? [] : [toLogEntry(rekorBundle)],
      timestampVerificationData: {
        rfc3161Timestamps: timestamp === undefined ? [] : [toTimestamp(timestamp)],
      },
    },
  }
}

/** Of several certificates readers might take different ones for the signer's. */
function toDer(pem: string): string {
  if (pem.split('-----BEGIN ').length !== 2) throw new Refusal('has not exactly one certificate')
  return new X509Certificate(pem).raw.toString('base64')
}

/** `{"SignedEntryTimestamp": base64, "Payload": {"body": base64, …}}` (sigstore/cosign, pkg/cosign/bundle). */
function toLogEntry(rekorBundle: string): JsonObject {
  const json = parseStrictly('a log entry', Buffer.from(rekorBundle))
  const { SignedEntryTimestamp: signedEntryTimestamp, Payload: payload } = json
  if (!isObject(payload) || typeof payload['body'] !== 'string') {
    throw new Refusal('has a log entry without a body')
  }
  const bytes = Buffer.from(payload['body'], 'base64')
  assertSize(bytes.length)
  const body = parseJson(bytes)
  const { kind, apiVersion: version } = isObject(body) ? body : {}
  const logId = Buffer.from(String(payload['logID']), 'hex')
  return {
    logIndex: payload['logIndex'],
    logId: { keyId: logId.toString('base64') },
    kindVersion: { kind, version },
    integratedTime: payload['integratedTime'],
    inclusionPromise: { signedEntryTimestamp },
    canonicalizedBody: payload['body'],
  }
}

/** `{"SignedRFC3161Timestamp": base64}` (sigstore/cosign, pkg/cosign/bundle). */
function toTimestamp(timestamp: string): JsonObject {
  const json = parseStrictly('a timestamp', Buffer.from(timestamp))
  return { signedTimestamp: json['SignedRFC3161Timestamp'] }
}
