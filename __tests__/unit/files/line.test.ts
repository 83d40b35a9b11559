import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fillPlaceholders, hasPlaceholder, parseFileLine } from '../../../src/files/line.ts'

describe('a line of files', () => {
  test.each([
    ['sbom.json', 'sbom.json', undefined],
    ['sbom.json:application/spdx+json', 'sbom.json', 'application/spdx+json'],
    ['reports/*.xml:text/xml', 'reports/*.xml', 'text/xml'],
    ['C:\\reports\\a.json', 'C:\\reports\\a.json', undefined],
    ['C:/reports/a.json', 'C:/reports/a.json', undefined],
    ['C:\\reports\\a.json:text/plain', 'C:\\reports\\a.json', 'text/plain'],
    ['a:b:c.json', 'a:b:c.json', undefined],
    ['a:b:text/plain', 'a:b', 'text/plain'],
    ['a.json:', 'a.json:', undefined],
    ['a.json:json', 'a.json:json', undefined],
    ['a.json:text/plain; charset=utf-8', 'a.json:text/plain; charset=utf-8', undefined],
    [':text/plain', ':text/plain', undefined],
    ['{platform}.json:text/plain', '{platform}.json', 'text/plain'],
  ])('%s is the path %s of the type %s', (line, pattern, mediaType) => {
    expect(parseFileLine(line)).toEqual({ pattern, ...(mediaType && { mediaType }) })
  })

  test('of a path without a colon and a type is read in its parts', () => {
    const path = fc.string({ minLength: 1 }).filter((text) => !text.includes(':'))
    const mediaType = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,9}\/[a-z0-9]{1,9}$/)
    fc.assert(
      fc.property(path, mediaType, (pattern, type) => {
        expect(parseFileLine(`${pattern}:${type}`)).toEqual({ pattern, mediaType: type })
        expect(parseFileLine(pattern)).toEqual({ pattern })
      }),
    )
  })
})

describe('placeholders', () => {
  const arm = { os: 'linux', architecture: 'arm', variant: 'v7' }
  const amd64 = { os: 'linux', architecture: 'amd64' }

  test.each([
    ['{platform}.json', 'linux-amd64.json', 'linux-arm-v7.json', '*.json'],
    ['{os}/{arch}/{variant}', 'linux/amd64/', 'linux/arm/v7', '*/*/*'],
    ['{arch}{variant}-{arch}', 'amd64-amd64', 'armv7-arm', '**-*'],
    ['{Platform}{a,b}', '{Platform}{a,b}', '{Platform}{a,b}', '{Platform}{a,b}'],
  ])('%s', (pattern, ofAmd64, ofArm, ofAny) => {
    expect(fillPlaceholders(pattern, amd64)).toBe(ofAmd64)
    expect(fillPlaceholders(pattern, arm)).toBe(ofArm)
    expect(fillPlaceholders(pattern, undefined)).toBe(ofAny)
    expect(hasPlaceholder(pattern)).toBe(pattern !== ofAny)
  })

  test('take a value to the letter', () => {
    expect(fillPlaceholders('{os}.json', { os: '$&', architecture: '' })).toBe('$&.json')
  })
})
