import { expect, test } from '@jest/globals'
import { deniedLines } from '../../../src/render/denied.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

test('each rule that is denied has a line', () => {
  const report = sampleReport([
    sampleVerdict({ verdict: 'passed', reason: '1 SBOM is present' }),
    sampleVerdict(),
    sampleVerdict({ rule: 'vex', platform: 'linux/arm64', reason: 'no VEX\n::error::b' }),
  ])
  expect(deniedLines(report)).toEqual([
    'sbom: no SBOM is present',
    'vex (linux/arm64): no VEX\\n::error::b',
  ])
  expect(deniedLines(sampleReport([]))).toEqual([])
})
