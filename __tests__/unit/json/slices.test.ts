import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { elementSlices, memberSlices } from '../../../src/json/slices.ts'

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function text(slice: Uint8Array): string {
  return new TextDecoder().decode(slice)
}

function members(object: string): readonly (readonly [string, string, string])[] {
  return memberSlices(bytes(object)).map(
    ({ key, whole, value }) => [key, text(whole), text(value)] as const,
  )
}

function elements(array: string): readonly string[] {
  return elementSlices(bytes(array)).map(text)
}

const space = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r'), { maxLength: 2 })
  .map((spaces) => spaces.join(''))

/** Values as clients may write them, which writing them anew would change. */
const value = fc.oneof(
  fc.constantFrom('1.0', '1e400', '-0', '12345678901234567890', 'null', 'true', '{}', '[ ]'),
  fc.constantFrom('"\\u0041\\/"', '"\\\\"', '"\\""', '"]},{["', '"ü😀"', '""'),
  fc.constantFrom('{"a" : [1.0, "]"] }', '[[{"}":"{"}], "\\\\\\""]', '{"a":{"a":[{}]}}'),
  fc.json({ maxDepth: 3 }),
)

const key = fc.oneof(
  fc.constantFrom('"a"', '"\\u0061"', '"__proto__"', '","'),
  fc.string().map((t) => JSON.stringify(t)),
)

describe('the members of an object', () => {
  test.each([
    ['{}', []],
    [' { } ', []],
    ['{"a":1}', [['a', '"a":1', '1']]],
    ['\ufeff{"a":1.0}', [['a', '"a":1.0', '1.0']]],
    [
      '{"\\u0061" : [ 1 ] , "b":"}" }',
      [
        ['a', '"\\u0061" : [ 1 ]', '[ 1 ]'],
        ['b', '"b":"}"', '"}"'],
      ],
    ],
    [
      '{"a":1,"a":2}',
      [
        ['a', '"a":1', '1'],
        ['a', '"a":2', '2'],
      ],
    ],
  ])('of %j', (object, expected) => {
    expect(members(object)).toEqual(expected)
  })

  test('are as they were written, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value, space, space)), (written) => {
        const wholes = written.map(([k, v, before, behind]) => `${k}${before}:${behind}${v}`)
        const spaced = wholes.map((whole, at) => `${written[at]?.[2]}${whole}${written[at]?.[3]}`)
        expect(members(`{${spaced.join(',')}}`)).toEqual(
          written.map(([k, v], at) => [JSON.parse(k), wholes[at], v]),
        )
      }),
    )
  })
})

describe('the elements of an array', () => {
  test.each([
    ['[]', []],
    ['\n[ ]', []],
    ['[1.0 , 1e400,"a,b" ,{"a":[1]}]', ['1.0', '1e400', '"a,b"', '{"a":[1]}']],
  ])('of %j', (array, expected) => {
    expect(elements(array)).toEqual(expected)
  })

  test('are as they were written, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, space, space)), (written) => {
        const spaced = written.map(([v, before, behind]) => `${before}${v}${behind}`)
        expect(elements(`[${spaced.join(',')}]`)).toEqual(written.map(([v]) => v))
      }),
    )
  })
})
