import { withoutParameters } from '../oci/media-types.ts'
import type { Alias } from './policy.ts'

/**
 * Notation's, of today and before 1.0 (notaryproject/specifications, signature-specification.md, OCI
 * Signatures); the last is that of ORAS artifact manifests.
 */
const NOTATION_TYPES = [
  'application/vnd.cncf.notary.signature',
  'application/vnd.cncf.notary.v2.signature',
  'application/vnd.cncf.notary.v2',
] as const

/**
 * What is told by the artifact type alone: what this client attaches documents as, what cosign attaches
 * SBOMs as, and what others call the same. Sigstore bundles are not here: they hold signatures or
 * statements.
 */
const ARTIFACT_TYPES: readonly (readonly [Alias, readonly string[]])[] = [
  [
    'sbom',
    [
      'application/spdx+json',
      'text/spdx',
      'text/spdx+json',
      'text/spdx+xml',
      'application/vnd.cyclonedx',
      'application/vnd.cyclonedx+json',
      'application/vnd.cyclonedx+xml',
      'application/vnd.syft+json',
      'application/vnd.dev.cosign.artifact.sbom.v1+json',
      'application/vnd.goharbor.harbor.sbom.v1',
    ],
  ],
  [
    'signature',
    [
      'application/vnd.dev.cosign.simplesigning.v1+json',
      'application/vnd.dev.cosign.artifact.sig.v1+json',
      ...NOTATION_TYPES,
    ],
  ],
  [
    'attestation',
    [
      'application/vnd.in-toto+json',
      'application/vnd.dsse.envelope.v1+json',
      'application/vnd.docker.attestation.manifest.v1+json',
    ],
  ],
  [
    'vulnerability-report',
    [
      'application/sarif+json',
      'application/vnd.aquasec.trivy.report+json',
      'application/vnd.anchore.grype+json',
    ],
  ],
  ['vex', ['application/vnd.openvex+json', 'application/vnd.csaf+json']],
]

/** What cosign 3 signs an image with: a statement that says nothing but that it is signed. */
const COSIGN_SIGN = 'https://sigstore.dev/cosign/sign/v1'

/**
 * Predicate types without their versions, which follow after a slash: those of in-toto/attestation
 * (spec/predicates) and of sigstore/cosign (options/predicate.go), and CycloneDX's for VEX. cosign 1
 * wrote its own for scans without a scheme.
 */
const PREDICATE_TYPES: readonly (readonly [Alias, readonly string[]])[] = [
  ['provenance', ['https://slsa.dev/provenance']],
  ['sbom', ['https://spdx.dev/Document', 'https://cyclonedx.org/bom']],
  [
    'vulnerability-report',
    [
      'https://cosign.sigstore.dev/attestation/vuln',
      'cosign.sigstore.dev/attestation/vuln',
      'https://in-toto.io/attestation/vulns',
    ],
  ],
  ['vex', ['https://openvex.dev/ns', 'https://cyclonedx.org/vex']],
]

/**
 * Returns what an artifact of the type is, in lower or upper case and whatever its parameters; nothing
 * if the type alone does not tell.
 */
export function aliasesOfArtifactType(artifactType: string): readonly Alias[] {
  const type = withoutParameters(artifactType)
  return ARTIFACT_TYPES.flatMap(([alias, types]) => (types.includes(type) ? [alias] : []))
}

/**
 * Returns what an in-toto statement with the predicate type is: always an `attestation`, but for the
 * statement that is cosign's form of a `signature`.
 */
export function aliasesOfPredicateType(predicateType: string): readonly Alias[] {
  if (predicateType === COSIGN_SIGN) return ['signature']
  const kinds = PREDICATE_TYPES.flatMap(([alias, families]) =>
    families.some((family) => `${predicateType}/`.startsWith(`${family}/`)) ? [alias] : [],
  )
  return [...kinds, 'attestation']
}

/** Returns the predicate types of what has the alias, without versions; none if it may be any or none. */
export function predicateTypesOf(alias: Alias): readonly string[] {
  return PREDICATE_TYPES.find(([each]) => each === alias)?.[1] ?? []
}

/** Tells whether an artifact of the type is a signature of Notation. */
export function isNotationType(artifactType: string): boolean {
  const type = withoutParameters(artifactType)
  return NOTATION_TYPES.some((each) => each === type)
}

/** Tells whether an artifact of the type can be an in-toto statement: not what is known to be else. */
export function mayBeStatement(artifactType: string): boolean {
  const aliases = aliasesOfArtifactType(artifactType)
  if (aliases.length > 0) return aliases.includes('attestation')
  return !withoutParameters(artifactType).startsWith('text/')
}
