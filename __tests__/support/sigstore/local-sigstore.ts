import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import {
  DSSEBundleBuilder,
  MessageSignatureBundleBuilder,
  type Signer,
  type Witness,
} from '@sigstore/sign'
import {
  type Authorities,
  type CertificateAuthority,
  createAuthorities,
  type Identity,
  type InstanceOptions,
} from './authorities.ts'
import { type BundleJson, type BundleVersion, toJson } from './bundle-json.ts'
import type { EntryKind } from './log-bodies.ts'
import { keySigner, type SigningKey } from './signing-keys.ts'
import { type RootPart, trustedRootOf } from './trusted-root.ts'
import { logWitness, timeWitness } from './witnesses.ts'

/** A workflow of GitHub that releases something, as its certificate names it. */
export const RELEASE_WORKFLOW: Identity = {
  issuer: 'https://token.actions.githubusercontent.com',
  identity: 'https://github.com/octo/app/.github/workflows/release.yml@refs/heads/main',
}

export interface SignOptions {
  /** An identity gets a certificate; by default RELEASE_WORKFLOW. */
  readonly by?: Identity | SigningKey
  /**
   * How it is logged: by default as `dsse` or `hashedrekord`; with a key, or where there is no log, not
   * at all.
   */
  readonly entry?: EntryKind | 'none'
  /** Whether it is stamped with the time; by default where no log tells one, with a key not at all. */
  readonly stamped?: boolean
  /** Of the bundle; by default 0.3. */
  readonly version?: BundleVersion
  /** Instead of the instance's own. */
  readonly certificateAuthority?: CertificateAuthority
}

/** An instance of Sigstore of its own in this process: it opens no port and has nothing to close. */
export interface LocalSigstore {
  readonly authorities: Authorities
  /** Returns its trusted root, JSON, without the parts that are to be left out. */
  trustedRoot(leaveOut?: readonly RootPart[]): string
  /** Returns a bundle with an envelope around the statement, as cosign 3 and actions/attest make it. */
  attest(statement: object | string, options?: SignOptions): Promise<BundleJson>
  /** Returns a bundle with a signature of the bytes, as `cosign sign-blob` makes it. */
  signMessage(bytes: Uint8Array, options?: SignOptions): Promise<BundleJson>
}

/** Returns a new instance of Sigstore. */
export async function createLocalSigstore(options: InstanceOptions = {}): Promise<LocalSigstore> {
  const authorities = await createAuthorities(options)
  return {
    authorities,
    trustedRoot: (leaveOut) => trustedRootOf(authorities, leaveOut),
    async attest(statement, options = {}) {
      const text = typeof statement === 'string' ? statement : JSON.stringify(statement)
      const builder = new DSSEBundleBuilder(builderOptions(authorities, 'dsse', options))
      const type = 'application/vnd.in-toto+json'
      const bundle = await builder.create({ data: Buffer.from(text), type })
      return toJson(bundle, options.version ?? '0.3')
    },
    async signMessage(bytes, options = {}) {
      const builder = new MessageSignatureBundleBuilder(
        builderOptions(authorities, 'hashedrekord', options),
      )
      const bundle = await builder.create({ data: Buffer.from(bytes) })
      return withDigest(toJson(bundle, options.version ?? '0.3'), bytes, options)
    },
  }
}

function builderOptions(
  authorities: Authorities,
  usual: EntryKind,
  options: SignOptions,
): { readonly signer: Signer; readonly witnesses: Witness[] } {
  const { by = RELEASE_WORKFLOW, certificateAuthority = authorities.certificateAuthority } = options
  const isKey = 'privateKey' in by
  const { log } = authorities
  const { entry = isKey || !log ? 'none' : usual } = options
  const { stamped = !isKey && (entry === 'none' || entry === 'v2') } = options
  return {
    signer: isKey ? keySigner(by) : identitySigner(certificateAuthority, by),
    witnesses: [
      ...(log && entry !== 'none' ? [logWitness(log, entry)] : []),
      ...(stamped ? [timeWitness(authorities)] : []),
    ],
  }
}

/** A key of its own for each signature, as keyless clients use. */
function identitySigner(authority: CertificateAuthority, identity: Identity): Signer {
  return {
    async sign(data) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const certificate = new X509Certificate(await authority.issue(publicKey, identity))
      return {
        signature: sign('sha256', data, privateKey),
        key: { $case: 'x509Certificate', certificate: certificate.toString() },
      }
    },
  }
}

/** The hash that a key signs is the one that the bundle names; the builder knows SHA-256 alone. */
function withDigest(bundle: BundleJson, bytes: Uint8Array, { by }: SignOptions): BundleJson {
  const { messageSignature } = bundle
  if (!messageSignature || !by || !('privateKey' in by) || by.hash === null) return bundle
  const digest = createHash(by.hash).update(bytes).digest('base64')
  const algorithm = by.hash.replace('sha', 'SHA2_')
  return {
    ...bundle,
    messageSignature: { ...messageSignature, messageDigest: { algorithm, digest } },
  }
}
