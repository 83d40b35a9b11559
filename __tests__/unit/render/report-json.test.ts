import { describe, expect, test } from '@jest/globals'
import type { Match } from '../../../src/gate/report.ts'
import { reportJson } from '../../../src/render/report-json.ts'
import { key, release } from '../../support/sample-gate.ts'
import { digestOfName, REPOSITORY } from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

const match: Match = {
  reference: `${REPOSITORY}@${digestOfName('sbom')}`,
  artifactType: 'application/spdx+json',
  state: 'verified',
  signer: release,
  created: '2026-06-01T00:00:00Z',
}

describe('the report as JSON', () => {
  test('has the keys of the contract, in their order', () => {
    const report = reportJson(
      sampleReport([sampleVerdict({ platform: 'linux/arm64', matches: [match] })]),
    )
    expect(Object.keys(report)).toEqual(['verdict', 'subject', 'rules'])
    const [rule] = report.rules
    expect(Object.keys(rule ?? {})).toEqual([
      'rule',
      'subject',
      'platform',
      'verdict',
      'reason',
      'matches',
    ])
    expect(Object.keys(rule?.matches[0] ?? {})).toEqual([
      'reference',
      'artifactType',
      'state',
      'signer',
      'created',
    ])
  })

  test('has nothing that is not known', () => {
    const { signer: _signer, created: _created, ...present } = match
    const matches = [{ ...present, state: 'present' as const }]
    const [rule] = reportJson(sampleReport([sampleVerdict({ matches })])).rules
    expect(Object.keys(rule ?? {})).not.toContain('platform')
    expect(rule?.matches.map((each) => Object.keys(each))).toEqual([
      ['reference', 'artifactType', 'state'],
    ])
  })

  test('names signers as a policy does', () => {
    const matches = [match, { ...match, signer: key }]
    const [rule] = reportJson(sampleReport([sampleVerdict({ matches })])).rules
    const { issuer, identity } = release
    expect(rule?.matches.map(({ signer }) => signer)).toEqual([
      { issuer, identity },
      { key: 'cosign.pub' },
    ])
  })
})
