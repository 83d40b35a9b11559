import { createHash } from 'node:crypto'
import { envelopeToJSON } from '@sigstore/bundle'
import type { SignatureBundle } from '@sigstore/sign'

/**
 * The kinds of log entries that signatures are found in: `dsse` (actions/attest, cosign from 2.2 on) and
 * `intoto` (older clients; 0.0.1 is that of cosign) of envelopes, `hashedrekord` of messages, and the one
 * that Rekor v2 has for both.
 */
export type EntryKind = 'dsse' | 'intoto' | 'intoto 0.0.1' | 'hashedrekord' | 'v2'

/**
 * Returns what Rekor stores of a signature, which is less than it is sent: with `@sigstore/mock` it is
 * the same. `pem` is the signer's certificate or key.
 */
export function bodyOf(content: SignatureBundle, pem: string, kind: EntryKind): object {
  const signature = signatureOf(content)
  const publicKey = base64(pem)
  switch (kind) {
    case 'dsse':
      return {
        apiVersion: '0.0.1',
        kind,
        spec: {
          envelopeHash: sha256(sentEnvelopeOf(content)),
          payloadHash: sha256(payloadOf(content)),
          signatures: [{ signature: base64(signature), verifier: publicKey }],
        },
      }
    case 'intoto': {
      const envelope = {
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ publicKey, sig: base64(base64(signature)) }],
      }
      const hash = sha256(Buffer.from(hashedEnvelopeOf(content, pem)))
      const payloadHash = sha256(payloadOf(content))
      return { apiVersion: '0.0.2', kind, spec: { content: { envelope, hash, payloadHash } } }
    }
    // sigstore/rekor, pkg/types/intoto/v0.0.1/entry.go, Canonicalize.
    case 'intoto 0.0.1': {
      const hash = sha256(sentEnvelopeOf(content))
      const payloadHash = sha256(payloadOf(content))
      const spec = { content: { hash, payloadHash }, publicKey }
      return { apiVersion: '0.0.1', kind: 'intoto', spec }
    }
    case 'hashedrekord':
      return {
        apiVersion: '0.0.1',
        kind,
        spec: {
          data: { hash: { algorithm: 'sha256', value: signedHashOf(content).toString('hex') } },
          signature: { content: base64(signature), publicKey: { content: publicKey } },
        },
      }
    case 'v2':
      return {
        apiVersion: '0.0.2',
        kind: 'hashedrekord',
        spec: {
          hashedRekordV002: {
            data: { algorithm: 'SHA2_256', digest: base64(signedHashOf(content)) },
            signature: { content: base64(signature), verifier: verifierOf(pem) },
          },
        },
      }
  }
}

/** Returns the bytes of the signature. */
export function signatureOf(content: SignatureBundle): Buffer {
  return content.$case === 'messageSignature'
    ? content.messageSignature.signature
    : (content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0))
}

function payloadOf(content: SignatureBundle): Buffer {
  return content.$case === 'dsseEnvelope' ? content.dsseEnvelope.payload : Buffer.alloc(0)
}

/**
 * The text of the envelope that is sent, as cosign keeps it at the tag `.att`: Rekor hashes its bytes
 * (sigstore/rekor, pkg/types/dsse/v0.0.1/entry.go), and cosign compares (pkg/cosign/verify.go, VerifyBundle).
 */
function sentEnvelopeOf(content: SignatureBundle): Buffer {
  return Buffer.from(
    content.$case === 'dsseEnvelope' ? JSON.stringify(envelopeToJSON(content.dsseEnvelope)) : '',
  )
}

/**
 * What clients hash for an entry `intoto`, whose hash Rekor takes from them: the envelope with the
 * verifier in it, canonical JSON (sigstore/sigstore-js, packages/sign/src/witness/tlog/entry.ts).
 */
function hashedEnvelopeOf(content: SignatureBundle, pem: string): string {
  const payloadType = content.$case === 'dsseEnvelope' ? content.dsseEnvelope.payloadType : ''
  const payload = base64(payloadOf(content))
  const signatures = [{ publicKey: pem, sig: base64(signatureOf(content)) }]
  // In the order of their names, as RFC 8785 has them.
  return JSON.stringify({ payload, payloadType, signatures })
}

/** Of a message its own, of an envelope that of its pre-authentication encoding. */
function signedHashOf(content: SignatureBundle): Buffer {
  if (content.$case === 'messageSignature') return content.messageSignature.messageDigest.digest
  const { payloadType, payload } = content.dsseEnvelope
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `
  return createHash('sha256').update(head).update(payload).digest()
}

function verifierOf(pem: string): object {
  const rawBytes = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  return pem.includes('CERTIFICATE')
    ? { x509Certificate: { rawBytes }, keyDetails: 'PKIX_ECDSA_P256_SHA_256' }
    : { publicKey: { rawBytes }, keyDetails: 'PKIX_ECDSA_P256_SHA_256' }
}

function sha256(bytes: Buffer): { readonly algorithm: string; readonly value: string } {
  return { algorithm: 'sha256', value: createHash('sha256').update(bytes).digest('hex') }
}

function base64(bytes: Buffer | string): string {
  return Buffer.from(bytes).toString('base64')
}
