import { expect, test } from '@jest/globals'
import type { JsonLimits } from '../../../src/json/limits.ts'
import { createJsonScanner } from '../../../src/json/scan.ts'
import { JsonSyntaxError } from '../../../src/json/syntax-error.ts'

const LIMITS: JsonLimits = { maxDepth: 1000, maxTextBytes: 4096, duplicateKeys: 'allow' }

function problemWith(text: string, limits: Partial<JsonLimits> = {}): string | undefined {
  try {
    const scanner = createJsonScanner(undefined, { ...LIMITS, ...limits })
    scanner.write(Buffer.from(text))
    scanner.end()
    return undefined
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.message
    throw error
  }
}

test.each([
  ['[]', 1, true],
  ['[[],{}]', 3, true],
  ['[[],{}]', 2, false],
  ['{"a":"b","c":[1,null]}', 5, true],
  ['{"a":"b","c":[1,null]}', 4, false],
  ['[1,"2",true]', 3, false],
  ['"a"', 1, true],
])('%s within %d values: %s', (text, maxValues, accepted) => {
  expect(problemWith(text, { maxValues }) === undefined).toBe(accepted)
  expect(problemWith(text) === undefined).toBe(true)
})

test.each([
  ['[]', 1],
  ['{"a":"b","c":[1,null,{}]}', 6],
])('%s has %d values', (text, values) => {
  const scanner = createJsonScanner(undefined, LIMITS)
  for (const byte of Buffer.from(text)) scanner.write(Buffer.of(byte))
  scanner.end()
  expect(scanner.values).toBe(values)
})

test('the value that is one too many is told of, with its place', () => {
  expect(problemWith('[[],{}]', { maxValues: 2 })).toBe('more than 2 values at byte 4')
})

test.each([
  ['{"a":1,"b":2}', 2, true],
  ['{"a":1,"b":2,"c":3}', 2, false],
  ['{"a":{"b":{"c":3}}}', 2, false],
  ['[{"a":1,"b":2},{"a":1,"b":2},{"a":1}]', 2, true],
  ['{"a":{"b":1},"c":{"d":1}}', 3, true],
])('%s within %d names of open objects: %s', (text, maxNames, accepted) => {
  const limits = { duplicateKeys: 'reject', maxNames } as const
  expect(problemWith(text, limits) === undefined).toBe(accepted)
})
