import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../../src/oci/error.ts'
import { InputProblems, isInputProblem, readAll } from '../../../src/oci/problems.ts'

const wrong = (input: string) => () => {
  throw new InputError(input, `${input} is wrong`)
}

describe('reading all', () => {
  test('gives every value under its name', () => {
    expect(readAll({ a: () => 1, b: () => 'x' })).toEqual({ a: 1, b: 'x' })
  })

  test('throws a single problem as it is', () => {
    expect(() => readAll({ a: () => 1, b: wrong('b') })).toThrow(InputError)
  })

  test('throws several together, those of nested readers too', () => {
    const nested = () =>
      readAll({ a: wrong('a'), rest: () => readAll({ b: wrong('b'), c: wrong('c') }) })
    expect(nested).toThrow(
      expect.objectContaining({
        name: 'InputProblems',
        problems: ['a', 'b', 'c'].map((input) => expect.objectContaining({ input })),
      }),
    )
  })

  test('lets an error that is no problem of inputs through', () => {
    const broken = () => {
      throw new TypeError('broken')
    }
    expect(() => readAll({ a: wrong('a'), b: broken })).toThrow(TypeError)
  })
})

test.each([
  [new InputError('a', 'b'), true],
  [new InputProblems([]), true],
  [new Error('a'), false],
])('%s: is it about inputs?', (error, expected) => {
  expect(isInputProblem(error)).toBe(expected)
})
