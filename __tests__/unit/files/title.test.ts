import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { titlesOf } from '../../../src/files/title.ts'

describe('titles', () => {
  test.each([
    [['out/sbom.json'], ['sbom.json']],
    [
      ['/abs/out/sbom.json', 'scan.sarif'],
      ['sbom.json', 'scan.sarif'],
    ],
    [
      ['../up/a.json', './b.json'],
      ['a.json', 'b.json'],
    ],
    [
      ['x/amd64/sbom.json', 'x/arm64/sbom.json'],
      ['amd64/sbom.json', 'arm64/sbom.json'],
    ],
    [
      ['x/sbom.json', 'x/y/sbom.json', 'x/scan.json'],
      ['sbom.json', 'y/sbom.json', 'scan.json'],
    ],
    [
      ['/a/r.json', '/b/r.json'],
      ['a/r.json', 'b/r.json'],
    ],
    [
      ['x/../a/r.json', 'b/r.json'],
      ['a/r.json', 'b/r.json'],
    ],
  ])('of %j are %j', (paths, titles) => {
    expect(titlesOf(paths)).toEqual(titles)
  })

  test('are of where a path ends, not of how it is written', () => {
    expect(titlesOf(['x/y/..'])).toEqual(['x'])
  })

  test('of different files are different, relative, and never lead up', () => {
    const part = fc.constantFrom('a', 'b', '..', '.', 'a\\b')
    const path = fc
      .tuple(
        fc.constantFrom('', '/', './', '../'),
        fc.array(part),
        fc.constantFrom('f', 'b', 'b\\f'),
      )
      .map(([start, parts, name]) => start + [...parts, name].join('/'))
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { minLength: 1, maxLength: 6, selector: (path) => resolve(path) }),
        (paths) => {
          const titles = titlesOf(paths)
          expect(titles).toHaveLength(paths.length)
          expect(new Set(titles).size).toBe(paths.length)
          for (const title of titles) {
            expect(title).not.toBe('')
            expect(title.startsWith('/')).toBe(false)
            expect(title.split('/')).not.toContain('..')
          }
        },
      ),
    )
  })
})
