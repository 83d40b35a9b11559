import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type GraphReferrer, inGraphOrder, limitDepth, selectReferrers } from '../../src/graph.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { sampleGraph, sampleReferrer } from '../support/sample-graph.ts'

test('referrers have one order, whatever the order they are listed in', () => {
  const times = fc.constantFrom(
    undefined,
    'nonsense',
    '2026-01-01T00:00:00Z',
    '2026-02-01T00:00:00Z',
  )
  const referrer = fc.tuple(fc.nat(), times).map(([text, created]): GraphReferrer => {
    const digest = digestOf(Buffer.from(String(text)))
    const annotations = created && { 'org.opencontainers.image.created': created }
    const manifest = { reference: digest, mediaType: 'a/b', digest, size: 1, sources: [] }
    return { ...manifest, ...(annotations && { annotations }), referrers: [] }
  })
  const list = fc.uniqueArray(referrer, { selector: ({ digest }) => digest })
  fc.assert(
    fc.property(
      list.chain((each) =>
        fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
      ),
      ([one, other]) => {
        expect([...one].sort(inGraphOrder)).toEqual([...other].sort(inGraphOrder))
      },
    ),
  )
})

test('the newest stands first, then the lower digest; what has no time stands last', () => {
  const made = (digest: string, created?: string): GraphReferrer => ({
    reference: digest,
    mediaType: 'a/b',
    digest: digestOf(Buffer.from(digest)),
    size: 1,
    ...(created && { annotations: { 'org.opencontainers.image.created': created } }),
    sources: [],
    referrers: [],
  })
  const newest = made('1', '2026-02-01T00:00:00Z')
  const older = [made('2', '2026-01-01T00:00:00Z'), made('3', '2026-01-01T01:00:00+01:00')]
  older.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const undated = made('4')
  expect([undated, ...older, newest].sort(inGraphOrder)).toEqual([newest, ...older, undated])
})

describe('selecting by type', () => {
  const signature = sampleReferrer('sig', { artifactType: 'a/signature' })
  const sbom = sampleReferrer('sbom', { referrers: [signature] })
  const platforms = [sampleGraph('amd64', [signature, sbom])]
  const graph = sampleGraph('app', [signature, sbom], { platforms })

  test('is about the first level, of platforms too; what hangs below stays', () => {
    expect(selectReferrers(graph, ['application/spdx+json', 'x/y'])).toEqual({
      ...graph,
      referrers: [sbom],
      platforms: [{ ...platforms[0], referrers: [sbom] }],
    })
  })

  test('by no types selects all', () => {
    expect(selectReferrers(graph, [])).toEqual(graph)
  })
})

describe('limiting the depth', () => {
  const [one, two, three] = [1, 2, 3].map((levels) => {
    let referrer = sampleReferrer(`level ${levels}`)
    for (let level = levels - 1; level > 0; level -= 1) {
      referrer = sampleReferrer(`level ${level}`, { referrers: [referrer] })
    }
    return [referrer]
  })

  test.each([
    [0, three],
    [1, one],
    [2, two],
    [3, three],
    [4, three],
  ])('to %s leaves that many levels, of platforms too', (depth, referrers = []) => {
    const whole = (below: typeof referrers) =>
      sampleGraph('app', below, { platforms: [sampleGraph('amd64', below)] })
    expect(limitDepth(whole(three ?? []), depth)).toEqual(whole(referrers))
  })
})
