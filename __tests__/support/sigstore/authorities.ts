import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { initializeCA, initializeCTLog, initializeTLog, initializeTSA } from '@sigstore/mock'
import { asAuthority, type Extension, issueCertificate } from './certificates.ts'

/** Who signs, as the certificate says. */
export interface Identity {
  /** Who vouches for the identity. */
  readonly issuer: string
  /** A URI. */
  readonly identity: string
}

export interface CertificateAuthority {
  /** DER. */
  readonly rootCertificate: Buffer
  /** Returns a certificate, DER, for ten minutes. */
  issue(publicKey: KeyObject, identity: Identity): Promise<Buffer>
}

/** The authorities of an instance of Sigstore, all in this process, each with a key of its own. */
export interface Authorities {
  readonly certificateAuthority: CertificateAuthority
  /** Absent, both, of an instance like that of GitHub, which keeps no logs. */
  readonly certificateLog?: CertificateLog
  readonly log?: Log
  readonly timestampAuthority: TimestampAuthority
}

export type CertificateLog = Awaited<ReturnType<typeof initializeCTLog>>
export type Log = Awaited<ReturnType<typeof initializeTLog>>
export type TimestampAuthority = Awaited<ReturnType<typeof initializeTSA>>

export interface InstanceOptions {
  /** Whether it keeps logs; by default it does. */
  readonly logs?: boolean
  /** What time its authorities say it is; by default what it is. */
  readonly clocks?: {
    /** And of the certificate log. */
    readonly certificateAuthority?: Date
    readonly log?: Date
    readonly timestampAuthority?: Date
  }
}

export const LOG_URL = 'https://rekor.local'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Returns the authorities of a new instance. Its root certificates are valid from now. */
export async function createAuthorities({
  logs = true,
  clocks = {},
}: InstanceOptions): Promise<Authorities> {
  const certificateLog = logs
    ? await initializeCTLog(newKeyPair(), clocks.certificateAuthority)
    : undefined
  return {
    ...(certificateLog && { certificateLog }),
    certificateAuthority: await createAuthority(certificateLog, clocks.certificateAuthority),
    ...(logs && { log: await initializeTLog(LOG_URL, newKeyPair(), clocks.log) }),
    timestampAuthority: await createTimestampAuthority(clocks.timestampAuthority),
  }
}

/** What the mock writes of milliseconds is not always what may be read (X.690, 11.7). */
async function createTimestampAuthority(clock?: Date): Promise<TimestampAuthority> {
  const wholeSeconds = clock ?? new Date()
  const authority = await initializeTSA(newKeyPair(), wholeSeconds)
  return {
    rootCertificate: authority.rootCertificate,
    intCertificate: authority.intCertificate,
    timestamp(request) {
      if (!clock) wholeSeconds.setTime(Math.floor(Date.now() / SECOND) * SECOND)
      return authority.timestamp(request)
    },
  }
}

async function createAuthority(
  certificateLog: CertificateLog | undefined,
  clock: Date | undefined,
): Promise<CertificateAuthority> {
  const ca = await initializeCA(newKeyPair(), certificateLog, clock)
  return {
    rootCertificate: toBuffer(ca.rootCertificate),
    async issue(publicKey, { issuer, identity }) {
      const certificate = await ca.issueCertificate({
        publicKey: Buffer.from(publicKey.export({ type: 'spki', format: 'der' })),
        subjectAltName: identity,
        extensions: [
          { oid: '1.3.6.1.4.1.57264.1.1', value: issuer, legacy: true },
          { oid: '1.3.6.1.4.1.57264.1.8', value: issuer },
        ],
      })
      return toBuffer(certificate)
    },
  }
}

/**
 * Returns a certificate authority that has been there since 2020 and tells no certificate log. Its
 * certificates are valid from `now` and have these extensions, whoever asks for them.
 */
export function createOddAuthority(
  now: Date,
  extensions: readonly Extension[],
): CertificateAuthority {
  const { publicKey, privateKey } = newKeyPair()
  const rootCertificate = issueCertificate(
    {
      publicKey,
      validFrom: new Date('2020-01-01T00:00:00Z'),
      validUntil: new Date('2119-01-01T00:00:00Z'),
      subject: 'the authority',
      extensions: [asAuthority],
    },
    privateKey,
  )
  const validUntil = new Date(now.getTime() + 10 * MINUTE)
  return {
    rootCertificate,
    issue: async (signingKey) =>
      issueCertificate(
        { publicKey: signingKey, validFrom: now, validUntil, subject: 'a signer', extensions },
        privateKey,
      ),
  }
}

function newKeyPair(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
}

function toBuffer({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength))
}
