import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/gate/evaluate.ts'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Rule, SignedBy } from '../../../src/policy/policy.ts'
import type { Signer, Verification } from '../../../src/verify/signature.ts'
import {
  BUNDLE,
  byKey,
  byRelease,
  judged,
  key,
  NOW,
  PROVENANCE,
  release,
  sampleEvidence,
  sampleImage,
  sampleManifest,
  sampleRule,
  sampleSignature,
  signedProvenance,
  signedSbom,
  thirtyDays,
  verifiedBy,
} from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const provenance = { type: { kind: 'alias', alias: 'provenance' } } as const

function verdict(
  evidence: readonly Evidence[],
  rule: Partial<Rule>,
  verifications: Readonly<Record<string, Verification>>,
): string {
  return judged(evidence, [sampleRule(rule)], verifications).verdict
}

function byPattern(pattern: RegExp): SignedBy {
  return { kind: 'identity-pattern', issuer: release.issuer, pattern, source: pattern.source }
}

function identity(text: string, issuer = release.issuer): Signer {
  return { kind: 'identity', issuer, identity: text }
}

describe('who must have signed', () => {
  test.each<readonly [string, SignedBy, readonly Signer[], string]>([
    ['the key', byKey, [key], 'passed'],
    ['the key by another name too', byKey, [{ kind: 'key', name: 'other.pub' }, key], 'passed'],
    ['another key', byKey, [{ kind: 'key', name: 'a/cosign.pub' }], 'denied'],
    ['an identity of the key’s name', byKey, [identity('cosign.pub')], 'denied'],
    ['the identity', byRelease, [release], 'passed'],
    [
      'the identity of another issuer',
      byRelease,
      [{ ...release, issuer: `${release.issuer}/` }],
      'denied',
    ],
    ['a longer identity', byRelease, [identity(`${release.identity}2`)], 'denied'],
    ['a part of the identity', byRelease, [identity(release.identity.slice(8))], 'denied'],
    ['the identity in upper case', byRelease, [identity(release.identity.toUpperCase())], 'denied'],
    [
      'a key of the identity’s name',
      byRelease,
      [{ kind: 'key', name: release.identity }],
      'denied',
    ],
    ['what the pattern matches', byPattern(/^(?:a[0-9]+)$/), [identity('a12')], 'passed'],
    [
      'what the pattern matches elsewhere',
      byPattern(/^(?:a[0-9]+)$/),
      [identity('a1', 'x')],
      'denied',
    ],
    ['what a loose pattern matches in part', byPattern(/a[0-9]+/), [identity('xa12')], 'denied'],
    ['what ends behind the pattern', byPattern(/^(?:a[0-9]+)$/), [identity('a12\n')], 'denied'],
  ])('%s', (_, signedBy, signers, expected) => {
    const verification = { ...verifiedBy(key), signers }
    expect(verdict([signedSbom('a')], { signedBy }, { 'sig-a': verification })).toBe(expected)
  })
})

describe('what a signature is over', () => {
  const signed = { p: verifiedBy(key, { predicateType: PROVENANCE }) }

  test('is the evidence’s manifest, where it is attached to that', () => {
    expect(verdict([signedSbom('a')], { signedBy: byKey }, { 'sig-a': verifiedBy(key) })).toBe(
      'passed',
    )
  })

  test('is what is in the evidence, where that is signed itself', () => {
    const evidence = signedProvenance('p')
    const verifications = { 'sig-p': verifiedBy(key, { predicateType: PROVENANCE }) }
    const rule = { ...provenance, predicateType: PROVENANCE, signedBy: byKey }
    expect(verdict([evidence], rule, verifications)).toBe('passed')
  })

  test('is the image, where the evidence is a signature', () => {
    const content = {
      kind: 'simple-signing',
      payload: new Uint8Array(),
      signature: '',
      material: {},
    } as const
    const type = { kind: 'alias', alias: 'signature' } as const
    const over = (name: string): Evidence =>
      sampleEvidence('x', { aliases: ['signature'], own: sampleSignature('s', name, content) })
    expect(verdict([over('app')], { type, signedBy: byKey }, { s: verifiedBy(key) })).toBe('passed')
    expect(verdict([over('other')], { type, signedBy: byKey }, { s: verifiedBy(key) })).toBe(
      'denied',
    )
  })

  test('is not the type that the manifest of what is signed claims', () => {
    const copied = {
      own: sampleSignature('p', 'app'),
      about: [digestOfName('app')],
      predicateType: PROVENANCE,
    }
    const posing = sampleEvidence('posing', { ...copied, aliases: ['sbom', 'provenance'] })
    expect(verdict([posing], { ...provenance, signedBy: byKey }, signed)).toBe('passed')
    expect(verdict([posing], { signedBy: byKey }, signed)).toBe('denied')
    const type = { kind: 'artifact-type', artifactType: 'application/spdx+json' } as const
    expect(verdict([posing], { type, signedBy: byKey }, signed)).toBe('denied')
  })

  test.each([
    ['sigstore-bundle', BUNDLE, 'passed'],
    ['sigstore-bundle', 'application/vnd.dev.sigstore.bundle+json;version=0.2', 'passed'],
    ['sigstore-bundle', 'application/vnd.in-toto+json', 'passed'],
    ['sigstore-bundle', 'application/vnd.dsse.envelope.v1+json', 'denied'],
    ['dsse-envelope', 'application/vnd.dsse.envelope.v1+json', 'passed'],
    ['dsse-envelope', BUNDLE, 'denied'],
    ['sigstore-bundle', 'application/vnd.acme.approval', 'denied'],
  ] as const)('as a %s is one of the type %s: %s', (kind, artifactType, expected) => {
    const content = { kind, bytes: new Uint8Array(), material: {} }
    const own = sampleSignature('p', 'app', content)
    const type = { kind: 'artifact-type', artifactType } as const
    expect(
      verdict([signedProvenance('x', { artifactType, own })], { type, signedBy: byKey }, signed),
    ).toBe(expected)
  })

  test('is not the manifest’s predicate type, but the statement’s', () => {
    const rule = { ...provenance, predicateType: PROVENANCE, signedBy: byKey }
    const other = { 'sig-p': verifiedBy(key, { predicateType: 'https://example.com/other' }) }
    expect(verdict([signedProvenance('p')], rule, other)).toBe('denied')
  })

  test('is not the annotations of the manifest, unless that is signed', () => {
    const rule = { ...provenance, annotations: { stage: 'prod' }, signedBy: byKey }
    const annotated = signedProvenance('p', { annotations: { stage: 'prod' } })
    const own = verifiedBy(key, { predicateType: PROVENANCE })
    expect(verdict([annotated], rule, { 'sig-p': own })).toBe('denied')
    const both = { ...annotated, attached: [sampleSignature('on-p', 'p')] }
    expect(verdict([both], rule, { 'sig-p': own, 'on-p': verifiedBy(key) })).toBe('passed')
  })
})

describe('a statement on an index', () => {
  const platforms = [
    sampleManifest('amd64', [], { platform: { os: 'linux', architecture: 'amd64' } }),
  ]
  const rule = { ...provenance, signedBy: byKey, platform: 'each' } as const
  const verifications = new Map([['s', verifiedBy(key, { predicateType: PROVENANCE })]])

  test.each([
    ['names both, signed for the index', ['app', 'amd64'], 'app', 'passed', 'passed'],
    ['names the platform, signed for it', ['amd64'], 'amd64', 'passed', 'denied'],
    ['names two platforms, signed for the other', ['amd64', 'arm64'], 'arm64', 'passed', 'denied'],
    ['names the index alone', ['app'], 'app', 'denied', 'passed'],
    ['names the platform, signed for what it does not name', ['amd64'], 'app', 'denied', 'denied'],
  ])('that %s', (_, about, subject, each, whole) => {
    const statement = signedProvenance('x', {
      about: about.map(digestOfName),
      own: sampleSignature('s', subject),
    })
    const image = sampleImage([statement], { platforms })
    const verdictOf = (platform: 'each' | 'subject') =>
      evaluate([image], [sampleRule({ ...rule, platform })], verifications, NOW).verdict
    expect([verdictOf('each'), verdictOf('subject')]).toEqual([each, whole])
  })
})

describe('what is signed counts', () => {
  const rule = { ...provenance, signedBy: byKey, count: 2 }
  const act = (signed: string): Verification =>
    verifiedBy(key, { predicateType: PROVENANCE, signed })

  test('once for each act of signing, wherever its copies are', () => {
    const copies = [signedProvenance('a'), signedProvenance('b')]
    expect(verdict(copies, rule, { 'sig-a': act('1'), 'sig-b': act('1') })).toBe('denied')
    expect(verdict(copies, rule, { 'sig-a': act('1'), 'sig-b': act('2') })).toBe('passed')
  })

  test('once for each manifest that is signed, however often it is', () => {
    const attached = ['s1', 's2'].map((id) => sampleSignature(id, 'a'))
    const verifications = { s1: act('1'), s2: act('2'), 'sig-b': act('3') }
    const one = signedSbom('a', { attached })
    expect(verdict([one], { signedBy: byKey, count: 2 }, verifications)).toBe('denied')
    expect(verdict([one, signedSbom('b')], { signedBy: byKey, count: 2 }, verifications)).toBe(
      'passed',
    )
  })

  test('once if it is signed itself and its manifest too', () => {
    const both = signedProvenance('a', { attached: [sampleSignature('on-a', 'a')] })
    const verifications = { 'sig-a': act('1'), 'on-a': act('2'), 'sig-b': act('1') }
    expect(verdict([both, signedProvenance('b')], rule, verifications)).toBe('denied')
  })
})

describe('the age of what is signed', () => {
  const [old, recent] = ['2026-01-01T00:00:00Z', '2026-06-29T00:00:00Z']
  const rule = { signedBy: byRelease, maxAge: thirtyDays }

  test.each([
    ['by what the signed content says', { stated: recent }, {}, 'passed'],
    ['by when it was signed', {}, { signedAt: recent }, 'passed'],
    ['by the older of both', { stated: old }, { signedAt: recent }, 'denied'],
    ['by the older of both', { stated: recent }, { signedAt: old }, 'denied'],
    ['not by what its manifest says', { created: recent }, {}, 'denied'],
    ['not even if that is older', { created: old, stated: recent }, {}, 'passed'],
  ])('goes %s, if the evidence is signed itself', (_, given, times, expected) => {
    const verification = verifiedBy(release, { predicateType: PROVENANCE, ...times })
    expect(
      verdict(
        [signedProvenance('p', given)],
        { ...provenance, ...rule },
        { 'sig-p': verification },
      ),
    ).toBe(expected)
  })

  test.each([
    ['by what the manifest says', { created: recent }, {}, 'passed'],
    ['by the oldest of its times', { created: recent, stated: old }, {}, 'denied'],
    ['by the oldest of its times', { created: recent }, { signedAt: old }, 'denied'],
    ['by when it was signed', {}, { signedAt: recent }, 'passed'],
  ])('goes %s, if its manifest is signed', (_, given, times, expected) => {
    expect(verdict([signedSbom('a', given)], rule, { 'sig-a': verifiedBy(release, times) })).toBe(
      expected,
    )
  })

  test.each([
    [{}, 'denied'],
    [{ stated: recent }, 'passed'],
  ])('is not told by the timestamp of what a key signed: %j', (given, expected) => {
    const verification = verifiedBy(key, { predicateType: PROVENANCE, signedAt: recent })
    const byTheKey = { ...provenance, ...rule, signedBy: byKey }
    expect(verdict([signedProvenance('p', given)], byTheKey, { 'sig-p': verification })).toBe(
      expected,
    )
    const onManifest = { 'sig-a': verifiedBy(key, { signedAt: recent }) }
    expect(verdict([signedSbom('a', given)], { ...rule, signedBy: byKey }, onManifest)).toBe(
      expected,
    )
  })
})
