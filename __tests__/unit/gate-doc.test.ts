import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parseAllDocuments, visit } from 'yaml'
import { parsePolicy } from '../../src/policy/parse.ts'

const root = new URL('../../', import.meta.url)

/** Every policy that the page shows: the value of a `require`, or a block that is nothing but rules. */
function policiesIn(page: string): readonly string[] {
  const text = readFileSync(new URL(page, root), 'utf8')
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].flatMap(([, block = '']) => {
    if (block.startsWith('- type:')) return [block]
    const policies: string[] = []
    for (const document of parseAllDocuments(block)) {
      visit(document, {
        Pair: (_, { key, value }) => {
          if (`${key}` === 'require') policies.push(`${value}`)
        },
      })
    }
    return policies
  })
}

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
