import { describe, expect, test } from '@jest/globals'
import { isConstant, readPage } from '../support/page.ts'
import { isThere, promisesOf, proofsIn } from '../support/proofs.ts'

const page = readPage('docs/security.md')
const rowsOf = (heading: string) => page.tablesIn(heading).flat()

/** What has been done to clients of registries and to actions: none may be left out. */
const attacks = [
  'Wrong credential chosen',
  'Redirect leak',
  'Upload Location leak',
  'Token realm',
  'Link pagination',
  'Custom headers and client certificates',
  'Secrets in debug logs',
  'Media type ambiguity',
  'Digest pin ignored',
  'Size lies',
  'Endless signatures',
  'Path traversal on pull',
  'Archives',
  'Decompression bombs',
  'Foreign layers',
  'Signatures that prove something else',
  'Unsigned metadata as evidence',
  'Referrers added or removed',
  'Workflow commands',
  'Markup in the summary',
  'Shell injection in examples',
  'Forks with rights',
  'Action supply chain',
  'Zip archives of artifacts',
  'The HTTP client',
  '@actions/http-client',
  'Prototype pollution',
  'Requests by references',
  'Programs by configuration',
]

test('each test that the page names is there', () => {
  const proofs = proofsIn(page.text)
  expect(proofs.length).toBeGreaterThan(80)
  expect(proofs.filter((proof) => !isThere(proof))).toEqual([])
})

test('each promise names a test', () => {
  const promises = promisesOf(page)
  expect(promises.length).toBeGreaterThan(10)
  expect(promises.filter((promise) => proofsIn(promise).length === 0)).toEqual([])
})

describe('the attacks that are known', () => {
  const rows = rowsOf('Known attacks')

  test('are all there', () => {
    expect(rows.map(([attack]) => attack)).toEqual(attacks)
  })

  test('each name what is done and a test', () => {
    for (const [attack, what, here, proof = ''] of rows) {
      expect({ attack, isWhole: Boolean(what && here) }).toEqual({ attack, isWhole: true })
      expect({ attack, proofs: proofsIn(proof).length > 0 }).toEqual({ attack, proofs: true })
    }
  })
})

test('the limits are those of the code', () => {
  const rows = rowsOf('Limits').map((cells) => cells.map((cell) => cell.replaceAll('`', '')))
  expect(rows.length).toBeGreaterThan(20)
  expect(
    rows.filter(([name = '', file = '', value = '']) => !isConstant(name, file, value)),
  ).toEqual([])
})
