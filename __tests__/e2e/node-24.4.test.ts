import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from '@jest/globals'
import { distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { runAction } from '../support/runner/run-action.ts'
import { evidenceOn } from './support/evidence.ts'
import { peerPath } from './support/peers.ts'
import { startCue } from './support/real-registry.ts'
import { useRegistryStore } from './support/registry-store.ts'

const store = useRegistryStore(startCue)
let node: string

beforeAll(async () => {
  node = await peerPath('node-24.4')
  await writeDocument(store().directory, 'spdx', { name: 'sbom.json' })
})

test('the oldest Node that runners have for node24 is what it says', async () => {
  const { stdout } = await promisify(execFile)(node, ['--version'])

  expect(stdout).toBe('v24.4.0\n')
})

test('the action runs on it', async () => {
  const { directory, newImage } = store()
  const image = await newImage('action')

  const result = await runAction({
    main: distPath('index.js'),
    node,
    directory: join(directory, '../job'),
    workspace: directory,
    inputs: { image: image.tagged, files: 'sbom.json' },
  })

  expect(result).toMatchObject({ outcome: 'success', annotations: [] })
  expect(await evidenceOn(image, image.digest)).toMatchObject([
    { digest: result.outputs['digest'] },
  ])
})

test('the command line runs on it', async () => {
  const { directory, newImage } = store()
  const image = await newImage('cli')
  const args = ['attach', image.tagged, 'sbom.json']

  const { status, stdout, stderr } = await runCommandLine({ args, directory, node })

  expect({ status, stderr }).toMatchObject({ status: 0 })
  expect(stdout.trim().split('\n')).toEqual(
    (await evidenceOn(image, image.digest)).map(({ digest }) => image.at(digest)),
  )
})
