import { parseAllDocuments, visit } from 'yaml'
import { readPage } from './page.ts'

/**
 * Returns every policy that a page shows, in its order: the value of a `require`, or a block that is
 * nothing but rules.
 */
export function policiesIn(page: string): readonly string[] {
  return [...readPage(page).text.matchAll(/^```yaml\n(.*?)^```$/gms)].flatMap(([, block = '']) => {
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
