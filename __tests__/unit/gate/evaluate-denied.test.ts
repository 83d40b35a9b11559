import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { Verification } from '../../../src/verify/signature.ts'
import {
  byKey,
  byRelease,
  key,
  PROVENANCE,
  reasonOf,
  release,
  sampleEvidence,
  sampleSignature,
  shortDigestOf,
  signedProvenance,
  signedSbom,
  thirtyDays,
  verifiedBy,
} from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const provenance = { type: { kind: 'alias', alias: 'provenance' } } as const
const [old, recent] = ['2026-05-01T00:00:00Z', '2026-06-30T09:30:00Z']
const d = shortDigestOf
const RELEASE = `${release.identity} (issuer ${release.issuer})`

function sorted(...names: readonly string[]): readonly string[] {
  return [...names].sort((a, b) => (digestOfName(a) < digestOfName(b) ? -1 : 1))
}

describe('a denied rule says why each piece does not count:', () => {
  const alone: readonly (readonly [string, Partial<Evidence>, Partial<Rule>, string])[] = [
    ['too few', {}, { count: 2 }, '1 SBOM present, 2 needed'],
    [
      'unreadable',
      { unreadable: 'it is too large' },
      {},
      `1 SBOM present, none that can count: ${d('a')} cannot be read: it is too large`,
    ],
    [
      'about others',
      { about: ['x', 'y', 'z'].map(digestOfName) },
      {},
      `1 SBOM present, none that can count: ${d('a')} is a statement about ${d('x')}, ${d('y')}, …`,
    ],
    [
      'about nothing',
      { predicateType: 'x' },
      {},
      `1 SBOM present, none that can count: ${d('a')} is a statement about no manifest`,
    ],
    [
      'another annotation',
      { annotations: { stage: 'dev' } },
      { annotations: { stage: 'prod' } },
      `1 SBOM present, none with stage=prod: ${d('a')} has stage=dev`,
    ],
    [
      'no annotation',
      {},
      { annotations: { stage: 'prod' } },
      `1 SBOM present, none with stage=prod: ${d('a')} has no annotation stage`,
    ],
    [
      'no predicate type',
      {},
      { predicateType: 'x' },
      `1 SBOM present, none with predicate type x: ${d('a')} has no predicate type`,
    ],
    [
      'too old',
      { created: old },
      { maxAge: thirtyDays },
      `1 SBOM present, none at most 30d old: ${d('a')} is 60 days old (${old})`,
    ],
    [
      'the future',
      { created: '2027-01-01T01:00:00+01:00' },
      { maxAge: thirtyDays },
      `1 SBOM present, none at most 30d old: ${d('a')} is dated in the future (2027-01-01T00:00:00Z)`,
    ],
    [
      'no time',
      {},
      { maxAge: thirtyDays },
      `1 SBOM present, none at most 30d old: ${d('a')} has no time of creation`,
    ],
    [
      'a time that is none',
      { stated: 'today' },
      { maxAge: thirtyDays },
      `1 SBOM present, none at most 30d old: ${d('a')} has a time that cannot be read: today`,
    ],
    [
      'unsigned',
      {},
      { signedBy: byKey },
      `1 SBOM present, none signed by the key cosign.pub: ${d('a')} carries no signature`,
    ],
  ]

  test.each(alone)('%s', (_, given, rule, expected) => {
    expect(reasonOf([sampleEvidence('a', given)], rule)).toBe(expected)
  })

  const signed: readonly (readonly [string, Verification | undefined, string])[] = [
    ['not verified', undefined, 'was not verified'],
    [
      'refused',
      { state: 'refused', reason: 'is signed by none of the keys' },
      'is signed by none of the keys',
    ],
    ['another signer', verifiedBy(release), `is signed by ${RELEASE}`],
  ]

  test.each(signed)('a signature that is %s', (_, verification, why) => {
    const verifications = verification && { 'sig-a': verification }
    const ofKey = 'none signed by the key cosign.pub'
    expect(reasonOf([signedSbom('a')], { signedBy: byKey }, verifications)).toBe(
      `1 SBOM present, ${ofKey}: ${d('a')} carries ${d('sig-a')}, which ${why}`,
    )
    expect(
      reasonOf([signedProvenance('a')], { ...provenance, signedBy: byKey }, verifications),
    ).toBe(`1 provenance statement present, ${ofKey}: ${d('a')} ${why}`)
  })

  test.each([
    [
      { kind: 'unverifiable', what: 'a Notation signature' },
      'app',
      'is a Notation signature, which cannot be verified yet',
    ],
    [{ kind: 'sigstore-bundle', bytes: new Uint8Array() }, 'other', 'is about another manifest'],
  ] as const)('a signature that cannot be: %j about %s', (content, subject, why) => {
    const evidence = sampleEvidence('a', {
      aliases: ['signature'],
      own: sampleSignature('s', subject, content),
    })
    expect(
      reasonOf([evidence], { type: { kind: 'alias', alias: 'signature' }, signedBy: byKey }),
    ).toBe(`1 signature present, none signed by the key cosign.pub: ${d('a')} ${why}`)
  })

  test('a signature that does not cover what the rule names', () => {
    const rule = { ...provenance, annotations: { a: 'b' }, signedBy: byKey }
    const verifications = { 'sig-p': verifiedBy(key, { predicateType: PROVENANCE }) }
    expect(
      reasonOf([signedProvenance('p', { annotations: { a: 'b' } })], rule, verifications),
    ).toBe(
      `1 provenance statement present, none with a=b, signed by the key cosign.pub: ${d('p')} has a signature of the key cosign.pub, which does not cover its annotations: sign its manifest too`,
    )
  })

  test('a time that is not signed', () => {
    const rule = { ...provenance, maxAge: thirtyDays, signedBy: byKey }
    const verifications = { 'sig-p': verifiedBy(key, { predicateType: PROVENANCE }) }
    expect(reasonOf([signedProvenance('p', { created: recent })], rule, verifications)).toBe(
      `1 provenance statement present, none signed by the key cosign.pub, at most 30d old: ${d('p')} has no time that its signature proves`,
    )
  })

  test('a copy', () => {
    const [first = '', second = ''] = sorted('a', 'b')
    const verified = verifiedBy(key, { predicateType: PROVENANCE })
    const copies = [signedProvenance('a'), signedProvenance('b')]
    const rule = { ...provenance, count: 2, signedBy: byKey }
    expect(
      reasonOf(copies, rule, { [`sig-${first}`]: verified, [`sig-${second}`]: verified }),
    ).toBe(
      `2 provenance statements present, 1 signed by the key cosign.pub, 2 needed: ${d(second)} is a copy of one that counts`,
    )
  })
})

describe('of many pieces', () => {
  test('the nearest to counting are named first', () => {
    const [first = ''] = sorted('b', 'c')
    const evidence = [
      sampleEvidence('x', { unreadable: 'it is too large' }),
      sampleEvidence('b'),
      sampleEvidence('c'),
      sampleEvidence('d', { created: recent }),
      signedSbom('a'),
    ]
    expect(reasonOf(evidence, { signedBy: byRelease }, { 'sig-a': verifiedBy(key) })).toBe(
      `5 SBOMs present, none signed by ${RELEASE}: ${d('a')} carries ${d('sig-a')}, which is signed by the key cosign.pub; ` +
        `${d('d')} carries no signature; ${d(first)} carries no signature; and 2 more`,
    )
  })

  test('of many signatures on one piece the one that tells most is named', () => {
    const attached = ['junk', 'other', 'more'].map((id) => sampleSignature(id, 'a'))
    expect(
      reasonOf(
        [sampleEvidence('a', { attached })],
        { signedBy: byKey },
        { other: verifiedBy(release) },
      ),
    ).toMatch(
      new RegExp(
        `${d('a')} carries ${d('other')}, which is signed by \\S+ \\(issuer \\S+\\) \\(and 2 more signatures\\)$`,
      ),
    )
  })

  test('the reason stays short, whatever others have written', () => {
    const long = 'x'.repeat(100_000)
    const all = Array.from({ length: 100 }, (_, at) =>
      sampleEvidence(`junk ${at}`, { predicateType: long, about: [digestOfName('app')] }),
    )
    expect(reasonOf(all, { predicateType: 'y' })?.length).toBeLessThan(1500)
    const refused = { state: 'refused', reason: long } as const
    expect(
      reasonOf([signedSbom('a')], { signedBy: byKey }, { 'sig-a': refused })?.length,
    ).toBeLessThan(1500)
  })
})
