import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/gate/evaluate.ts'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { SignatureContent, Verification } from '../../../src/verify/signature.ts'
import {
  byKey,
  byRelease,
  judged,
  key,
  NOW,
  PROVENANCE,
  reasonOf,
  release,
  sampleEvidence,
  sampleImage,
  sampleRule,
  sampleSignature,
  signedProvenance,
  signedSbom,
  verifiedBy,
} from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

interface Scene {
  readonly evidence: Evidence
  readonly rule: Rule
  readonly verification: Verification | undefined
}

/** Everything that a rule can ask for, proven; each test takes away one thing. */
const proven: Scene = {
  evidence: signedSbom('a', {
    annotations: { stage: 'prod' },
    created: '2026-06-30T00:00:00Z',
    predicateType: PROVENANCE,
    about: [digestOfName('app')],
  }),
  rule: sampleRule({
    annotations: { stage: 'prod' },
    maxAge: { text: '1d', milliseconds: 24 * 3600 * 1000 },
    predicateType: PROVENANCE,
    signedBy: byRelease,
  }),
  verification: verifiedBy(release),
}

function verdictOf({ evidence, rule, verification }: Scene): string {
  return judged([evidence], [rule], verification && { 'sig-a': verification }).verdict
}

function withEvidence(given: Partial<Evidence>): Scene {
  return { ...proven, evidence: { ...proven.evidence, ...given } }
}

function withContent(content: SignatureContent): Scene {
  return withEvidence({ attached: [sampleSignature('sig-a', 'a', content)] })
}

function withRule(given: Partial<Rule>): Scene {
  return { ...proven, rule: { ...proven.rule, ...given } }
}

test('what is proven passes', () => {
  expect(verdictOf(proven)).toBe('passed')
})

describe('is denied:', () => {
  test.each<readonly [string, Scene]>([
    ['a signature that was not verified', { ...proven, verification: undefined }],
    [
      'a signature that is refused',
      { ...proven, verification: { state: 'refused', reason: 'is bad' } },
    ],
    [
      'a signature that nobody is known to have made',
      { ...proven, verification: { ...verifiedBy(release), signers: [] } },
    ],
    ['a signature of somebody else', { ...proven, verification: verifiedBy(key) }],
    [
      'a signature about another manifest',
      withEvidence({ attached: [sampleSignature('sig-a', 'b')] }),
    ],
    [
      'a signature about the image, attached to the evidence',
      withEvidence({ attached: [sampleSignature('sig-a', 'app')] }),
    ],
    ['no signature', withEvidence({ attached: [] })],
    [
      'a kind of signature that cannot be verified',
      withContent({ kind: 'unverifiable', what: 'a Notation signature' }),
    ],
    ['a signature that cannot be read', withContent({ kind: 'undecodable', why: 'no JSON' })],
    ['a document that cannot be read', withEvidence({ unreadable: 'too large' })],
    ['a document of a reason that is empty', withEvidence({ unreadable: '' })],
    ['a statement about another manifest', withEvidence({ about: [digestOfName('b')] })],
    ['a statement about no manifest', withEvidence({ about: [] })],
    ['another type', withEvidence({ aliases: ['vex'] })],
    ['another predicate type', withEvidence({ predicateType: 'x' })],
    ['another annotation', withEvidence({ annotations: { stage: 'dev' } })],
    [
      'an annotation that objects inherit',
      withRule({ annotations: { toString: String(Object.prototype.toString) } }),
    ],
    ['a time in the future', withEvidence({ created: '2026-06-30T12:05:01Z' })],
    [
      'a time in the future that is stated beside an older one',
      withEvidence({ stated: '2027-01-01T00:00:00Z' }),
    ],
    ['a time that is too long ago', withEvidence({ created: '2026-06-29T11:59:59Z' })],
    ['a time that is none', withEvidence({ created: 'today' })],
    ['a time without an offset', withEvidence({ created: '2026-06-30T00:00:00' })],
    ['a time that is none beside one that is', withEvidence({ stated: 'today' })],
    [
      'a signature of the future',
      { ...proven, verification: verifiedBy(release, { signedAt: '2026-07-01T00:00:00Z' }) },
    ],
    ['fewer than it asks for', withRule({ count: 2 })],
    ['no number', withRule({ maxAge: { text: '', milliseconds: Number.NaN } })],
  ])('%s', (_, scene) => {
    expect(verdictOf(scene)).toBe('denied')
  })

  test('evidence without any time', () => {
    const { created: _, ...undated } = proven.evidence
    expect(verdictOf({ ...proven, evidence: undated })).toBe('denied')
  })

  test('evidence at a time that is not known', () => {
    const verifications = new Map([['sig-a', verifiedBy(release)]])
    const at = (now: number) =>
      evaluate([sampleImage([proven.evidence])], [proven.rule], verifications, now)
    expect([at(NOW).verdict, at(Number.NaN).verdict]).toEqual(['passed', 'denied'])
  })

  test('content that should be a signature and cannot be read as one, though none is asked for', () => {
    const own = (content: SignatureContent) => [
      sampleEvidence('x', { own: sampleSignature('s', 'app', content) }),
    ]
    expect(judged(own({ kind: 'undecodable', why: 'no JSON' }), [sampleRule()]).verdict).toBe(
      'denied',
    )
    const notation = own({ kind: 'unverifiable', what: 'a Notation signature' })
    expect(judged(notation, [sampleRule()]).verdict).toBe('passed')
    expect(
      judged(notation, [sampleRule({ signedBy: byKey })], { s: verifiedBy(key) }).verdict,
    ).toBe('denied')
  })

  test('what is signed itself, but about another manifest', () => {
    const rule = sampleRule({ type: { kind: 'alias', alias: 'provenance' }, signedBy: byKey })
    const verifications = { s: verifiedBy(key, { predicateType: PROVENANCE }) }
    const about = (...names: readonly string[]) =>
      judged(
        [
          signedProvenance('p', {
            own: sampleSignature('s', names[0] ?? ''),
            about: names.map(digestOfName),
          }),
        ],
        [rule],
        verifications,
      ).verdict
    expect(about('app')).toBe('passed')
    expect(about('other')).toBe('denied')
    expect(about('other', 'app')).toBe('passed')
  })
})

describe('cannot be judged:', () => {
  test.each<readonly [string, readonly ReturnType<typeof sampleImage>[], readonly Rule[]]>([
    ['no image', [], [proven.rule]],
    ['no rule', [sampleImage([proven.evidence])], []],
    ['a rule that asks for nothing', [sampleImage([])], [sampleRule({ count: 0 })]],
    ['a rule that asks for no number', [sampleImage([])], [sampleRule({ count: Number.NaN })]],
  ])('%s', (_, images, policy) => {
    expect(() => evaluate(images, policy, new Map(), NOW)).toThrow(RangeError)
  })
})

test('ten thousand junk signatures do not hide the right one, nor count as it', () => {
  const junk = Array.from({ length: 10_000 }, (_, at) => sampleSignature(`junk ${at}`, 'a'))
  const refused = junk.map(({ id }): [string, Verification] => [
    id,
    { state: 'refused', reason: 'is junk' },
  ])
  const verdictAmong = (verifications: readonly (readonly [string, Verification])[]): string => {
    const right = sampleSignature('right', 'a')
    const evidence = sampleEvidence('a', { attached: [...junk, right, ...junk] })
    return judged([evidence], [sampleRule({ signedBy: byKey })], Object.fromEntries(verifications))
      .verdict
  }
  expect(verdictAmong([...refused, ['right', verifiedBy(key)]])).toBe('passed')
  expect(verdictAmong(refused)).toBe('denied')
})

describe('evidence with a good signature attached to it', () => {
  const rule = sampleRule({ signedBy: byKey })
  const verifications = { 'sig-a': verifiedBy(key) }

  test.each([
    ['of which only a tag or an index says what it is of', undefined],
    ['that was attached to another image', digestOfName('other')],
  ])('%s proves nothing', (_, of) => {
    const { subject, ...unbound } = signedSbom('a')
    const evidence = { ...unbound, ...(of && { subject: of }) }
    expect(reasonOf([evidence], rule, verifications)).toContain(
      'signs nothing that says which image it is of',
    )
    expect(
      judged([{ ...evidence, ...(subject && { subject }) }], [rule], verifications),
    ).toMatchObject({ verdict: 'passed' })
  })

  test('of which a statement in it says what it is of, proves that', () => {
    const { subject: _, ...evidence } = signedSbom('a', { about: [digestOfName('app')] })
    expect(judged([evidence], [rule], verifications)).toMatchObject({ verdict: 'passed' })
  })
})
