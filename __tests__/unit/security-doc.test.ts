import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const page = fileURLToPath(new URL('../../docs/security.md', import.meta.url))
const source = fileURLToPath(new URL('../../src/', import.meta.url))
const text = readFileSync(page, 'utf8')

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

/** Returns what stands under a heading. */
function section(heading: string): string {
  return text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
}

/** Returns the rows of the section's table, by their first cells, without heading and rule. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const rows = section(heading).match(/^\|.*\|$/gm) ?? []
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
}

interface Proof {
  readonly title: string
  readonly path: string
}

function proofsIn(markdown: string): readonly Proof[] {
  const links = markdown.matchAll(/\[([^\]]+)\]\((\.\.\/__tests__\/[^)]+)\)/g)
  return [...links].map(([, title = '', path = '']) => ({ title, path }))
}

/** Tells whether the file has a test, or a group of tests, of exactly this title. */
function isThere({ title, path }: Proof): boolean {
  const file = join(dirname(page), path)
  if (!existsSync(file)) return false
  const literal = title.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`\\(\\s*(['"\`])${literal}\\1,`).test(readFileSync(file, 'utf8'))
}

test('each test that the page names is there', () => {
  const proofs = proofsIn(text)
  expect(proofs.length).toBeGreaterThan(80)
  expect(proofs.filter((proof) => !isThere(proof))).toEqual([])
})

test('a test that is not there would be found out', () => {
  const path = '../__tests__/unit/security-doc.test.ts'
  expect(isThere({ title: 'each test that the page names is there', path })).toBe(true)
  expect(isThere({ title: 'each test that the page', path })).toBe(false)
  expect(isThere({ title: 'each test', path: '../__tests__/none.test.ts' })).toBe(false)
})

test('each promise names a test', () => {
  const promises = section('Promises').split(/^- /m).slice(1)
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
  const wrong = rows.filter(([name, file = '', value]) => {
    const code = readFileSync(join(source, file.replace(/^src\//, '')), 'utf8')
    return !code.includes(`const ${name} = ${value}\n`)
  })
  expect(wrong).toEqual([])
})
