import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_NODES, mermaidLabel, renderMermaid } from '../../../src/render/mermaid.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { digestOfName, sampleGraph, sampleReferrer } from '../../support/sample-graph.ts'

/** Mermaid's own limit, `maxTextSize`, which GitHub has not raised. */
const MAX_TEXT = 50_000

const short = (name: string) => digestOfName(name).slice(0, 'sha256:'.length + 12)

describe('a diagram', () => {
  test('has an arrow to each referrer, dotted ones to platforms', () => {
    const platform = { os: 'linux', architecture: 'amd64' }
    const graph = sampleGraph(
      'app',
      [sampleReferrer('sbom', { referrers: [sampleReferrer('sig')] })],
      {
        platforms: [sampleGraph('amd64', [sampleReferrer('scan')], { platform })],
      },
    )
    expect(renderMermaid(graph).split('\n')).toEqual([
      'flowchart LR',
      `  n0["registry.example/team/app<br/>${short('app')}"]`,
      `  n1["linux/amd64<br/>${short('amd64')}"]`,
      `  n2["application/spdx+json<br/>${short('sbom')}"]`,
      `  n3["application/spdx+json<br/>${short('scan')}"]`,
      `  n4["application/spdx+json<br/>${short('sig')}"]`,
      '  n0 -.-> n1',
      '  n0 --> n2',
      '  n1 --> n3',
      '  n2 --> n4',
    ])
  })

  test('says how much of a large graph it does not show, and stays within the limit of Mermaid', () => {
    const referrers = Array.from({ length: 250 }, (_, at) =>
      sampleReferrer(`r${at}`, { artifactType: '"😀'.repeat(50) }),
    )
    const lines = renderMermaid(sampleGraph('app', referrers)).split('\n')
    expect(lines.at(-1)).toBe(`  more["and ${251 - MAX_NODES} more"]`)
    expect(lines.filter((line) => line.includes('<br/>'))).toHaveLength(MAX_NODES)
    expect(lines.join('\n').length).toBeLessThan(MAX_TEXT)
  })
})

test('a label of any text is nothing but plain signs and entity codes', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(mermaidLabel(text)).toMatch(/^(?:[A-Za-z0-9 ./+:-]|#\d+;)*$/)
    }),
  )
  expect(mermaidLabel('a"b#c')).toBe('a#34;b#35;c')
})
