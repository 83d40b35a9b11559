import { describe, expect, test } from '@jest/globals'
import { readBoolean, readChoice, readWholeNumber } from '../../../src/inputs/scalar.ts'
import { inputSource } from '../../support/input-source.ts'

describe('a boolean', () => {
  test.each(['true', 'True', 'TRUE'])('%s is true', (combine) => {
    expect(readBoolean(inputSource({ combine }), 'combine', false)).toBe(true)
  })

  test.each(['false', 'False', 'FALSE'])('%s is false', (combine) => {
    expect(readBoolean(inputSource({ combine }), 'combine', true)).toBe(false)
  })

  test('that is not given has its default', () => {
    expect(readBoolean(inputSource({}), 'combine', true)).toBe(true)
  })

  test.each(['yes', 'on', '1', 'tRue'])('%s is an error', (combine) => {
    expect(() => readBoolean(inputSource({ combine }), 'combine', true)).toThrow(
      expect.objectContaining({ input: 'combine', message: `"${combine}" is not a boolean` }),
    )
  })
})

describe('a whole number', () => {
  const read = (depth: string) =>
    readWholeNumber(inputSource({ depth }), 'depth', { least: 1, most: 32, fallback: 7 })

  test.each([
    ['', 7],
    ['1', 1],
    ['032', 32],
  ])('%j is read', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(['0', '33', '-1', '1.5', '1e1', 'many', '9'.repeat(400)])('%s is an error', (text) => {
    expect(() => read(text)).toThrow('is not a whole number from 1 to 32')
  })
})

describe('a choice', () => {
  const read = (text: string) =>
    readChoice(inputSource({ 'if-exists': text }), 'if-exists', ['skip', 'append'])

  test.each([
    ['', 'skip'],
    ['append', 'append'],
  ])('%j is read', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('of something else is an error that names the choices', () => {
    expect(() => read('Skip')).toThrow('"Skip" is none of skip, append')
  })
})
