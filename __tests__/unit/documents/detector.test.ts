import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DetectedDocument } from '../../../src/documents/detector.ts'
import { DOCUMENT_TYPES } from '../../../src/documents/kinds.ts'
import { anyCuts } from '../../support/chunks.ts'
import { detect } from '../../support/detect.ts'

const FIXTURES = new URL('../../fixtures/documents/', import.meta.url)

function fixture(name: string): string {
  return readFileSync(new URL(name, FIXTURES), 'utf8')
}

type Expected = Omit<DetectedDocument, 'mediaType'>

/** The files have no extension: what they are is in them. */
const EXPECTED: readonly (readonly [name: string, expected: Expected])[] = [
  [
    'spdx-2.3-json',
    {
      kind: 'spdx-json',
      artifactType: 'application/spdx+json',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'spdx-3.0-json-ld',
    {
      kind: 'spdx-json',
      artifactType: 'application/spdx+json',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'spdx-2.3-tag-value',
    {
      kind: 'spdx-tag-value',
      artifactType: 'text/spdx',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'cyclonedx-1.6-json',
    {
      kind: 'cyclonedx-json',
      artifactType: 'application/vnd.cyclonedx+json',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'cyclonedx-1.6-xml',
    {
      kind: 'cyclonedx-xml',
      artifactType: 'application/vnd.cyclonedx+xml',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'cyclonedx-1.4-xml-prefixed',
    {
      kind: 'cyclonedx-xml',
      artifactType: 'application/vnd.cyclonedx+xml',
      created: '2025-03-14T09:26:53Z',
      components: 'some',
    },
  ],
  [
    'syft-json',
    { kind: 'syft-json', artifactType: 'application/vnd.syft+json', components: 'some' },
  ],
  [
    'sarif-2.1.0',
    {
      kind: 'sarif',
      artifactType: 'application/sarif+json',
      created: '2025-03-14T09:27:01Z',
    },
  ],
  [
    'trivy-json',
    {
      kind: 'trivy-json',
      artifactType: 'application/vnd.aquasec.trivy.report+json',
      created: '2025-03-14T09:26:53Z',
    },
  ],
  [
    'grype-json',
    {
      kind: 'grype-json',
      artifactType: 'application/vnd.anchore.grype+json',
      created: '2025-03-14T09:26:55Z',
    },
  ],
  [
    'openvex-0.2.0',
    {
      kind: 'openvex',
      artifactType: 'application/vnd.openvex+json',
      created: '2025-03-14T08:33:28Z',
    },
  ],
  [
    'csaf-2.0',
    { kind: 'csaf', artifactType: 'application/vnd.csaf+json', created: '2025-03-14T11:00:00Z' },
  ],
  [
    'in-toto-statement-v0.1',
    {
      kind: 'in-toto-statement',
      artifactType: 'application/vnd.in-toto+json',
      predicateType: 'https://spdx.dev/Document',
    },
  ],
  [
    'in-toto-statement-v1',
    {
      kind: 'in-toto-statement',
      artifactType: 'application/vnd.in-toto+json',
      predicateType: 'https://slsa.dev/provenance/v1',
    },
  ],
  [
    'dsse-envelope',
    { kind: 'dsse-envelope', artifactType: 'application/vnd.dsse.envelope.v1+json' },
  ],
  [
    'sigstore-bundle-v0.1',
    {
      kind: 'sigstore-bundle-before-v0.3',
      artifactType: 'application/vnd.dev.sigstore.bundle+json',
    },
  ],
  [
    'sigstore-bundle-v0.2',
    {
      kind: 'sigstore-bundle-before-v0.3',
      artifactType: 'application/vnd.dev.sigstore.bundle+json',
    },
  ],
  [
    'sigstore-bundle-v0.3',
    {
      kind: 'sigstore-bundle',
      artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    },
  ],
  [
    'sigstore-bundle-v0.3-parameter',
    {
      kind: 'sigstore-bundle',
      artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    },
  ],
]

const NAMES = EXPECTED.map(([name]) => name)
const JSON_NAMES = NAMES.filter((name) => fixture(name).startsWith('{'))
/** Tag-value text shows nowhere that it is complete. */
const CLOSED_NAMES = NAMES.filter((name) => name !== 'spdx-2.3-tag-value')

describe('what a document is', () => {
  test.each(EXPECTED)('%s', (name, expected) => {
    expect(detect(fixture(name))).toEqual({ ...expected, mediaType: expected.artifactType })
  })

  test('every kind and every fixture is expected, and an SBOM says whether it lists something', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual([...NAMES].sort())
    const kinds = new Set(EXPECTED.map(([, { kind }]) => kind))
    expect([...kinds].sort()).toEqual(Object.keys(DOCUMENT_TYPES).sort())
    for (const [, { kind, components }] of EXPECTED) {
      expect(DOCUMENT_TYPES[kind].sbom).toBe(components !== undefined)
    }
  })

  test.each([
    '',
    '   \n',
    'hello',
    '{}',
    '[]',
    'null',
    '"SPDX-2.3"',
    '\u0000\u0001\u0002',
    '<html></html>',
  ])('%j is nothing known', (content) => {
    expect(detect(content)).toBeUndefined()
  })

  test('does not depend on where the bytes are cut into chunks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), anyCuts, (name, cuts) => {
        expect(detect(fixture(name), cuts)).toEqual(detect(fixture(name)))
      }),
      { numRuns: 300 },
    )
    for (const name of NAMES) {
      const content = fixture(name)
      const everyByte = Array.from(content, (_, index) => index / content.length)
      expect(detect(content, everyByte)).toEqual(detect(content))
    }
  })

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.constantFrom(...JSON_NAMES), fc.infiniteStream(fc.nat()), (name, numbers) => {
        const shuffled = shuffleKeys(JSON.parse(fixture(name)), () => numbers.next().value ?? 0)
        expect(detect(JSON.stringify(shuffled))).toEqual(detect(fixture(name)))
      }),
    )
  })

  test('is told of a complete document only', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOSED_NAMES),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (name, cut) => {
          const content = Buffer.from(fixture(name).trimEnd())
          expect(detect(content.subarray(0, Math.floor(cut * content.length)))).toBeUndefined()
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is not told when more follows the document', () => {
    for (const name of CLOSED_NAMES) {
      expect(detect(`${fixture(name)}${fixture(name)}`)).toBeUndefined()
    }
  })

  test('is not told when it is two things at once', () => {
    const both = {
      ...JSON.parse(fixture('cyclonedx-1.6-json')),
      ...JSON.parse(fixture('openvex-0.2.0')),
    }
    expect(detect(JSON.stringify(both))).toBeUndefined()
  })

  test('is not told when a name that decides occurs twice', () => {
    const twice = fixture('cyclonedx-1.6-json').replace('{', '{"bomFormat":"Other",')
    expect(detect(twice)).toBeUndefined()
  })

  test('a byte order mark or white space before the document changes nothing', () => {
    for (const name of NAMES.filter((name) => !fixture(name).startsWith('\ufeff'))) {
      expect(detect(`\ufeff${fixture(name)}`, [0.0001, 0.001])).toEqual(detect(fixture(name)))
      expect(detect(`\r\n\n${fixture(name)}`)).toEqual(detect(fixture(name)))
    }
  })
})

function shuffleKeys(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((element) => shuffleKeys(element, random))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => ({ key, child: shuffleKeys(child, random), rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ key, child }) => [key, child]),
  )
}
