import { describe, expect, test } from '@jest/globals'
import { mergeExamined } from '../../../src/discover/examined.ts'
import type { EvidenceSource } from '../../../src/repository/referrers.ts'
import { sampleReferrer } from '../../support/sample-graph.ts'

function proven(name: string, ...sources: readonly EvidenceSource[]) {
  const { sources: _, ...node } = sampleReferrer(name)
  return { digest: node.digest, sources, node }
}

function refused(name: string, refusal: string, ...sources: readonly EvidenceSource[]) {
  return { digest: sampleReferrer(name).digest, sources, refusal }
}

describe('the findings at one manifest', () => {
  test('are one node a digest, with every source that found it', () => {
    const examined = [
      proven('a', 'referrers-api', 'referrers-tag'),
      proven('b', 'referrers-api'),
      proven('a', 'buildkit-index'),
    ]
    expect(mergeExamined(examined)).toEqual({
      evidence: [
        sampleReferrer('a', { sources: ['referrers-api', 'referrers-tag', 'buildkit-index'] }),
        sampleReferrer('b', { sources: ['referrers-api'] }),
      ],
      refusals: [],
    })
  })

  test('need one proof, and are refused for each reason where there is none', () => {
    const examined = [
      refused('signature', 'has no subject', 'referrers-api'),
      refused('forged', 'has another subject', 'referrers-api'),
      proven('signature', 'cosign-tag'),
      refused('forged', 'names another image', 'cosign-tag'),
    ]
    expect(mergeExamined(examined)).toEqual({
      evidence: [sampleReferrer('signature', { sources: ['referrers-api', 'cosign-tag'] })],
      refusals: ['has another subject', 'names another image'],
    })
  })
})
