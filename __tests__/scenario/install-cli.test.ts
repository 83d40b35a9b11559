import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { VERSION } from '../../src/version.ts'
import { distPath } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { runAction } from '../support/runner/run-action.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

test('a step installs the command line, and the next attaches with it', async () => {
  const registry = await start()
  const { descriptor: image } = registry.putImage('app', { tag: '1' })
  await writeDocument(directory(), 'spdx', { name: 'sbom.json' })

  const { outcome, paths, log } = await runAction({
    main: distPath('index.js'),
    directory: join(directory(), 'job'),
    inputs: { 'install-cli': 'true' },
  })

  expect({ outcome, log }).toEqual({
    outcome: 'success',
    log: `oras-attach ${VERSION} is on the PATH of later steps`,
  })
  const run = async (...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, PATH: [...paths, process.env['PATH']].join(delimiter) }
    const shell = process.platform === 'win32'
    const options = { cwd: directory(), env, shell }
    return (await promisify(execFile)('oras-attach', args, options)).stdout.trimEnd()
  }
  expect(await run('--version')).toBe(VERSION)
  const reference = await run('attach', `${registry.host}/app:1`, 'sbom.json')
  expect(registry.referrersOf('app', image.digest)).toMatchObject([
    { digest: reference.split('@')[1] },
  ])
})
