import { describe, expect, test } from '@jest/globals'
import type { Convention, Finding } from '../../../src/conventions/finding.ts'
import { createWalk } from '../../../src/discover/walk.ts'
import type { GraphManifest } from '../../../src/graph.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import type { EvidenceSource } from '../../../src/repository/referrers.ts'
import { artifactOn } from '../../support/artifacts.ts'
import { readerOf } from '../../support/reader-of.ts'

const image: Descriptor = { mediaType: 'a/b', digest: digestOf(new Uint8Array()), size: 0 }
const [one, two, shared] = ['one', 'two', 'shared'].map((text) => artifactOn(image, text).manifest)
if (!one || !two || !shared) throw new Error('there are three')

function finding(source: EvidenceSource, manifest = one, prove?: Finding['prove']): Finding {
  const { descriptor } = manifest ?? { descriptor: image }
  return {
    descriptor,
    sources: [source],
    prove: prove ?? (async () => (manifest ? { manifest } : { refusal: 'nothing' })),
  }
}

/** Finds that at the subject, and nothing anywhere else. */
function at(subject: Descriptor, ...findings: readonly Finding[]): Convention {
  return async ({ digest }) => (digest === subject.digest ? findings : [])
}

function walkBy(conventions: readonly Convention[], depth = 0) {
  const warnings: string[] = []
  const onWarning = (message: string) => void warnings.push(message)
  const walk = createWalk({ reader: readerOf([], new Map()), conventions, depth, onWarning })
  return { walk, warnings }
}

type Tree = { readonly [digest: string]: Tree }

function treeOf(referrers: GraphManifest['referrers']): Tree {
  return Object.fromEntries(referrers.map((each) => [each.digest, treeOf(each.referrers)]))
}

describe('a walk', () => {
  test('follows what one convention finds while another is still being asked', async () => {
    let answer: (findings: readonly Finding[]) => void = () => undefined
    const slow: Convention = ({ digest }) =>
      digest === image.digest
        ? new Promise((resolve) => {
            answer = resolve
          })
        : Promise.resolve([])
    let isFollowed = false
    const quick: Convention = async ({ digest }) => {
      if (digest === image.digest) return [finding('referrers-api', one)]
      isFollowed = true
      // It is answered only once the other's finding is being followed.
      answer([finding('cosign-tag', two)])
      return []
    }
    const { walk } = walkBy([slow, quick])
    const referrers = await walk.evidenceOf(image, [])
    expect(isFollowed).toBe(true)
    expect(Object.keys(treeOf(referrers)).sort()).toEqual(
      [one.descriptor.digest, two.descriptor.digest].sort(),
    )
  })

  test('looks a manifest up and proves it once, however many ways lead to it', async () => {
    const asked: string[] = []
    let proofs = 0
    const proven = finding('cosign-tag', shared, async () => {
      proofs += 1
      return { manifest: shared }
    })
    const conventions = [
      at(image, finding('referrers-api', one), finding('referrers-api', two)),
      async ({ digest }: Descriptor) => {
        asked.push(digest)
        const parents = [one, two].map(({ descriptor }) => descriptor.digest)
        return parents.includes(digest) ? [proven] : []
      },
    ]
    const { walk } = walkBy(conventions)
    const below = { [shared.descriptor.digest]: {} }
    expect(treeOf(await walk.evidenceOf(image, []))).toEqual({
      [one.descriptor.digest]: below,
      [two.descriptor.digest]: below,
    })
    expect(asked.toSorted()).toEqual([...new Set(asked)].sort())
    expect(proofs).toBe(1)
  })

  test('enters what is found twice at one manifest once, with both sources', async () => {
    const refusal = async () => ({ refusal: 'not by this' })
    const { walk, warnings } = walkBy([
      at(image, finding('referrers-api', one, refusal)),
      at(image, finding('cosign-tag', one)),
      at(one.descriptor, finding('referrers-api', two)),
    ])
    const referrers = await walk.evidenceOf(image, [])
    expect(treeOf(referrers)).toEqual({ [one.descriptor.digest]: { [two.descriptor.digest]: {} } })
    expect(referrers[0]?.sources).toEqual(['referrers-api', 'cosign-tag'])
    expect(warnings).toEqual([])
  })

  test('uses a convention that is given for one manifest there alone', async () => {
    const asked: string[] = []
    const given: Convention = async ({ digest }) => {
      asked.push(digest)
      return [finding('buildkit-index', two)]
    }
    const { walk } = walkBy([at(image, finding('referrers-api', one))])
    const referrers = await walk.evidenceOf(image, [given])
    expect(referrers).toHaveLength(2)
    expect(asked).toEqual([image.digest])
  })

  test('asks nothing below its depth', async () => {
    const asked: string[] = []
    const { walk } = walkBy(
      [
        async ({ digest }) => {
          asked.push(digest)
          return digest === image.digest ? [finding('referrers-api', one)] : []
        },
      ],
      1,
    )
    expect(treeOf(await walk.evidenceOf(image, []))).toEqual({ [one.descriptor.digest]: {} })
    expect(asked).toEqual([image.digest])
  })
})
