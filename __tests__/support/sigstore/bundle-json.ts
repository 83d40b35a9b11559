import { type Bundle, bundleToJSON } from '@sigstore/bundle'

/** A Sigstore bundle as it is stored; bytes are base64, numbers of 64 bits are text. */
export interface BundleJson {
  readonly mediaType: string
  readonly verificationMaterial: {
    readonly certificate?: CertificateJson
    readonly x509CertificateChain?: { readonly certificates: readonly CertificateJson[] }
    readonly publicKey?: { readonly hint: string }
    readonly tlogEntries?: readonly LogEntryJson[]
    readonly timestampVerificationData?: {
      readonly rfc3161Timestamps?: readonly { readonly signedTimestamp: string }[]
    }
  }
  readonly dsseEnvelope?: {
    readonly payload: string
    readonly payloadType: string
    readonly signatures: readonly { readonly sig: string; readonly keyid?: string }[]
  }
  readonly messageSignature?: {
    readonly messageDigest: { readonly algorithm: string; readonly digest: string }
    readonly signature: string
  }
}

export interface CertificateJson {
  readonly rawBytes: string
}

export interface LogEntryJson {
  readonly logIndex: string
  readonly logId: { readonly keyId: string }
  readonly kindVersion: { readonly kind: string; readonly version: string }
  readonly integratedTime?: string
  readonly inclusionPromise?: { readonly signedEntryTimestamp: string }
  readonly inclusionProof: {
    readonly logIndex?: string
    readonly treeSize: string
    readonly rootHash: string
    readonly hashes?: readonly string[]
    readonly checkpoint: { readonly envelope: string }
  }
  readonly canonicalizedBody: string
}

export type BundleVersion = keyof typeof MEDIA_TYPES

const MEDIA_TYPES = {
  '0.1': 'application/vnd.dev.sigstore.bundle+json;version=0.1',
  '0.2': 'application/vnd.dev.sigstore.bundle+json;version=0.2',
  '0.3': 'application/vnd.dev.sigstore.bundle.v0.3+json',
}

/** Returns the bundle as JSON of the version: only from v0.3 on it has a certificate without a chain. */
export function toJson(bundle: Bundle, version: BundleVersion): BundleJson {
  const json: BundleJson = JSON.parse(JSON.stringify(bundleToJSON(bundle)))
  const { certificate, x509CertificateChain, ...material } = json.verificationMaterial
  const leaf = certificate ?? x509CertificateChain?.certificates[0]
  const mediaType = MEDIA_TYPES[version]
  if (!leaf) return { ...json, mediaType }
  return version === '0.3'
    ? { ...json, mediaType, verificationMaterial: { certificate: leaf, ...material } }
    : {
        ...json,
        mediaType,
        verificationMaterial: { x509CertificateChain: { certificates: [leaf] }, ...material },
      }
}

/** Returns the bundle as it is stored. */
export function encodeBundle(bundle: object): Buffer {
  return Buffer.from(JSON.stringify(bundle))
}
