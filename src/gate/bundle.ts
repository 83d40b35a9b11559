import { STATEMENT_MEDIA_TYPE } from '../documents/in-toto.ts'
import type { Digest } from '../oci/digest.ts'
import { isObject, type JsonObject } from '../oci/json.ts'
import { type Statement, statementOf } from './statement.ts'
import { parseStrictly } from './strict-json.ts'
import { Unreadable } from './unreadable.ts'

/** What a Sigstore bundle holds, as far as must be known before it is verified. */
export interface BundleContent {
  /** Absent if it holds a signature of bytes that are elsewhere. */
  readonly statement?: Statement
  /** Whether a certificate says who signed. */
  readonly hasCertificate: boolean
}

/**
 * Returns what the bundle holds (sigstore/protobuf-specs, protos/sigstore_bundle.proto), read off the
 * same properties and in the same way as it is verified by. Throws {@link Unreadable} for anything but
 * a statement or a signature of bytes, and for both at once, of which only one would be verified.
 */
export function readBundle(bytes: Uint8Array, isKnown: (digest: Digest) => boolean): BundleContent {
  const { dsseEnvelope, messageSignature, verificationMaterial } = parseStrictly(bytes)
  const hasCertificate = isObject(verificationMaterial) && isCertified(verificationMaterial)
  if (isSet(dsseEnvelope) === isSet(messageSignature)) {
    throw new Unreadable('it is a bundle that has not exactly one of an envelope and a signature')
  }
  if (isSet(messageSignature)) return { hasCertificate }
  if (!isObject(dsseEnvelope)) throw new Unreadable('it is a bundle whose envelope is none')
  return { hasCertificate, statement: statementIn(dsseEnvelope, isKnown) }
}

/**
 * Returns the in-toto statement in a DSSE envelope
 * (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md); throws {@link Unreadable} if
 * there is none.
 */
export function readEnvelope(bytes: Uint8Array, isKnown: (digest: Digest) => boolean): Statement {
  return statementIn(parseStrictly(bytes), isKnown)
}

function statementIn(
  { payloadType, payload }: JsonObject,
  isKnown: (digest: Digest) => boolean,
): Statement {
  if (payloadType !== STATEMENT_MEDIA_TYPE || typeof payload !== 'string') {
    throw new Unreadable('it is an envelope of something other than an in-toto statement')
  }
  // As Sigstore's libraries decode it, whatever else there is in the text.
  return statementOf(Buffer.from(payload, 'base64'), isKnown)
}

function isCertified({ certificate, x509CertificateChain }: JsonObject): boolean {
  return isSet(certificate) || isSet(x509CertificateChain)
}

/** In JSON of protocol buffers null stands for what is absent. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}
