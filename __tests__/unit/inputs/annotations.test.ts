import { describe, expect, test } from '@jest/globals'
import { readDescription } from '../../../src/inputs/annotations.ts'
import { CREATED } from '../../../src/oci/annotations.ts'
import { inputSource } from '../../support/input-source.ts'

describe('annotations', () => {
  test.each([
    ['', {}],
    ['a=1\n\n b = 2=3 \nc=', { a: '1', b: '2=3', c: '' }],
  ])('%j', (annotations, expected) => {
    expect(readDescription(inputSource({ annotations }))).toEqual({ annotations: expected })
  })

  test('may have any key', () => {
    const { annotations } = readDescription(inputSource({ annotations: '__proto__=x' }))
    expect(Object.entries(annotations)).toEqual([['__proto__', 'x']])
  })

  test.each([
    ['just text', '"just text" is not key=value'],
    ['=value', 'is not key=value'],
    ['a=1\na=1', '"a" is given twice'],
    [`${CREATED}=yesterday`, '"yesterday" is not a time'],
  ])('%j are an error', (annotations, message) => {
    expect(() => readDescription(inputSource({ annotations }))).toThrow(
      expect.objectContaining({ input: 'annotations', message: expect.stringContaining(message) }),
    )
  })
})

describe('the time of creation', () => {
  test.each([
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00Z'],
    ['2026-01-31T13:00:00.789+01:00', '2026-01-31T12:00:00Z'],
  ])('%s is put in UTC to the second', (created, expected) => {
    expect(readDescription(inputSource({ created }))).toEqual({
      annotations: {},
      created: expected,
    })
  })

  test('may come as an annotation, as in the labels of docker/metadata-action', () => {
    const annotations = `a=1\n${CREATED}=2026-01-31T12:00:00.000Z`
    expect(readDescription(inputSource({ annotations }))).toEqual({
      annotations: { a: '1' },
      created: '2026-01-31T12:00:00Z',
    })
  })

  test.each([
    [{ created: '2026-01-31' }, '"2026-01-31" is not a time as in RFC 3339'],
    [
      { created: '2026-01-31T12:00:00Z', annotations: `${CREATED}=2026-01-31T12:00:00Z` },
      'and the annotation',
    ],
  ])('%j is an error', (given, message) => {
    expect(() => readDescription(inputSource(given))).toThrow(
      expect.objectContaining({ input: 'created', message: expect.stringContaining(message) }),
    )
  })
})
