import { describe, expect, test } from '@jest/globals'
import { readArtifactType, readSelectedTypes } from '../../../src/inputs/artifact-types.ts'
import { inputSource } from '../../support/input-source.ts'

const source = (text: string) => inputSource({ 'artifact-type': text })

describe('the type of what is attached', () => {
  test.each([
    ['', undefined],
    [' application/spdx+json\n', 'application/spdx+json'],
  ])('%j', (text, expected) => {
    expect(readArtifactType(source(text))).toBe(expected)
  })

  test.each([
    ['a/b, c/d', 'several types are given'],
    ['sbom', '"sbom" is not a media type'],
    ['a/b;version=1', 'is not a media type'],
  ])('%j is an error', (text, message) => {
    expect(() => readArtifactType(source(text))).toThrow(
      expect.objectContaining({
        input: 'artifact-type',
        message: expect.stringContaining(message),
      }),
    )
  })
})

describe('the selected types', () => {
  const bundle = 'application/vnd.dev.sigstore.bundle+json;version=0.3'

  test.each([
    ['', []],
    ['a/b', ['a/b']],
    [`a/b,c/d\n${bundle}\na/b`, ['a/b', 'c/d', bundle]],
  ])('%j', (text, expected) => {
    expect(readSelectedTypes(source(text))).toEqual(expected)
  })

  test('that are no media types are an error', () => {
    expect(() => readSelectedTypes(source('a/b, sbom'))).toThrow('"sbom" is not a media type')
  })
})
