import assert from 'node:assert/strict'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Attached, Pulled } from '../../../src/job.ts'
import type { JsonManifest } from '../../../src/render/json.ts'
import type { JsonReport } from '../../../src/render/report-json.ts'
import { type CommandResult, distPath, runCommandLine } from '../../support/command-line.ts'
import { runAction } from '../../support/runner/run-action.ts'
import type { StepResult } from '../../support/runner/step-result.ts'
import type { Store } from './store.ts'

/** Inputs by their names; the command line has options of the same names. */
export type Inputs = Readonly<Record<string, string>>

export interface AttachJob {
  readonly image: string
  readonly files: readonly string[]
  readonly inputs?: Inputs
}

/** One of the two ways in which oras-attach is used. */
export interface Front {
  /** In lower case, for the names of repositories. */
  readonly name: 'action' | 'cli'
  /** Attaches the files and returns what it says of them; throws, with all it said, if it fails. */
  readonly attach: (store: Store, job: AttachJob) => Promise<readonly Attached[]>
  /** Returns the graph of the image; throws likewise. */
  readonly discover: (store: Store, image: string) => Promise<DiscoveredGraph>
  /** Pulls everything attached into the directory and returns what it says of it; throws likewise. */
  readonly pull: (store: Store, job: PullJob) => Promise<readonly Pulled[]>
  /** Returns what becomes of the policy; throws, with all it said, unless it is passed or denied. */
  readonly gate: (store: Store, job: GateJob) => Promise<JsonReport>
}

export interface GateJob {
  readonly image: string
  /** The policy, YAML; paths in it are relative to the store's directory. */
  readonly require: string
  readonly inputs?: Inputs
}

export interface PullJob {
  readonly image: string
  /** Relative to where it runs. */
  readonly to: string
  readonly inputs?: Inputs
}

export interface DiscoveredGraph {
  readonly json: JsonManifest
  readonly tree: string
}

const action: Front = {
  name: 'action',
  attach: async (store, { image, files, inputs }) => {
    const { outputs } = await runStep(store, { image, files: files.join('\n'), ...inputs })
    const { attached: json = '', references, digests } = outputs
    const attached: readonly Attached[] = JSON.parse(json)
    assert.equal(references, attached.map(({ reference }) => reference).join('\n'))
    assert.equal(digests, attached.map(({ digest }) => digest).join('\n'))
    return attached
  },
  discover: async (store, image) => {
    const { outputs } = await runStep(store, { image })
    const { 'graph-file': path = '', referrers = '', tree = '' } = outputs
    const [json] = JSON.parse(await readFile(path, 'utf8'))
    assert.deepEqual(JSON.parse(referrers), json.referrers)
    return { json, tree }
  },
  pull: async (store, { image, to, inputs }) => {
    const { outputs } = await runStep(store, { image, 'pull-to': to, ...inputs })
    const { pulled = '' } = outputs
    return JSON.parse(pulled)
  },
  gate: async (store, { image, require, inputs }) => {
    const result = await endStep(store, { image, require, ...inputs })
    const { gate, 'gate-report': json, 'gate-report-file': path = '' } = result.outputs
    assert.ok(json, result.log)
    const report: JsonReport = JSON.parse(json)
    assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), report)
    const outcome = report.verdict === 'passed' ? 'success' : 'failure'
    assert.deepEqual([gate, result.outcome], [report.verdict, outcome], result.log)
    return report
  },
}

async function runStep(store: Store, inputs: Inputs): Promise<StepResult> {
  const result = await endStep(store, inputs)
  assert.equal(result.outcome, 'success', result.log)
  return result
}

/** Returns the step however it ended; throws if the runner would refuse anything of what it did. */
async function endStep({ directory, access }: Store, inputs: Inputs): Promise<StepResult> {
  const result = await runAction({
    main: distPath('index.js'),
    directory: join(directory, '../job'),
    workspace: directory,
    inputs: { ...inputs, ...access.inputs },
    env: access.env,
  })
  const { rejected, undeclaredOutputs, log } = result
  assert.deepEqual({ rejected, undeclaredOutputs }, { rejected: [], undeclaredOutputs: [] }, log)
  return result
}

export const commandLine: Front = {
  name: 'cli',
  attach: async (store, { image, files, inputs = {} }) => {
    const args = ['--format=json', image, ...files]
    return JSON.parse(await runVerb(store, 'attach', args, inputs))
  },
  discover: async (store, image) => {
    const [json, tree] = await Promise.all([
      runVerb(store, 'discover', ['--format=json', image]),
      runVerb(store, 'discover', [image]),
    ])
    return { json: JSON.parse(json), tree: tree.trimEnd() }
  },
  pull: async (store, { image, to, inputs }) => {
    const args = ['--referrers', '--format=json', '-o', to, image]
    return JSON.parse(await runVerb(store, 'pull', args, inputs))
  },
  gate: async (store, { image, require, inputs }) => {
    const policy = join(await mkdtemp(join(store.directory, '../policy-')), 'policy.yaml')
    await writeFile(policy, require)
    const args = ['--format=json', `--require=${policy}`, image]
    const { status, stdout, stderr } = await endVerb(store, 'gate', args, inputs)
    assert.ok(stdout, stderr)
    const report: JsonReport = JSON.parse(stdout)
    assert.equal(status, report.verdict === 'passed' ? 0 : 3, stderr)
    return report
  },
}

/** Returns what the verb prints; throws, with all it said, if it fails. */
export async function runVerb(
  store: Store,
  verb: string,
  args: readonly string[],
  inputs?: Inputs,
): Promise<string> {
  const { status, stdout, stderr } = await endVerb(store, verb, args, inputs)
  assert.equal(status, 0, stderr)
  return stdout
}

function endVerb(
  { directory, access }: Store,
  verb: string,
  args: readonly string[],
  inputs: Inputs = {},
): Promise<CommandResult> {
  return runCommandLine({
    args: [verb, ...asOptions({ ...access.inputs, ...inputs }), ...args],
    directory,
    env: { HOME: join(directory, '../no-home'), ...access.env },
    ...(access.inputs['password'] && { stdin: access.inputs['password'] }),
  })
}

function asOptions(inputs: Inputs): readonly string[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (name === 'password') return ['--password-stdin']
    if (name === 'annotations') return ['--annotation', value]
    return value === 'true' ? [`--${name}`] : [`--${name}=${value}`]
  })
}

/** Both ways, as rows of `describe.each`. */
export const fronts: readonly (readonly [string, Front])[] = [
  ['the action', action],
  ['the command line', commandLine],
]
