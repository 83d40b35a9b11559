import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { isConstant, readPage } from '../support/page.ts'
import { isThere, promisesOf, proofsIn } from '../support/proofs.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))
const page = readPage('docs/faults.md')
const rows = page
  .tablesIn('Times and limits')
  .flat()
  .map((cells) => cells.map((cell) => cell.replaceAll('`', '')))

test('each test that the page names is there', () => {
  const proofs = proofsIn(page.text)
  expect(proofs.length).toBeGreaterThan(25)
  expect(proofs.filter((proof) => !isThere(proof))).toEqual([])
})

test('each promise names a test', () => {
  const promises = promisesOf(page)
  expect(promises.length).toBeGreaterThan(5)
  expect(promises.filter((promise) => proofsIn(promise).length === 0)).toEqual([])
})

test('the times and limits are those of the code', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(
    rows.filter(([name = '', file = '', value = '']) => !isConstant(name, file, value)),
  ).toEqual([])
})

test('each time that the code has is in the table', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const times = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(source, file), 'utf8')
      const names = code.matchAll(/^(?:export )?const ([A-Z_]+_MS|TIMEOUTS)\b/gm)
      return [...names].map(([, name]) => `${name} in src/${file}`)
    })
  const documented = rows.map(([name, file]) => `${name?.split('.')[0]} in ${file}`)
  expect(times.length).toBeGreaterThan(15)
  expect(times.filter((time) => !documented.includes(time))).toEqual([])
})
