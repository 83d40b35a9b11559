import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mapConcurrently } from '../../src/concurrency.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { type BadInput, badInputs, type Inputs } from '../support/bad-inputs.ts'
import { type CommandResult, distPath, runCommandLine } from '../support/command-line.ts'
import { writeDocument } from '../support/documents.ts'
import { startTestRegistry, type TestRegistry } from '../support/registry/start-test-registry.ts'
import { runAction } from '../support/runner/run-action.ts'
import type { StepResult } from '../support/runner/step-result.ts'

/** A front that was run, with a registry of its own. */
interface Ran<T> {
  readonly result: T
  readonly registry: TestRegistry
  /** What is tagged and listed before and after. */
  readonly before: unknown
  readonly after: unknown
}

interface Both {
  readonly step: Ran<StepResult>
  readonly command: Ran<CommandResult>
}

const emptyList = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [] })

let directory = ''
const results = new Map<BadInput, Both>()

/** Few processes at once; those that wait for a registry wait beside the others. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'oras-attach-'))
  const workspace = join(directory, 'workspace')
  await mkdir(workspace)
  await writeDocument(workspace, 'spdx', { name: 'sbom.json' })
  await writeDocument(workspace, 'sarif', { name: 'scan.json' })
  await writeFile(join(workspace, 'empty.json'), '')
  await writeFile(join(workspace, 'notes'), 'all is well')
  await mapConcurrently(badInputs, 4, async (each) => {
    const [step, command] = await Promise.all([
      runAgainst(each, async (inputs) =>
        runAction({
          main: distPath('index.js'),
          directory: await mkdtemp(join(directory, 'job-')),
          workspace,
          inputs,
        }),
      ),
      runAgainst(each, (inputs) => {
        const { password = '', require: stdin = password } = inputs
        return runCommandLine({
          args: commandOf(inputs),
          directory: workspace,
          env: { HOME: directory },
          stdin,
        })
      }),
    ])
    results.set(each, { step, command })
  })
}, 120_000)

afterAll(() => rm(directory, { recursive: true, force: true }))

async function runAgainst<T>(
  { inputs = {}, registry: options = {} }: BadInput,
  runFront: (inputs: Inputs) => Promise<T>,
): Promise<Ran<T>> {
  const registry = await startTestRegistry(options)
  const { descriptor } = registry.putImage('app', { tag: '1' })
  if (options.quirks?.manifests?.immutableTags) {
    registry.putManifest('app', emptyList, referrersTag(descriptor.digest))
  }
  const state = () => [registry.tags('app'), registry.referrersOf('app', descriptor.digest)]
  const before = state()
  const all = Object.entries({ image: 'HOST/app:1', files: 'sbom.json', ...inputs })
  try {
    const result = await runFront(
      Object.fromEntries(all.map(([name, value]) => [name, value.replace('HOST', registry.host)])),
    )
    return { result, registry, before, after: state() }
  } finally {
    await registry.close()
  }
}

function commandOf({ image = '', files = '', ...inputs }: Inputs): readonly string[] {
  const options = Object.entries(inputs).map(([name, value]) => {
    if (name === 'password') return '--password-stdin'
    if (name === 'require') return '--require=-'
    return `--${name === 'annotations' ? 'annotation' : name}=${value}`
  })
  return ['attach', ...options, image, ...files.split('\n')]
}

const rows = badInputs.map((each): [string, BadInput] => [each.wrong, each])

function ranOf(each: BadInput): Both {
  const ran = results.get(each)
  if (!ran) throw new Error(`${each.wrong} was not run`)
  return ran
}

function expectWords(text: string, { says }: BadInput, { host }: TestRegistry): void {
  for (const words of says) expect(text).toContain(words.replace('HOST', host))
  expect(text).not.toMatch(/\n\s+at |file:\/\/|Unexpected|correct horse/)
}

/** Nothing is asked for where an input is to blame, and whatever it is, nothing is listed. */
function expectNoTrace({ blames }: BadInput, { registry, before, after }: Ran<unknown>): void {
  expect(registry.requests.filter(() => blames)).toEqual([])
  expect(after).toEqual(before)
}

describe('the action', () => {
  test.each(rows)('fails on %s with one annotation that says what to do', (_, each) => {
    const { step } = ranOf(each)
    const { exitCode, annotations, rejected, undeclaredOutputs, outputs } = step.result
    expect({ exitCode, rejected, undeclaredOutputs }).toEqual({
      exitCode: 1,
      rejected: [],
      undeclaredOutputs: [],
    })
    const errors = annotations.filter(({ type }) => type === 'error')
    expect(errors).toHaveLength(1)
    const message = errors[0]?.message ?? ''
    expectWords(message, each, step.registry)
    if (each.blames) expect(message).toMatch(new RegExp(`^Input ${each.blames[0]}: `))
    expect(message).toContain('What to do: ')
    expect({ digest: '', ...outputs }).toHaveProperty('digest', '')
    expectNoTrace(each, step)
  })
})

describe('the command line', () => {
  test.each(rows)('fails on %s with one error that says what to do', (_, each) => {
    const { command } = ranOf(each)
    const { status, stdout, stderr } = command.result
    expect({ status, stdout }).toEqual({ status: each.blames ? 2 : 1, stdout: '' })
    const errors = stderr.split('\n').filter((line) => line.startsWith('Error: '))
    expect(errors).toHaveLength(1)
    expectWords(stderr, each, command.registry)
    if (each.blames) expect(errors[0]).toContain(`Error: ${each.blames[1]}: `)
    expect(stderr).toContain('What to do: ')
    expect(stderr.includes('Usage: oras-attach attach ')).toBe(each.blames !== undefined)
    expectNoTrace(each, command)
  })
})
