import { describe, expect, test } from '@jest/globals'
import { selectAttached, shortDigest } from '../../../src/pull/select.ts'
import { digestOfName, sampleGraph, sampleReferrer } from '../../support/sample-graph.ts'

const signature = sampleReferrer('sig', { artifactType: 'a/signature' })
const sbom = sampleReferrer('sbom', { referrers: [signature] })
const scan = sampleReferrer('scan', { artifactType: 'application/sarif+json' })
const note = sampleReferrer('note', { artifactType: 'a/note' })
const platforms = [sampleGraph('amd64', [note]), sampleGraph('arm64', [])]
const graph = sampleGraph('app', [sbom, scan], { platforms })

function foldersOf(types: readonly string[], of = graph): readonly string[] {
  return selectAttached(of, types).map(({ folder }) => folder.join('/'))
}

const digits = (name: string): string => digestOfName(name).slice('sha256:'.length).slice(0, 12)

describe('what is selected', () => {
  test('is everything attached, each before what hangs below it, platforms last', () => {
    expect(foldersOf([])).toEqual([
      `application-spdx+json/${digits('sbom')}`,
      `a-signature/${digits('sig')}`,
      `application-sarif+json/${digits('scan')}`,
      `a-note/${digits('note')}`,
    ])
  })

  test('is of the types at the first level, and all that is below', () => {
    expect(foldersOf(['application/spdx+json', 'a/note'])).toEqual([
      `application-spdx+json/${digits('sbom')}`,
      `a-signature/${digits('sig')}`,
      `a-note/${digits('note')}`,
    ])
    expect(foldersOf(['a/signature'])).toEqual([])
  })

  test('is named by its descriptor', () => {
    const [first] = selectAttached(graph, [])
    const { mediaType, digest, size } = sbom
    expect(first?.descriptor).toEqual({ mediaType, digest, size })
  })

  test('is not what a dry run only plans to attach', () => {
    const planned = sampleReferrer('planned', { sources: [] })
    expect(foldersOf([], sampleGraph('app', [planned]))).toEqual([])
  })

  test.each([
    ['application/vnd.dev.sigstore.bundle+json;version=0.1', 'version-0.1'],
    ['a b/ü:*"c', 'a-b-----c'],
  ])('of the type %s has a folder without its odd characters', (artifactType, end) => {
    const odd = sampleGraph('app', [sampleReferrer('odd', { artifactType })])
    expect(foldersOf([], odd)[0]).toMatch(new RegExp(`${end}/[0-9a-f]{12}$`))
  })

  test('without a type has a folder all the same', () => {
    const { artifactType: _, ...untyped } = sampleReferrer('untyped')
    expect(foldersOf([], sampleGraph('app', [untyped]))).toEqual([`unknown/${digits('untyped')}`])
  })
})

test('a short digest has twelve digits', () => {
  expect(shortDigest(digestOfName('a'))).toBe(digits('a'))
})
