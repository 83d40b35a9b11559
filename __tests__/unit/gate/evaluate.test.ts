import { describe, expect, test } from '@jest/globals'
import { evaluate, MAX_MATCHES } from '../../../src/gate/evaluate.ts'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import {
  BUNDLE,
  byKey,
  judged,
  key,
  NOW,
  PROVENANCE,
  sampleEvidence,
  sampleImage,
  sampleManifest,
  sampleRule,
  sampleSignature,
  signedProvenance,
  thirtyDays,
  verifiedBy,
} from '../../support/sample-gate.ts'
import { digestOfName, REPOSITORY } from '../../support/sample-graph.ts'

const sbom = sampleEvidence('sbom')

function verdict(evidence: readonly Evidence[], rule: Partial<Rule>): string {
  return judged(evidence, [sampleRule(rule)]).verdict
}

function ofType(artifactType: string): Partial<Rule> {
  return { type: { kind: 'artifact-type', artifactType } }
}

describe('a rule is about evidence', () => {
  test('by what people call it', () => {
    expect(verdict([sbom], {})).toBe('passed')
    expect(verdict([sbom], { type: { kind: 'alias', alias: 'vex' } })).toBe('denied')
  })

  test.each([
    ['application/spdx+json', 'application/spdx+json', 'passed'],
    ['Application/SPDX+json', 'application/spdx+JSON', 'passed'],
    ['application/spdx+json', 'application/spdx', 'denied'],
    ['application/spdx', 'application/spdx+json', 'denied'],
    ['a/b', 'a/b;version=0.3', 'passed'],
    ['a/b;version=0.3', 'a/b; Version="0.3"', 'passed'],
    ['a/b;x=1;version=0.3', 'a/b;version=0.3;x=1', 'passed'],
    ['a/b;version=0.3', 'a/b;version=0.2', 'denied'],
    ['a/b;version=0.3', 'a/b', 'denied'],
    ['a/b;version=0.3', 'a/b;version=0.3;x=1', 'denied'],
  ])('of the type %j where it is %j: %s', (wanted, artifactType, expected) => {
    expect(verdict([{ ...sbom, artifactType }], ofType(wanted))).toBe(expected)
  })

  test('with exactly the predicate type', () => {
    const provenance = signedProvenance('p')
    const type = { kind: 'alias', alias: 'provenance' } as const
    expect(verdict([provenance], { type, predicateType: PROVENANCE })).toBe('passed')
    expect(verdict([provenance], { type, predicateType: `${PROVENANCE}.1` })).toBe('denied')
    const family = 'https://slsa.dev/provenance'
    expect(verdict([provenance], { type, predicateType: family })).toBe('denied')
    expect(verdict([sbom], { predicateType: PROVENANCE })).toBe('denied')
  })

  test.each([
    [{ stage: 'prod', tool: 'syft' }, 'passed'],
    [{ stage: 'prod' }, 'denied'],
    [{ stage: 'prod', tool: 'Syft' }, 'denied'],
    [{}, 'denied'],
  ])('with all annotations: %j', (annotations, expected) => {
    const rule = { annotations: { stage: 'prod', tool: 'syft' } }
    expect(verdict([{ ...sbom, annotations }], rule)).toBe(expected)
  })

  test('with all that it names at once', () => {
    const annotated = { ...sbom, annotations: { stage: 'prod' }, created: '2020-01-01T00:00:00Z' }
    const recent = sampleEvidence('recent', { created: '2026-06-29T00:00:00Z' })
    const rule = { annotations: { stage: 'prod' }, maxAge: thirtyDays }
    expect(verdict([annotated, recent], rule)).toBe('denied')
  })
})

describe('a rule about a number', () => {
  const of = (count: number): Partial<Rule> => ({ count })

  test('wants at least that many', () => {
    const two = [sbom, sampleEvidence('other')]
    expect(verdict(two, of(1))).toBe('passed')
    expect(verdict(two, of(2))).toBe('passed')
    expect(verdict(two, of(3))).toBe('denied')
  })

  test('counts the same manifest, and the same content, once', () => {
    expect(verdict([sbom, sbom], of(2))).toBe('denied')
    // One of them may hang on the index, where it is about that, and one on the platform.
    const copies = ['app', 'index'].map((name) =>
      sampleEvidence(`on ${name}`, { own: sampleSignature(`sig-${name}`, name), content: 'same' }),
    )
    expect(verdict(copies, of(2))).toBe('denied')
  })

  test('counts the signatures in one manifest each', () => {
    const layers = ['one', 'two'].map((id) =>
      sampleEvidence('sig', { own: sampleSignature(id, 'app'), content: id }),
    )
    expect(verdict(layers, of(2))).toBe('passed')
  })
})

describe('a rule about age', () => {
  const rule = { maxAge: thirtyDays }
  const at = (created?: string, stated?: string): readonly Evidence[] => [
    { ...sbom, ...(created && { created }), ...(stated && { stated }) },
  ]

  test.each([
    ['2026-05-31T12:00:00Z', undefined, 'passed'],
    ['2026-05-31T13:59:59+02:00', undefined, 'denied'],
    ['2026-05-31T11:59:59Z', undefined, 'denied'],
    [undefined, '2026-06-01T00:00:00Z', 'passed'],
    ['2020-01-01T00:00:00Z', '2026-06-01T00:00:00Z', 'denied'],
    ['2026-06-30T12:05:00Z', undefined, 'passed'],
  ])(
    'goes by the manifest’s time %s, else by the content’s %s: %s',
    (created, stated, expected) => {
      expect(verdict(at(created, stated), rule)).toBe(expected)
    },
  )
})

describe('a rule about each platform', () => {
  const rule = sampleRule({ platform: 'each' })
  const [amd64, arm64] = ['amd64', 'arm64'].map((architecture) => ({ os: 'linux', architecture }))
  const image = (on: Readonly<Record<'index' | 'amd64' | 'arm64', readonly Evidence[]>>) =>
    sampleImage(on.index, {
      platforms: [
        sampleManifest('amd64', on.amd64, amd64 && { platform: amd64 }),
        sampleManifest('arm64', on.arm64, arm64 && { platform: arm64 }),
      ],
    })
  const verdictsOf = (on: Parameters<typeof image>[0], given: Partial<Rule> = {}) =>
    evaluate([image(on)], [{ ...rule, ...given }], new Map(), NOW).rules.map((each) => each.verdict)

  test('has a verdict for each', () => {
    const report = evaluate(
      [image({ index: [], amd64: [sbom], arm64: [] })],
      [rule],
      new Map(),
      NOW,
    )
    expect(report).toMatchObject({
      verdict: 'denied',
      subject: `${REPOSITORY}@${digestOfName('app')}`,
      rules: [
        {
          platform: 'linux/amd64',
          subject: `${REPOSITORY}@${digestOfName('amd64')}`,
          verdict: 'passed',
        },
        {
          platform: 'linux/arm64',
          subject: `${REPOSITORY}@${digestOfName('arm64')}`,
          verdict: 'denied',
        },
      ],
    })
  })

  test('counts what is on the index where its statement names the platform', () => {
    const about = [digestOfName('arm64'), digestOfName('app')]
    const statement = sampleEvidence('statement', { about })
    expect(verdictsOf({ index: [statement], amd64: [sbom], arm64: [] })).toEqual([
      'passed',
      'passed',
    ])
    expect(verdictsOf({ index: [statement], amd64: [], arm64: [] })).toEqual(['denied', 'passed'])
  })

  test('counts nothing else that is on the index', () => {
    expect(verdictsOf({ index: [sbom], amd64: [], arm64: [] })).toEqual(['denied', 'denied'])
    expect(
      verdictsOf({ index: [], amd64: [sbom], arm64: [sbom] }, { platform: 'subject' }),
    ).toEqual(['denied'])
  })

  test('is about the image itself where that has no platforms', () => {
    const report = evaluate([sampleImage([sbom])], [rule], new Map(), NOW)
    expect(report.rules).toMatchObject([{ subject: report.subject, verdict: 'passed' }])
    expect(report.rules[0]).not.toHaveProperty('platform')
  })
})

describe('the report', () => {
  test('names the platform where a platform’s manifest is the image', () => {
    const image = sampleImage([], { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } })
    const { rules } = evaluate([image], [sampleRule()], new Map(), NOW)
    expect(rules).toMatchObject([{ platform: 'linux/arm/v7' }])
  })

  test('passes if every rule does, at every image', () => {
    const bare = sampleImage([], sampleManifest('bare', []))
    const rules = [sampleRule(), sampleRule(ofType('application/spdx+json'))]
    const both = evaluate([sampleImage([sbom]), bare], rules, new Map(), NOW)
    expect(both.verdict).toBe('denied')
    expect(both.rules.map(({ subject, verdict: each }) => [subject, each])).toEqual([
      [both.subject, 'passed'],
      [both.subject, 'passed'],
      [bare.reference, 'denied'],
      [bare.reference, 'denied'],
    ])
    expect(judged([sbom], rules).verdict).toBe('passed')
    expect(judged([sbom], [...rules, sampleRule({ count: 2 })]).verdict).toBe('denied')
  })

  test('of what is only present has claims', () => {
    const { rules } = judged([{ ...sbom, created: '2026-06-01T02:00:00+02:00' }], [sampleRule()])
    expect(rules[0]?.matches).toEqual([
      {
        reference: sbom.reference,
        artifactType: 'application/spdx+json',
        state: 'present',
        created: '2026-06-01T00:00:00Z',
      },
    ])
  })

  test('calls nothing verified that no rule wants signed', () => {
    const verifications = { 'sig-p': verifiedBy(key) }
    const type = { kind: 'artifact-type', artifactType: BUNDLE } as const
    const evidence = [signedProvenance('p')]
    const [present, verified] = judged(
      evidence,
      [sampleRule({ type }), sampleRule({ type, signedBy: byKey })],
      verifications,
    ).rules
    expect(present?.matches).toMatchObject([{ state: 'present' }])
    expect(present?.matches[0]).not.toHaveProperty('signer')
    expect(verified?.matches).toMatchObject([{ state: 'verified', signer: key }])
  })

  test('has what a passed rule rests on, and of a denied rule what there is', () => {
    const evidence = [
      sampleEvidence('signed', { attached: [sampleSignature('s', 'signed')] }),
      sbom,
    ]
    const one = judged(evidence, [sampleRule({ signedBy: byKey })], { s: verifiedBy(key) })
    expect(one.rules[0]?.matches.map(({ state }) => state)).toEqual(['verified'])
    const two = judged(evidence, [sampleRule({ signedBy: byKey, count: 2 })], {
      s: verifiedBy(key),
    })
    expect(two.rules[0]?.matches.map(({ state }) => state)).toEqual(['verified', 'present'])
  })

  test('does not grow with what others attach', () => {
    const junk = Array.from({ length: 10_000 }, (_, at) => sampleEvidence(`junk ${at}`))
    const [rule] = judged(junk, [sampleRule({ signedBy: byKey })]).rules
    expect(rule?.matches).toHaveLength(MAX_MATCHES)
    expect(rule?.reason).toMatch(/^10,000 SBOMs present, none signed .*; and 9,997 more$/)
  })
})
