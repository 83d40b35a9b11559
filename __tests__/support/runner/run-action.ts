import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { type ActionMetadata, readActionMetadata } from './action-metadata.ts'
import { GITHUB_TOKEN, jobEnvironment, RUNTIME_TOKEN } from './environment.ts'
import { stepInputs } from './inputs.ts'
import { type JobDirectory, prepareJobDirectory, readStepFiles } from './job-directory.ts'
import { readLines } from './lines.ts'
import { readStepLog } from './step-log.ts'
import { type StepResult, stepResult } from './step-result.ts'

/** A step `uses: …`. */
export interface Step {
  /** Path of the script, such as `dist/index.js`. */
  readonly main: string
  /** The Node that runs it; by default the one of the test. */
  readonly node?: string
  /** Folder of the job: its workspace, home and temporary folder are made in it. */
  readonly directory: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Where the step runs; by default `workspace` in the job's folder. */
  readonly workspace?: string
  /** Path of the `action.yml`; by default the one in the folder above the script's. */
  readonly metadata?: string
  /** What `github.token` is in the defaults of inputs. */
  readonly githubToken?: string
}

/** A step under way. */
export interface RunningStep {
  readonly result: Promise<StepResult>
  /** Ends the step as the runner does when a job is cancelled. */
  cancel(): void
  kill(signal: NodeJS.Signals): void
}

/** The time the runner waits after SIGINT, and then after SIGTERM (ProcessInvoker). */
const SIGINT_GRACE_MS = 7_500
const SIGTERM_GRACE_MS = 2_500
/** A step that hangs fails its test, and must not outlive it. */
const MAX_RUN_MS = 60_000

/** Returns what the step leaves behind, run as GitHub's runner runs it. */
export async function runAction(step: Step): Promise<StepResult> {
  const { result } = await startAction(step)
  return result
}

/** Starts the step, for tests that end it before it ends by itself. */
export async function startAction(step: Step): Promise<RunningStep> {
  const metadata = readActionMetadata(metadataOf(step))
  const token = step.githubToken ?? GITHUB_TOKEN
  const inputs = stepInputs(step.inputs ?? {}, metadata, { token })
  const directory = await prepareJobDirectory(step.directory, step.workspace)
  const child = spawn(step.node ?? process.execPath, [resolve(step.main)], {
    cwd: directory.workspace,
    env: { ...jobEnvironment(directory), ...inputs.environment, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MAX_RUN_MS,
    killSignal: 'SIGKILL',
  })
  const ended = new AbortController()
  let cancelled = false
  const result = finish(child, directory, {
    metadata,
    secrets: [token, RUNTIME_TOKEN],
    warnings: inputs.warnings,
    wasCancelled: () => cancelled,
  }).finally(() => ended.abort())
  return {
    result,
    kill: (signal) => child.kill(signal),
    cancel: () => {
      cancelled = true
      void escalate(child, ended.signal)
    },
  }
}

/** Returns the path of the `action.yml` of a step. */
export function metadataOf({ main, metadata }: Step): string {
  return metadata ?? resolve(dirname(main), '..', 'action.yml')
}

interface Expectations {
  readonly metadata: ActionMetadata
  readonly secrets: readonly string[]
  readonly warnings: readonly string[]
  wasCancelled(): boolean
}

async function finish(
  child: ChildProcessByStdio<null, Readable, Readable>,
  directory: JobDirectory,
  expected: Expectations,
): Promise<StepResult> {
  const lines = expected.warnings.map((warning) => `::warning::${warning}`)
  const read = (stream: Readable) => readLines(stream, (line) => lines.push(line))
  const [[exitCode]] = await Promise.all([
    once(child, 'close'),
    read(child.stdout),
    read(child.stderr),
  ])
  const log = readStepLog(lines, expected.secrets)
  const written = await readStepFiles(directory.files)
  const end = { exitCode, cancelled: expected.wasCancelled() }
  return stepResult(log, written, end, expected.metadata)
}

async function escalate(
  child: ChildProcessByStdio<null, Readable, Readable>,
  signal: AbortSignal,
): Promise<void> {
  const wait = (ms: number) => delay(ms, true, { signal }).catch(() => false)
  child.kill('SIGINT')
  if (!(await wait(SIGINT_GRACE_MS))) return
  child.kill('SIGTERM')
  if (await wait(SIGTERM_GRACE_MS)) child.kill('SIGKILL')
}
