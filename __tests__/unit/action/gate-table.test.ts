import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gateTable } from '../../../src/action/gate-table.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { digestOfName, REPOSITORY } from '../../support/sample-graph.ts'
import { sampleReport, sampleVerdict } from '../../support/sample-report.ts'

const passed = sampleVerdict({
  rule: 'signature',
  verdict: 'passed',
  reason: '1 signature present',
})

describe('the table of the gate', () => {
  test('has the verdict, and what is denied first', () => {
    expect(gateTable(sampleReport([passed, sampleVerdict()])).split('\n')).toEqual([
      '**Gate: denied**',
      '',
      '| Rule | Verdict | Reason |',
      '| --- | --- | --- |',
      '| `sbom` | **denied** | `no SBOM is present` |',
      '| `signature` | passed | `1 signature present` |',
    ])
  })

  test('names what was judged where that is not the subject alone', () => {
    const subject = `${REPOSITORY}@${digestOfName('arm64')}`
    const report = sampleReport([passed, sampleVerdict({ platform: 'linux/arm64', subject })])
    const [, , head, , first, second] = gateTable(report).split('\n')
    expect(head).toBe('| Rule | Judged at | Verdict | Reason |')
    expect(first).toContain(`| \`linux/arm64\` \`${subject}\` |`)
    expect(second).toContain(`| \`${report.subject}\` |`)
  })

  test('does not show more than can be read, and hides nothing that is denied', () => {
    const many = Array.from({ length: 210 }, () => passed)
    const text = gateTable(sampleReport([...many, sampleVerdict({ reason: 'x'.repeat(3000) })]))
    expect(text.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(200)
    expect(text).toMatch(/\n\| `sbom` \| \*\*denied\*\* \| `x{1999}…` \|\n/)
    expect(text).toMatch(/\n\nand 11 more$/)
  })

  test('keeps its form whatever anybody has written', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (rule, reason) => {
        const lines = gateTable(sampleReport([sampleVerdict({ rule, reason })])).split('\n')
        expect(lines).toHaveLength(5)
        expect(lines[4]?.split('|')).toHaveLength(5)
      }),
    )
  })
})
