import { describe, expect, test } from '@jest/globals'
import { pulledTable } from '../../../src/action/pulled-table.ts'
import { digestOfName, samplePulled } from '../../support/sample-graph.ts'

describe('the table of what was pulled', () => {
  test('has each file with its artifact', () => {
    const { artifactType: _, ...untyped } = samplePulled('odd', { path: 'out/a|b`c', size: 7 })
    expect(pulledTable([samplePulled('sbom'), untyped]).split('\n')).toEqual([
      '| Pulled file | Type | Size | Of artifact |',
      '| --- | --- | --- | --- |',
      `| \`out/sbom.json\` | \`application/spdx+json\` | 1.5 kB | \`${digestOfName('sbom')}\` |`,
      `| \`\`out/a\\u{7c}b\`c\`\` |  | 7 B | \`${digestOfName('odd')}\` |`,
    ])
  })

  test('says that there is nothing', () => {
    expect(pulledTable([])).toBe('Nothing was pulled.')
  })

  test('has no more rows than anybody reads', () => {
    const many = Array.from({ length: 203 }, (_, at) => samplePulled(`f${at}`))
    const lines = pulledTable(many).split('\n')
    expect(lines).toHaveLength(2 + 200 + 2)
    expect(lines.at(-1)).toBe('and 3 more')
  })
})
