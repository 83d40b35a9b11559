/** The predicate type of SLSA's provenance. */
export const PROVENANCE = 'https://slsa.dev/provenance/v1'

/** What may be asked of an image, in the words of the policy and in those of cosign. */
export const questions = {
  'a signature by the key': {
    rule: 'type: signature, signed-by: { key: cosign.pub }',
    cosign: ['verify', '--key=cosign.pub'],
  },
  'a signature by another key': {
    rule: 'type: signature, signed-by: { key: other.pub }',
    cosign: ['verify', '--key=other.pub'],
  },
  'provenance by the key': {
    rule: `type: provenance, predicate-type: "${PROVENANCE}", signed-by: { key: cosign.pub }`,
    cosign: ['verify-attestation', '--key=cosign.pub', '--type=slsaprovenance1'],
  },
  'provenance by another key': {
    rule: `type: provenance, predicate-type: "${PROVENANCE}", signed-by: { key: other.pub }`,
    cosign: ['verify-attestation', '--key=other.pub', '--type=slsaprovenance1'],
  },
  'another attestation by the key': {
    rule: 'type: attestation, predicate-type: "https://example.com/v1", signed-by: { key: cosign.pub }',
    cosign: ['verify-attestation', '--key=cosign.pub', '--type=https://example.com/v1'],
  },
} as const

export type Question = keyof typeof questions

const signature = 'a signature by the key'
const provenance = 'provenance by the key'

/** What is attached to an image that is signed with a key, and what is proven of it; nothing else is. */
export const proven = {
  nothing: [],
  bundles: [signature, provenance],
  'what tags name': [signature, provenance],
  both: [signature, provenance],
  'a signature alone': [signature],
  'a signature at its tag alone': [signature],
  'provenance alone': [provenance],
  'provenance at its tag alone': [provenance],
  'bundles of another image': [],
  'what the tags of another image name': [],
  'other payloads in bundles': [],
  'other signatures in bundles': [],
  'other payloads at the tags': [],
  'other signatures at the tags': [],
  'altered bundles beside what tags name': [signature, provenance],
} as const satisfies Readonly<Record<string, readonly Question[]>>

export type SceneName = keyof typeof proven

/** Where cosign (3.1.3) says otherwise. */
export const byCosign: Readonly<Partial<Record<SceneName, readonly Question[]>>> = {
  // Any bundle that the key signed is a signature to it, whatever its statement says of the image.
  'provenance alone': [signature, provenance],
  // It looks at no tag where there is any bundle: whoever may push one could hide what is signed.
  'altered bundles beside what tags name': [],
}

type Verdict = 'passed' | 'denied'

/** Who signed provenance in a bundle, and what was altered in it then; cosign says the same. */
export const bundleVerdicts = {
  'the release workflow': 'passed',
  'the release workflow, stamped and logged': 'passed',
  'another workflow': 'denied',
  'the same workflow elsewhere': 'denied',
  'another instance of Sigstore': 'denied',
  'the release workflow, about another image': 'denied',
  'the release workflow, but with another payload': 'denied',
  'the release workflow, but with another signature': 'denied',
  'the release workflow, but with another certificate': 'denied',
  'the release workflow, but with another entry of the log': 'denied',
  'the release workflow, but with another checkpoint of the log': 'denied',
  'the release workflow, but with another root beside it': 'denied',
  'the release workflow, but with another place in the log': 'denied',
  'the release workflow, but with another time of the log': 'denied',
  'the release workflow, but in no log': 'denied',
} as const satisfies Readonly<Record<string, Verdict>>

export type BundleName = keyof typeof bundleVerdicts

/** What the release workflow, or another, signed at the tags of cosign 2; cosign says the same. */
export const layerVerdicts = {
  'a signature': 'passed',
  'a signature by another workflow': 'denied',
  'a signature of another image': 'denied',
  'a signature, its payload altered': 'denied',
  'a signature, itself altered': 'denied',
  'a signature with another certificate': 'denied',
  'a signature with another entry of the log': 'denied',
  'a signature with another time of the log': 'denied',
  'a signature in no log': 'denied',
  provenance: 'passed',
  'provenance, logged as before cosign 2.2': 'passed',
  'provenance by another workflow': 'denied',
  'provenance of another image': 'denied',
  'provenance, its payload altered': 'denied',
  'provenance, its signature altered': 'denied',
  'provenance with another certificate': 'denied',
  'provenance with another entry of the log': 'denied',
} as const satisfies Readonly<Record<string, Verdict>>

export type LayerName = keyof typeof layerVerdicts
