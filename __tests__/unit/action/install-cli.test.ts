import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { VERSION } from '../../../src/version.ts'
import { runAction } from '../../support/runner/run-action.ts'
import type { StepResult } from '../../support/runner/step-result.ts'
import { useTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = useTemporaryDirectory()
const main = new URL('../../../src/main.ts', import.meta.url)
const metadata = fileURLToPath(new URL('../../../action.yml', import.meta.url))

const dist = () => join(directory(), 'dist')
const job = () => join(directory(), 'job')

/** Makes a build whose command line prints the text, with its own arguments. */
async function build(text: string): Promise<void> {
  await mkdir(join(dist(), 'bundle'), { recursive: true })
  await writeFile(
    join(dist(), 'index.js'),
    `import { main } from '${main}'
    await main(import.meta.dirname, async () => { console.log('job ran'); throw new Error('no') })`,
  )
  await writeFile(join(dist(), 'package.json'), '{"type":"module"}')
  await writeFile(join(dist(), 'cli.js'), `import './bundle/index.js'`)
  await writeFile(
    join(dist(), 'bundle/index.js'),
    `console.log('${text}', process.execPath, ...process.argv.slice(2))`,
  )
}

function step(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return runAction({ main: join(dist(), 'index.js'), metadata, directory: job(), inputs, env })
}

/** Returns what a later step sees that calls the command line with the arguments. */
async function later({ paths }: StepResult, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('oras-attach', args, {
    env: { ...process.env, PATH: [...paths, process.env['PATH']].join(delimiter) },
    cwd: directory(),
    // Only a shell finds a batch file.
    shell: process.platform === 'win32',
  })
  return stdout.trimEnd()
}

/** Returns the paths of the command lines in a folder of the job. */
async function scriptsIn(folder: string): Promise<readonly string[]> {
  const paths = await readdir(join(job(), folder), { recursive: true })
  return paths
    .filter((path) => basename(path) === 'cli.js')
    .map((path) => join(job(), folder, path))
}

beforeEach(() => build('first'))

describe('a step that installs the command line', () => {
  test('puts it on the PATH of later steps, on its own Node, whole after the build is gone', async () => {
    const result = await step({ 'install-cli': 'true' })
    expect(result).toMatchObject({
      outcome: 'success',
      annotations: [],
      rejected: [],
      outputs: {},
      summary: '',
      log: `oras-attach ${VERSION} is on the PATH of later steps`,
    })
    expect(result.paths).toHaveLength(1)
    await rm(dist(), { recursive: true })
    expect(await later(result, 'discover', 'a b')).toBe(`first ${process.execPath} discover a b`)
  })

  test('runs this build alone, whatever an earlier job left in the tool cache', async () => {
    await step({ 'install-cli': 'true' })
    for (const script of await scriptsIn('_tool')) {
      await writeFile(script, "console.log('planted')")
      await writeFile(join(script, '../bundle/index.js'), "console.log('planted')")
    }
    // The runner empties it before the next job.
    await rm(join(job(), '_temp'), { recursive: true })
    const result = await step({ 'install-cli': 'true' })
    expect(await later(result)).toBe(`first ${process.execPath}`)
    expect(await scriptsIn('_tool')).toEqual([])
    expect(await scriptsIn('_temp')).toHaveLength(1)
  })

  test('leaves it as it is for steps after another that installs another build', async () => {
    const first = await step({ 'install-cli': 'true' })
    await build('second')
    expect(await later(await step({ 'install-cli': 'true' }))).toBe(`second ${process.execPath}`)
    expect(await later(first)).toBe(`first ${process.execPath}`)
  })

  test('does the job too where it is about an image', async () => {
    const result = await step({ 'install-cli': 'true', image: 'r.example/app:1' })
    expect(result.log).toContain('job ran')
    expect(result.paths).toHaveLength(1)
  })

  test.each([
    [{ 'install-cli': 'true', files: 'a.json' }, ['Input image: no image is given']],
    [{ 'install-cli': 'false' }, ['Input image: no image is given']],
    [
      { 'install-cli': 'yes' },
      ['Input image: no image is given', 'Input install-cli: "yes" is not a boolean'],
    ],
  ])('given %j is refused: an image is wanted', async (inputs, problems) => {
    const { exitCode, annotations, paths, log } = await step(inputs)
    expect({ exitCode, paths }).toEqual({ exitCode: 1, paths: [] })
    for (const problem of problems) expect(annotations[0]?.message).toContain(problem)
    expect(log).not.toContain('job ran')
  })

  test.each([
    ['RUNNER_TEMP', '/dev/null/temp'],
    ['TMPDIR', '/dev/null/temp'],
  ])('without a place for it (%s=%s) says so', async (name, value) => {
    const env = { RUNNER_TEMP: '', [name]: value }
    const { exitCode, annotations } = await step({ 'install-cli': 'true' }, env)
    expect(exitCode).toBe(1)
    expect(annotations).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(
          /^Input install-cli: oras-attach cannot be installed: .*\nWhat to do: RUNNER_TEMP must /,
        ),
      }),
    ])
  })
})
