import { describe, expect, test } from '@jest/globals'
import { DOCUMENT_TYPES } from '../../../src/documents/kinds.ts'
import {
  aliasesOfArtifactType,
  aliasesOfPredicateType,
  isNotationType,
  mayBeStatement,
  predicateTypesOf,
} from '../../../src/policy/aliases.ts'
import { ALIASES } from '../../../src/policy/policy.ts'

describe('an artifact type tells what it is', () => {
  test.each([
    ['application/spdx+json', ['sbom']],
    ['text/spdx+json', ['sbom']],
    ['APPLICATION/vnd.CycloneDX+json', ['sbom']],
    ['application/vnd.cyclonedx+xml; version=1.6', ['sbom']],
    ['application/vnd.goharbor.harbor.sbom.v1', ['sbom']],
    ['application/vnd.dev.cosign.artifact.sbom.v1+json', ['sbom']],
    ['application/vnd.dev.cosign.simplesigning.v1+json', ['signature']],
    ['application/vnd.dev.cosign.artifact.sig.v1+json', ['signature']],
    ['application/vnd.cncf.notary.signature', ['signature']],
    ['application/vnd.cncf.notary.v2', ['signature']],
    ['application/vnd.in-toto+json', ['attestation']],
    ['application/vnd.docker.attestation.manifest.v1+json', ['attestation']],
    ['application/sarif+json', ['vulnerability-report']],
    ['application/vnd.openvex+json', ['vex']],
    // What a bundle holds tells what it is.
    ['application/vnd.dev.sigstore.bundle.v0.3+json', []],
    ['application/spdx+json+x', []],
    ['x-application/spdx+json', []],
    ['', []],
  ])('%s', (artifactType, aliases) => {
    expect(aliasesOfArtifactType(artifactType)).toEqual(aliases)
  })

  test.each(Object.entries(DOCUMENT_TYPES))('so does what is attached for %s', (kind, type) => {
    const aliases = aliasesOfArtifactType(type.artifactType)
    expect(aliases).toHaveLength(kind.startsWith('sigstore-bundle') ? 0 : 1)
    expect(aliases.includes('sbom')).toBe(type.sbom)
  })
})

describe('a predicate type tells what the statement is', () => {
  test.each([
    ['https://slsa.dev/provenance/v1', ['provenance', 'attestation']],
    ['https://slsa.dev/provenance/v0.2', ['provenance', 'attestation']],
    ['https://spdx.dev/Document', ['sbom', 'attestation']],
    ['https://spdx.dev/Document/v2.3', ['sbom', 'attestation']],
    ['https://cyclonedx.org/bom', ['sbom', 'attestation']],
    ['https://cosign.sigstore.dev/attestation/vuln/v1', ['vulnerability-report', 'attestation']],
    ['cosign.sigstore.dev/attestation/vuln/v1', ['vulnerability-report', 'attestation']],
    ['https://in-toto.io/attestation/vulns/v0.1', ['vulnerability-report', 'attestation']],
    ['https://openvex.dev/ns', ['vex', 'attestation']],
    ['https://cyclonedx.org/vex', ['vex', 'attestation']],
    ['https://sigstore.dev/cosign/sign/v1', ['signature']],
    ['https://slsa.dev/verification_summary/v1', ['attestation']],
    ['https://cosign.sigstore.dev/attestation/v1', ['attestation']],
    ['https://slsa.dev/provenance-of-mine', ['attestation']],
    ['https://evil.example/https://slsa.dev/provenance/v1', ['attestation']],
    ['https://SPDX.dev/Document', ['attestation']],
  ])('%s', (predicateType, aliases) => {
    expect(aliasesOfPredicateType(predicateType)).toEqual(aliases)
  })

  test.each(ALIASES.map((alias) => [alias] as const))('as %s is said to', (alias) => {
    for (const predicateType of predicateTypesOf(alias)) {
      expect(aliasesOfPredicateType(predicateType)).toContain(alias)
      expect(aliasesOfPredicateType(`${predicateType}/v1`)).toContain(alias)
    }
  })
})

test.each([
  ['application/vnd.cncf.notary.signature', true],
  ['application/vnd.cncf.notary.V2.signature', true],
  ['application/vnd.cncf.notary.signatures', false],
])('%s is of Notation: %s', (artifactType, expected) => {
  expect(isNotationType(artifactType)).toBe(expected)
})

test.each([
  ['application/vnd.in-toto+json', true],
  ['application/vnd.dev.sigstore.bundle.v0.3+json', true],
  ['application/vnd.example', true],
  ['application/spdx+json', false],
  ['application/vnd.cncf.notary.signature', false],
  ['TEXT/plain', false],
])('%s may be a statement: %s', (artifactType, expected) => {
  expect(mayBeStatement(artifactType)).toBe(expected)
})
