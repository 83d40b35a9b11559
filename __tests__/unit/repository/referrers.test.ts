import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestOf } from '../../../src/oci/digest.ts'
import {
  mergeReferrers,
  type Referrer,
  type Referrers,
  type ReferrersSource,
} from '../../../src/repository/referrers.ts'

function referrer(text: string, source: ReferrersSource, size = 1): Referrer {
  const digest = digestOf(new TextEncoder().encode(text))
  return { descriptor: { mediaType: 'a/b', digest, size }, sources: [source] }
}

test('a merged list has each digest once, as first seen, with every source', () => {
  const merged = mergeReferrers([
    [referrer('a', 'referrers-api'), referrer('b', 'referrers-api')],
    [referrer('b', 'referrers-tag', 2), referrer('c', 'referrers-tag')],
    [referrer('b', 'referrers-api', 3)],
  ])
  expect(merged).toEqual([
    referrer('a', 'referrers-api'),
    { ...referrer('b', 'referrers-api'), sources: ['referrers-api', 'referrers-tag'] },
    referrer('c', 'referrers-tag'),
  ])
})

test('merging in any parts loses nobody and repeats nobody', () => {
  const source = fc.constantFrom<ReferrersSource>('referrers-api', 'referrers-tag')
  const list = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), source))
  fc.assert(
    fc.property(fc.array(list), (lists) => {
      const all = lists.map((each): Referrers => each.map(([text, from]) => referrer(text, from)))
      const merged = mergeReferrers(all)
      const digests = merged.map(({ descriptor }) => descriptor.digest)
      expect(new Set(digests).size).toBe(digests.length)
      const pairs = (referrers: Referrers): ReadonlySet<string> =>
        new Set(
          referrers.flatMap((each) => each.sources.map((from) => each.descriptor.digest + from)),
        )
      expect(pairs(merged)).toEqual(pairs(all.flat()))
      expect(mergeReferrers([merged, ...all])).toEqual(merged)
    }),
  )
})
