import { describe, expect, test } from '@jest/globals'
import { detect } from '../../support/detect.ts'

function kindOf(document: unknown): string | undefined {
  return detect(JSON.stringify(document))?.kind
}

const runs = [{ tool: { driver: { name: 'scanner' } }, results: [] }]
const material = { certificate: { rawBytes: '' } }

describe('the signs of a JSON format', () => {
  test.each<[string, unknown]>([
    ['spdx-json', { spdxVersion: 'SPDX-2.2' }],
    ['spdx-json', { '@context': ['https://spdx.org/rdf/3.0.0/spdx-context.jsonld', {}] }],
    ['spdx-json', { '@context': 'http://spdx.org/rdf/3.1/spdx-context.jsonld', '@graph': [] }],
    ['cyclonedx-json', { bomFormat: 'CycloneDX', specVersion: '1.2' }],
    ['syft-json', { artifacts: [], descriptor: { name: 'syft' } }],
    [
      'syft-json',
      {
        artifacts: [],
        descriptor: { name: 'an embedder' },
        schema: {
          url: 'https://raw.githubusercontent.com/anchore/syft/main/schema/json/schema-16.0.39.json',
        },
      },
    ],
    ['trivy-json', { SchemaVersion: 2, ArtifactName: '.', ArtifactType: 'filesystem' }],
    ['trivy-json', { SchemaVersion: 2, ArtifactName: '.', Results: [] }],
    ['grype-json', { matches: [], descriptor: { name: 'grype' } }],
    ['sarif', { version: '2.1.0', runs }],
    ['sarif', { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [] }],
    ['openvex', { '@context': 'https://openvex.dev/ns' }],
    ['csaf', { document: { csaf_version: '2.1' } }],
    ['in-toto-statement', { _type: 'https://in-toto.io/Statement/v1', bomFormat: 'none' }],
    ['dsse-envelope', { payload: 'x'.repeat(10_000), payloadType: 'text/plain', signatures: [] }],
    [
      'sigstore-bundle',
      {
        mediaType: 'application/vnd.dev.sigstore.bundle+json; version=0.3',
        verificationMaterial: material,
      },
    ],
  ])('%s: %j', (kind, document) => {
    expect(kindOf(document)).toBe(kind)
  })

  test.each<[string, unknown]>([
    ['a version that is no SPDX version', { spdxVersion: '2.3' }],
    ['a version that is no string', { spdxVersion: 2.3 }],
    ['the context of SPDX 2', { '@context': 'https://spdx.org/rdf/terms/spdx-context.jsonld' }],
    ['another BOM format', { bomFormat: 'cyclonedx' }],
    ['signs below the root', { bom: { bomFormat: 'CycloneDX' } }],
    ['signs in an array', [{ bomFormat: 'CycloneDX' }]],
    ['a path spelled as one key', { 'document.csaf_version': '2.0' }],
    ['no list of artifacts', { artifacts: {}, descriptor: { name: 'syft' } }],
    ['matches of another tool', { matches: [], descriptor: { name: 'grepe' } }],
    ['a kubectl list', { SchemaVersion: 2, ArtifactName: 'x' }],
    ['runs of no scanner', { version: '1.0.0', runs }],
    ['no runs', { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json' }],
    ['a look-alike of the OpenVEX context', { '@context': 'https://openvex.dev/nsx' }],
    ['a statement of a later version', { _type: 'https://in-toto.io/Statement/v2' }],
    ['an envelope without signatures', { payload: 'e30=', payloadType: 'text/plain' }],
    [
      'the OCI descriptor of a bundle',
      { mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', digest: 'sha256:0', size: 1 },
    ],
    [
      'a bundle of a version that is not known',
      {
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.4+json',
        verificationMaterial: material,
      },
    ],
  ])('%s is none', (_, document) => {
    expect(kindOf(document)).toBeUndefined()
  })
})

describe('the timestamp of a document', () => {
  test.each<[string, unknown, string | undefined]>([
    [
      'one that is no RFC 3339 is left out',
      { bomFormat: 'CycloneDX', metadata: { timestamp: '2025-03-14' } },
      undefined,
    ],
    [
      'the latest invocation of all runs counts, of those that say',
      {
        version: '2.1.0',
        runs: [
          { invocations: [{ endTimeUtc: '2025-01-03T00:00:00+02:00' }, { endTimeUtc: 'now' }] },
          { invocations: [{ endTimeUtc: '2025-01-02T23:00:00Z' }, {}] },
          {},
        ],
      },
      '2025-01-02T23:00:00Z',
    ],
    [
      'SPDX 3 may hold its creation information inside an element',
      {
        '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        '@graph': [
          { type: 'SpdxDocument', creationInfo: { created: '2025-01-02T03:04:05Z' } },
          { type: 'software_Package', builtTime: '2026-01-02T03:04:05Z' },
        ],
      },
      '2025-01-02T03:04:05Z',
    ],
    [
      'Syft may write one',
      { artifacts: [], descriptor: { name: 'syft', timestamp: '2025-01-02T03:04:05.6Z' } },
      '2025-01-02T03:04:05Z',
    ],
    [
      'that of a predicate is not the statement’s',
      {
        _type: 'https://in-toto.io/Statement/v1',
        predicate: { creationInfo: { created: '2025-01-02T03:04:05Z' } },
      },
      undefined,
    ],
  ])('%s', (_, document, created) => {
    expect(detect(JSON.stringify(document))?.created).toBe(created)
  })
})

describe('whether a bill of materials lists a component', () => {
  const spdx3 = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld' }
  test.each<['none' | 'some' | undefined, unknown]>([
    ['none', { spdxVersion: 'SPDX-2.3' }],
    ['none', { spdxVersion: 'SPDX-2.3', packages: [] }],
    ['some', { spdxVersion: 'SPDX-2.3', packages: [{ name: 'busybox' }] }],
    ['some', { spdxVersion: 'SPDX-2.3', files: [{ fileName: './README.md' }] }],
    ['none', { ...spdx3, '@graph': [{ type: 'SpdxDocument' }, { type: 'software_Sbom' }] }],
    ['some', { ...spdx3, '@graph': [{ type: 'SpdxDocument' }, { type: 'software_File' }] }],
    ['none', { bomFormat: 'CycloneDX', metadata: { component: { name: 'app' } } }],
    ['none', { bomFormat: 'CycloneDX', components: [] }],
    ['some', { bomFormat: 'CycloneDX', components: [{ name: 'busybox' }] }],
    ['none', { artifacts: [], descriptor: { name: 'syft' } }],
    ['some', { artifacts: [{}], descriptor: { name: 'syft' } }],
    [undefined, { matches: [{}], descriptor: { name: 'grype' } }],
  ])('%s: %j', (components, document) => {
    expect(detect(JSON.stringify(document))?.components).toBe(components)
  })
})
