import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { writeGraphFile } from '../../../src/action/graph-file.ts'
import { graphJson } from '../../../src/render/json.ts'
import { sampleGraph, sampleReferrer } from '../../support/sample-graph.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()

test('the graphs are in a new file of the folder for temporary files', async () => {
  const graphs = [sampleGraph('app', [sampleReferrer('sbom')]), sampleGraph('other', [])]
  const env = { RUNNER_TEMP: directory() }
  const paths = [await writeGraphFile(graphs, env), await writeGraphFile(graphs, env)]
  expect(new Set(paths).size).toBe(2)
  expect(paths.map(dirname)).toEqual([directory(), directory()])
  expect(JSON.parse(await readFile(paths[0] ?? '', 'utf8'))).toEqual(graphs.map(graphJson))
})
