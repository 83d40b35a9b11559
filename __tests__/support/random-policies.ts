import fc from 'fast-check'
import { ALIASES, type Alias } from '../../src/policy/policy.ts'

const word = fc.stringMatching(/^[a-z0-9._-]{1,12}$/)
const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((each) => `x${each}`)

const artifactType = fc
  .tuple(word, word, fc.option(word))
  .map(([tree, name, value]) => `a${tree}/a${name}${value === null ? '' : `;version=${value}`}`)

const PREDICATES: Readonly<Record<Alias, readonly string[]>> = {
  sbom: [
    'https://spdx.dev/Document',
    'https://spdx.dev/Document/v2.3',
    'https://cyclonedx.org/bom',
  ],
  signature: [],
  attestation: ['https://example.com/mine', 'https://slsa.dev/provenance/v1', 'urn:example'],
  provenance: ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2'],
  'vulnerability-report': ['https://cosign.sigstore.dev/attestation/vuln/v1'],
  vex: ['https://openvex.dev/ns', 'https://openvex.dev/ns/v0.2.0'],
}

/** A type, and a predicate type that fits it if it may have one. */
const typed = fc.oneof(
  fc.constantFrom(...ALIASES).chain((type) => {
    const [first, ...others] = PREDICATES[type]
    const predicates = first === undefined ? [] : [fc.constantFrom(first, ...others)]
    return fc.oneof(
      fc.record({ type: fc.constant(type) }),
      ...predicates.map((each) => fc.record({ type: fc.constant(type), 'predicate-type': each })),
    )
  }),
  fc.record({ type: artifactType }),
)

const issuer = fc.webUrl({ validSchemes: ['https'], withFragments: false })
const signer = fc.oneof(
  fc.record({ key: word.map((name) => `keys/${name}.pub`) }),
  fc.record({ issuer, identity: fc.emailAddress().filter((each) => !each.includes('*')) }),
  fc.record({ issuer, 'identity-pattern': word.map((name) => `https://ci\\.example/${name}@.+`) }),
)

const rest = fc.record(
  {
    count: fc.integer({ min: 1, max: 20_000 }),
    'max-age': fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom('m', 'h', 'd', 'w'))
      .map(([amount, unit]) => `${amount}${unit}`),
    platform: fc.constantFrom('subject', 'each'),
    annotations: fc.dictionary(text, fc.oneof(text, fc.constant('')), { minKeys: 1, maxKeys: 3 }),
    'signed-by': signer,
  },
  { requiredKeys: [] },
)

const rule = fc.tuple(typed, rest).map(([type, others]) => ({ ...type, ...others }))
const type = fc.oneof(fc.constantFrom(...ALIASES), artifactType)

/** What a policy may be, as the value that its YAML has; no two rules ask for the same. */
export const writtenPolicy = fc.oneof(
  type,
  fc.uniqueArray(fc.oneof(type, rule), {
    minLength: 1,
    maxLength: 5,
    selector: (item) => JSON.stringify(typeof item === 'string' ? item : item.type),
  }),
)

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    null,
    0,
    -1,
    1.5,
    true,
    [],
    {},
    '*',
    '.*',
    'sbom',
    '30',
    'each',
    ' a',
  ),
  fc.string(),
  fc.constantFrom<unknown>('https://slsa.dev/provenance/v1', 'application/spdx+json'),
)

/** Returns the value with one thing in it replaced, left out or added, somewhere. */
export function altered(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null) return junk
  const entries = Object.entries(value)
  const inside = entries.map(([key, each]) =>
    altered(each).map((changed) => rebuilt(value, { ...value, [key]: changed })),
  )
  const without = entries.map(([key]) =>
    fc.constant(rebuilt(value, Object.fromEntries(entries.filter(([each]) => each !== key)))),
  )
  const added = fc
    .tuple(fc.constantFrom('key', 'issuer', 'identity', 'predicate-type', 'count', '9'), junk)
    .map(([key, each]) => rebuilt(value, { ...value, [key]: each }))
  return fc.oneof(junk, added, ...inside, ...inside, ...without)
}

function rebuilt(original: object, changed: object): unknown {
  return Array.isArray(original) ? Object.values(changed) : changed
}
