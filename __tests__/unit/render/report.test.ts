import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatRuleVerdict, renderReport } from '../../../src/render/report.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { parseCommand } from '../../support/runner/workflow-commands.ts'
import { digestOfName, REPOSITORY } from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

const app = `${REPOSITORY}@${digestOfName('app')}`
const arm64 = `${REPOSITORY}@${digestOfName('arm64')}`
const passed = sampleVerdict({
  rule: 'signature',
  verdict: 'passed',
  reason: '1 signature present',
})

describe('the report as text', () => {
  test('has the verdict and a line for each rule', () => {
    expect(renderReport(sampleReport([passed, sampleVerdict()])).split('\n')).toEqual([
      `denied ${app}`,
      '✓ signature: 1 signature present',
      '✗ sbom: no SBOM is present',
    ])
    expect(renderReport(sampleReport([passed]))).toMatch(/^passed registry/)
  })

  test('names what was judged if that is not the subject', () => {
    const verdict = sampleVerdict({ platform: 'linux/arm64', subject: arm64 })
    const report = sampleReport([verdict])
    expect(formatRuleVerdict(verdict, report)).toBe(
      `sbom (linux/arm64) at ${arm64}: no SBOM is present`,
    )
  })

  test('cuts the name of a platform, which the image chooses', () => {
    const verdict = sampleVerdict({ platform: 'p'.repeat(300_000) })
    expect(formatRuleVerdict(verdict, sampleReport([verdict]))).toBe(
      `sbom (${'p'.repeat(254)}…): no SBOM is present`,
    )
  })

  test('is safe to print, whatever anybody has written', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (rule, reason) => {
        const lines = renderReport(sampleReport([sampleVerdict({ rule, reason })])).split('\n')
        expect(lines).toHaveLength(2)
        for (const line of lines) {
          expect(parseCommand(line, () => true)).toBeUndefined()
          expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        }
      }),
    )
  })
})
