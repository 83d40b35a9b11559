import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/gate/evaluate.ts'
import type { Evidence } from '../../../src/gate/evidence.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import {
  byKey,
  byRelease,
  key,
  NOW,
  PROVENANCE,
  reasonOf,
  release,
  sampleEvidence,
  sampleImage,
  sampleManifest,
  sampleRule,
  shortDigestOf,
  signedProvenance,
  signedSbom,
  thirtyDays,
  verifiedBy,
} from '../../support/sample-gate.ts'

const provenance = { type: { kind: 'alias', alias: 'provenance' } } as const
const sbom = sampleEvidence('sbom')
const recent = '2026-06-30T09:30:00Z'
const d = shortDigestOf
const RELEASE = `${release.identity} (issuer ${release.issuer})`

describe('a passed rule says what it rests on', () => {
  test.each<readonly [string, readonly Evidence[], Partial<Rule>, string]>([
    ['what is there', [sbom], {}, '1 SBOM present'],
    ['how many', [sbom, sampleEvidence('b')], { count: 2 }, '2 SBOMs present'],
    [
      'what all of them have',
      [sampleEvidence('b', { annotations: { stage: 'prod', by: 'ci' } })],
      { annotations: { stage: 'prod', by: 'ci' } },
      '1 SBOM present, with stage=prod and by=ci',
    ],
    [
      'how old the newest is',
      [
        sampleEvidence('b', { created: recent }),
        sampleEvidence('c', { created: '2026-06-20T00:00:00Z' }),
      ],
      { maxAge: thirtyDays },
      `2 SBOMs present, at most 30d old; the newest is 2 hours old (${recent})`,
    ],
  ])('%s', (_, evidence, rule, expected) => {
    expect(reasonOf(evidence, rule)).toBe(expected)
  })

  test('and who signed', () => {
    expect(reasonOf([signedSbom('a')], { signedBy: byKey }, { 'sig-a': verifiedBy(key) })).toBe(
      '1 SBOM verified, signed by the key cosign.pub',
    )
    const verification = verifiedBy(release, { predicateType: PROVENANCE })
    const rule = { ...provenance, predicateType: PROVENANCE, signedBy: byRelease }
    expect(reasonOf([signedProvenance('p')], rule, { 'sig-p': verification })).toBe(
      `1 provenance statement verified, with predicate type ${PROVENANCE}, signed by ${RELEASE}`,
    )
  })
})

describe('where there is nothing, a rule says what to do', () => {
  const attest = 'attach one with actions/attest or cosign attest'
  const attach = 'attach one with oras-attach attach'

  test.each<readonly [Partial<Rule>, string]>([
    [{}, `no SBOM is attached to ${d('app')}: ${attach}`],
    [{ signedBy: byKey }, `no SBOM is attached to ${d('app')}: ${attest}`],
    [
      { type: { kind: 'alias', alias: 'signature' } },
      `no signature is attached to ${d('app')}: make one with cosign sign`,
    ],
    [provenance, `no provenance statement is attached to ${d('app')}: ${attest}`],
    [
      { type: { kind: 'alias', alias: 'vulnerability-report' } },
      `no vulnerability report is attached to ${d('app')}: ${attach}`,
    ],
    [
      { type: { kind: 'artifact-type', artifactType: 'a/b' } },
      `no artifact of type a/b is attached to ${d('app')}: ${attach} --artifact-type a/b`,
    ],
    [
      { type: { kind: 'artifact-type', artifactType: 'a/b' }, signedBy: byKey },
      `no artifact of type a/b is attached to ${d('app')}: ${attach} --artifact-type a/b and sign it with cosign sign`,
    ],
  ])('%j', (rule, expected) => {
    expect(reasonOf([], rule)).toBe(expected)
  })

  test('and where there is something', () => {
    const at = (
      index: readonly Evidence[],
      below: readonly Evidence[],
      platform: Rule['platform'],
    ) =>
      evaluate(
        [sampleImage(index, { platforms: [sampleManifest('arm64', below)] })],
        [sampleRule({ platform })],
        new Map(),
        NOW,
      ).rules[0]?.reason
    expect(at([], [sbom], 'subject')).toBe(
      `no SBOM is attached to ${d('app')} (its platforms have 1 SBOM, which platform: each asks for): ${attach}`,
    )
    expect(at([sbom], [], 'each')).toBe(
      `no SBOM is attached to ${d('arm64')} (its index has 1 SBOM, but no statement about it): ${attach}`,
    )
  })
})
