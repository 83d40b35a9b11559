import { evaluate } from '../../src/gate/evaluate.ts'
import type { Evidence, JudgedImage, JudgedManifest } from '../../src/gate/evidence.ts'
import type { Report } from '../../src/gate/report.ts'
import type { Digest } from '../../src/oci/digest.ts'
import type { Policy, Rule, SignedBy } from '../../src/policy/policy.ts'
import type {
  Signature,
  SignatureContent,
  Signer,
  Verification,
} from '../../src/verify/signature.ts'
import { digestOfName, REPOSITORY } from './sample-graph.ts'

/** When the samples are judged. */
export const NOW = Date.parse('2026-06-30T12:00:00Z')

export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
export const PROVENANCE = 'https://slsa.dev/provenance/v1'

export const thirtyDays = { text: '30d', milliseconds: 30 * 24 * 3600 * 1000 }

export const release: Signer & { readonly kind: 'identity' } = {
  kind: 'identity',
  issuer: 'https://token.actions.githubusercontent.com',
  identity: 'https://github.com/org/app/.github/workflows/release.yml@refs/heads/main',
}
export const byRelease: SignedBy = release
export const key: Signer = { kind: 'key', name: 'cosign.pub' }
export const byKey: SignedBy = { kind: 'key', key: { name: 'cosign.pub', pem: '' } }

/** Returns a rule that asks for an SBOM, with what is given in place of the usual. */
export function sampleRule(given: Partial<Rule> = {}): Rule {
  return {
    type: { kind: 'alias', alias: 'sbom' },
    count: 1,
    platform: 'subject',
    annotations: {},
    ...given,
  }
}

/** Returns an SBOM of the name, with what is given in place of the usual. */
export function sampleEvidence(name: string, given: Partial<Evidence> = {}): Evidence {
  const digest = digestOfName(name)
  return {
    reference: `${REPOSITORY}@${digest}`,
    digest,
    artifactType: 'application/spdx+json',
    annotations: {},
    aliases: ['sbom'],
    about: [],
    subject: digestOfName('app'),
    attached: [],
    ...given,
  }
}

/** Returns a signature about the manifest of the name, told apart by its own. */
export function sampleSignature(
  id: string,
  subject: string,
  content: SignatureContent = { kind: 'sigstore-bundle', bytes: new Uint8Array() },
): Signature {
  const digest = digestOfName(subject)
  return {
    id,
    reference: `${REPOSITORY}@${digestOfName(id)}`,
    subject: { digest, bytes: new Uint8Array() },
    content,
  }
}

/** Returns an SBOM of the name with a signature attached to it, whose id is `sig-` and the name. */
export function signedSbom(name: string, given: Partial<Evidence> = {}): Evidence {
  return sampleEvidence(name, { attached: [sampleSignature(`sig-${name}`, name)], ...given })
}

/** Returns a signed provenance statement about the image `app`, whose id is `sig-` and the name. */
export function signedProvenance(name: string, given: Partial<Evidence> = {}): Evidence {
  return sampleEvidence(name, {
    artifactType: BUNDLE,
    aliases: ['attestation', 'provenance'],
    predicateType: PROVENANCE,
    about: [digestOfName('app')],
    own: sampleSignature(`sig-${name}`, 'app'),
    ...given,
  })
}

type Verified = Extract<Verification, { readonly state: 'verified' }>

/** Returns a verification by the signer, as an act of signing of its own. */
export function verifiedBy(signer: Signer, given: Partial<Verified> = {}): Verified {
  return { state: 'verified', signers: [signer], signed: 'once', ...given }
}

/** Returns an image of the name with the evidence. */
export function sampleImage(
  evidence: readonly Evidence[],
  given: Partial<JudgedImage> = {},
): JudgedImage {
  return { ...sampleManifest('app', evidence), platforms: [], unnamed: [], ...given }
}

/** Returns a manifest of the name with the evidence. */
export function sampleManifest(
  name: string,
  evidence: readonly Evidence[],
  given: Partial<JudgedManifest> = {},
): JudgedManifest {
  const digest: Digest = digestOfName(name)
  return { reference: `${REPOSITORY}@${digest}`, digest, evidence, ...given }
}

/** Returns what becomes of the policy at an image with the evidence, by the verifications by their ids. */
export function judged(
  evidence: readonly Evidence[],
  policy: Policy,
  verifications: Readonly<Record<string, Verification>> = {},
): Report {
  return evaluate([sampleImage(evidence)], policy, new Map(Object.entries(verifications)), NOW)
}

/** Returns the reason of a rule by itself, as `judged` does. */
export function reasonOf(
  evidence: readonly Evidence[],
  rule: Partial<Rule> = {},
  verifications: Readonly<Record<string, Verification>> = {},
): string | undefined {
  return judged(evidence, [sampleRule(rule)], verifications).rules[0]?.reason
}

/** Returns the digest of the manifest of the name as reasons have it. */
export function shortDigestOf(name: string): string {
  return digestOfName(name).slice(0, 'sha256:'.length + 12)
}
