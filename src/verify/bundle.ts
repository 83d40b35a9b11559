import { createHash, timingSafeEqual } from 'node:crypto'
import {
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
  type Bundle,
  bundleFromJSON,
  ValidationError,
} from '@sigstore/bundle'
import { HashAlgorithm, type MessageSignature } from '@sigstore/protobuf-specs'
import { isObject, type JsonObject } from '../oci/json.ts'
import { assertWithinLimits } from './material-limits.ts'
import { quoted, Refusal } from './refusal.ts'
import type { Signature } from './signature.ts'
import type { Signed } from './signed.ts'
import { assertStatement, predicateTypeOf } from './statement.ts'
import { parseStrictly } from './strict-json.ts'

/** The library takes everything that starts like one of these. */
const MEDIA_TYPES: readonly unknown[] = [
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_LEGACY_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
]

/** As cosign and Sigstore's clients hash for the curves P-256, P-384 and P-521. */
const MESSAGE_DIGESTS = new Map<HashAlgorithm | undefined, string>([
  [HashAlgorithm.SHA2_256, 'sha256'],
  [HashAlgorithm.SHA2_384, 'sha384'],
  [HashAlgorithm.SHA2_512, 'sha512'],
])

/**
 * Returns what a Sigstore bundle signs: an in-toto statement about the subject, or the subject's own
 * bytes. Throws a {@link Refusal} if it is no bundle, or about something else.
 */
export function readBundle(bytes: Uint8Array, subject: Signature['subject']): Signed {
  const json = parseStrictly('a bundle', bytes)
  const { mediaType } = json
  if (!MEDIA_TYPES.includes(mediaType)) {
    throw new Refusal(`is a bundle of a media type that is not known: ${quoted(String(mediaType))}`)
  }
  assertUnambiguous(json)
  const bundle = toBundle(json)
  const { content } = bundle
  return content.$case === 'dsseEnvelope'
    ? readEnvelope(bundle, content.dsseEnvelope, subject)
    : readMessage(bundle, content.messageSignature, subject)
}

/**
 * Of two things of which a bundle may have one (`oneof` in the schema) readers might take different
 * ones; the library takes the first.
 */
function assertUnambiguous(json: JsonObject): void {
  const { dsseEnvelope, messageSignature, verificationMaterial } = json
  const { certificate, publicKey, x509CertificateChain } = isObject(verificationMaterial)
    ? verificationMaterial
    : {}
  const contents = [dsseEnvelope, messageSignature]
  const signers = [certificate, publicKey, x509CertificateChain]
  for (const choices of [contents, signers]) {
    const isSet = (value: unknown): boolean => value !== undefined && value !== null
    if (choices.filter(isSet).length > 1)
      throw new Refusal('is a bundle that can be read in two ways')
  }
}

/** Returns the bundle that the JSON is; throws a {@link Refusal} if it lacks what one must have. */
export function toBundle(json: JsonObject): Bundle {
  try {
    const bundle = bundleFromJSON(json)
    assertWithinLimits(bundle.verificationMaterial)
    return bundle
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new Refusal(`is no valid bundle (${quoted(error.fields.join(', '))})`)
  }
}

/** A DSSE envelope as protobuf has it. */
type Envelope = Extract<Bundle['content'], { $case: 'dsseEnvelope' }>['dsseEnvelope']

/** Returns what an envelope signs. Throws a {@link Refusal} unless that is a statement about the subject. */
export function readEnvelope(
  bundle: Bundle,
  { payloadType, payload, signatures }: Envelope,
  { digest }: Signature['subject'],
): Signed {
  assertStatement(payloadType)
  // A bundle has exactly one: the library makes sure.
  const signature = signatures[0]?.sig ?? Buffer.alloc(0)
  return {
    bundle,
    signature,
    stamped: signature,
    bytes: preAuthEncoding(payloadType, payload),
    payload: { type: payloadType, bytes: payload },
    predicateType: predicateTypeOf(payload, digest),
  }
}

/** https://github.com/secure-systems-lab/dsse/blob/master/protocol.md, signature definition. */
function preAuthEncoding(payloadType: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

function readMessage(
  bundle: Bundle,
  { messageDigest, signature }: MessageSignature,
  { bytes }: Signature['subject'],
): Signed {
  const algorithm = MESSAGE_DIGESTS.get(messageDigest?.algorithm)
  if (algorithm === undefined) {
    throw new Refusal('signs the hash of a message by an algorithm that is not known')
  }
  const expected = createHash(algorithm).update(bytes).digest()
  const actual = messageDigest?.digest ?? Buffer.alloc(0)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw new Refusal('signs something other than the manifest that it hangs on')
  }
  return {
    bundle,
    signature,
    stamped: signature,
    bytes,
    payload: { type: 'manifest', bytes },
  }
}
