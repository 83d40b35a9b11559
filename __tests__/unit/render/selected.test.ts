import { expect, test } from '@jest/globals'
import { selectReferrers } from '../../../src/graph.ts'
import { selectInOutcome } from '../../../src/render/selected.ts'
import { sampleGraph, sampleOutcome, sampleReferrer } from '../../support/sample-graph.ts'

test('an outcome has each of its graphs selected', () => {
  const signature = sampleReferrer('sig', { artifactType: 'a/signature' })
  const graph = sampleGraph('app', [signature, sampleReferrer('sbom')])
  const selected = selectInOutcome(sampleOutcome([graph]), ['a/signature'])
  expect(selected.graphs).toEqual([selectReferrers(graph, ['a/signature'])])
})
