import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { attachedTable } from '../../../src/action/attached-table.ts'
import { nastyText } from '../../support/nasty-text.ts'
import { digestOfName, REPOSITORY, sampleAttached } from '../../support/sample-graph.ts'

describe('the table of what was attached', () => {
  test('says so where there is nothing', () => {
    expect(attachedTable([], false)).toBe('Nothing was attached.')
  })

  test('names the subjects where there are several', () => {
    const { via: _, ...planned } = sampleAttached('sbom', { status: 'planned' })
    const [head, , row] = attachedTable([planned], true).split('\n')
    expect(head).toBe('| Artifact | Type | Files | Status | Listed by | Subject |')
    expect(row).toMatch(
      / \| planned \| {2}\| `registry\.example\/team\/app@sha256:[0-9a-f]{64}` \|$/,
    )
    expect(row).toContain(`\`${REPOSITORY}@${digestOfName('app')}\``)
  })

  test('does not show more than can be read', () => {
    const [file] = sampleAttached('sbom').files
    const files = Array.from({ length: 25 }, () => file).filter((each) => each !== undefined)
    const all = Array.from({ length: 210 }, () => sampleAttached('sbom', { files }))
    const text = attachedTable(all, false)
    expect(text.split('\n').filter((line) => line.startsWith('| `'))).toHaveLength(200)
    expect(text).toContain('(1.5 kB), and 5 more |')
    expect(text).toMatch(/\n\nand 10 more$/)
  })

  test('keeps its form whatever a file or a type is called', () => {
    const [file] = sampleAttached('sbom').files
    fc.assert(
      fc.property(nastyText, nastyText, (title, artifactType) => {
        const files = file ? [{ ...file, title }] : []
        const lines = attachedTable([sampleAttached('sbom', { files, artifactType })], false).split(
          '\n',
        )
        expect(lines).toHaveLength(3)
        expect(lines[2]?.split('|')).toHaveLength(7)
      }),
    )
  })
})
