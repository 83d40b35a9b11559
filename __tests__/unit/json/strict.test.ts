import { describe, expect, test } from '@jest/globals'
import { createStrictScanner, createTreeScanner, MAX_VALUES } from '../../../src/json/strict.ts'
import { JsonSyntaxError } from '../../../src/json/syntax-error.ts'

function problemWith(text: string, createScanner = createStrictScanner): string | undefined {
  try {
    const scanner = createScanner()
    scanner.write(Buffer.from(text))
    scanner.end()
    return undefined
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.message
    throw error
  }
}

const list = (values: number): string => `[${Array(values).fill('{}').join(',')}]`
const names = (count: number): string =>
  `{${Array.from({ length: count }, (_, at) => `"${at}":0`).join(',')}}`

describe.each([
  ['passes by', createStrictScanner],
  ['is parsed to a tree', createTreeScanner],
])('JSON that %s and is judged', (_, createScanner) => {
  test.each([
    ['has a name twice', '{"a":1,"a":1}', /^duplicate key "a"/],
    ['begins with a byte order mark', '\ufeff{}', /^unexpected character at byte 0$/],
    ['is nested too deep', '['.repeat(1001), /^more than 1000 levels/],
  ])('is refused if it %s', (__, text, problem) => {
    expect(problemWith(text, createScanner)).toMatch(problem)
  })
})

test('as a tree it may have few values: memory and time of JSON.parse grow with them', () => {
  expect(problemWith(list(MAX_VALUES - 1), createTreeScanner)).toBeUndefined()
  expect(problemWith(list(MAX_VALUES), createTreeScanner)).toMatch(/^more than 10000 values/)
})

test('that passes by may have any number of values, but few names at a time', () => {
  expect(problemWith(list(500_000))).toBeUndefined()
  expect(problemWith(`[${Array(1000).fill('{"a":0,"b":0}').join(',')}]`)).toBeUndefined()
  expect(problemWith(names(100_000))).toBeUndefined()
  expect(problemWith(names(100_001))).toMatch(/^more than 100000 names/)
})
