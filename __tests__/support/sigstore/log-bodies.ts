import { createHash } from 'node:crypto'
import type { SignatureBundle } from '@sigstore/sign'

/**
 * The kinds of log entries that signatures are found in: `dsse` (actions/attest) and `intoto` (older
 * clients) of envelopes, `hashedrekord` of messages, and the one that Rekor v2 has for both.
 */
export type EntryKind = 'dsse' | 'intoto' | 'hashedrekord' | 'v2'

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
          // Nobody compares it, but cosign wants it to be there.
          envelopeHash: sha256(signature),
          payloadHash: sha256(payloadOf(content)),
          signatures: [{ signature: base64(signature), verifier: publicKey }],
        },
      }
    case 'intoto': {
      const envelope = {
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ publicKey, sig: base64(base64(signature)) }],
      }
      const payloadHash = sha256(payloadOf(content))
      return { apiVersion: '0.0.2', kind, spec: { content: { envelope, payloadHash } } }
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
