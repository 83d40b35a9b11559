import { expect, test } from '@jest/globals'
import { selectInOutcome, selectReferrers } from '../../../src/render/selected.ts'
import { sampleGraph, sampleOutcome, sampleReferrer } from '../../support/sample-graph.ts'

const signature = sampleReferrer('sig', { artifactType: 'a/signature' })
const sbom = sampleReferrer('sbom', { referrers: [signature] })
const platforms = [sampleGraph('amd64', [signature, sbom])]
const graph = sampleGraph('app', [signature, sbom], { platforms })

test('types select at the first level, of platforms too; what hangs below stays', () => {
  expect(selectReferrers(graph, ['application/spdx+json', 'x/y'])).toEqual({
    ...graph,
    referrers: [sbom],
    platforms: [{ ...platforms[0], referrers: [sbom] }],
  })
})

test('no types select all', () => {
  expect(selectReferrers(graph, [])).toEqual(graph)
})

test('an outcome has each of its graphs selected', () => {
  const selected = selectInOutcome(sampleOutcome([graph]), ['a/signature'])
  expect(selected.graphs).toEqual([selectReferrers(graph, ['a/signature'])])
})
