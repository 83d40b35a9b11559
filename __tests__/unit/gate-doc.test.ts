import { describe, expect, test } from '@jest/globals'
import { parsePolicy } from '../../src/policy/parse.ts'
import {
  bundleVerdicts,
  byCosign,
  layerVerdicts,
  proven,
  type Question,
} from '../e2e/support/gate-verdicts.ts'
import { readPage } from '../support/page.ts'
import { policiesIn } from '../support/policies-in.ts'

describe.each([
  ['docs/gate.md', 6],
  ['README.md', 1],
])('the policies in %s', (page, least) => {
  const policies = policiesIn(page)

  test('are there', () => {
    expect(policies.length).toBeGreaterThanOrEqual(least)
  })

  test.each(policies)('%j means something', (policy) => {
    expect(parsePolicy(policy).length).toBeGreaterThan(0)
  })
})

describe('what the page says of the gate beside cosign', () => {
  const [withKey, keyless] = readPage('docs/gate.md').tablesIn('Beside cosign')

  test('is what both say of what is signed with a key', () => {
    const ofCosign: Readonly<Partial<Record<string, readonly Question[]>>> = byCosign
    const rows = Object.entries(proven).map(([scene, holds]) => {
      const cells = (['a signature by the key', 'provenance by the key'] as const).flatMap(
        (question) => {
          const here = inWords(includes(holds, question))
          const there = inWords(includes(ofCosign[scene] ?? holds, question))
          return [here, here === there ? there : `**${there}**`]
        },
      )
      return [scene, ...cells]
    })
    expect(withKey).toEqual(rows)
  })

  test('is what both say of what is signed without one', () => {
    const verdicts = { ...bundleVerdicts, ...layerVerdicts }
    const rows = Object.entries(verdicts).map(([name, verdict]) => [
      name,
      inWords(verdict === 'passed'),
    ])
    expect(keyless).toEqual(rows)
  })
})

function includes(holds: readonly Question[], question: Question): boolean {
  return holds.includes(question)
}

function inWords(holds: boolean): string {
  return holds ? 'yes' : 'no'
}
