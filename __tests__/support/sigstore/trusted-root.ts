import { createHash } from 'node:crypto'
import { type Authorities, LOG_URL } from './authorities.ts'

/** A list of authorities in a trusted root. */
export type RootPart = 'certificateAuthorities' | 'ctlogs' | 'tlogs' | 'timestampAuthorities'

/** Returns the trusted root of an instance, JSON; without some of its authorities if so asked. */
export function trustedRootOf(
  authorities: Authorities,
  leaveOut: readonly RootPart[] = [],
): string {
  const { certificateAuthority, certificateLog, log, timestampAuthority } = authorities
  const parts: Readonly<Record<RootPart, readonly object[]>> = {
    certificateAuthorities: [toAuthority(certificateAuthority.rootCertificate)],
    ctlogs: certificateLog ? [toLog(certificateLog.publicKey)] : [],
    tlogs: log ? [toLog(log.publicKey)] : [],
    timestampAuthorities: [
      toAuthority(timestampAuthority.intCertificate, timestampAuthority.rootCertificate),
    ],
  }
  const kept = Object.entries(parts).filter(([part]) => !leaveOut.some((each) => each === part))
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    ...Object.fromEntries(kept),
  })
}

/** Before everything that any test signs. */
const validFor = { start: '2020-01-01T00:00:00Z' }

function toAuthority(...chain: readonly ArrayBufferView[]): object {
  return {
    subject: { organization: 'sigstore.local', commonName: 'sigstore' },
    uri: 'https://sigstore.local',
    certChain: { certificates: chain.map((certificate) => ({ rawBytes: toBase64(certificate) })) },
    validFor,
  }
}

function toLog(publicKey: Uint8Array): object {
  return {
    baseUrl: LOG_URL,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: toBase64(publicKey),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor,
    },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  }
}

function toBase64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength)).toString('base64')
}
