import type { ActionMetadata } from './action-metadata.ts'
import { type Annotation, keepAnnotations } from './annotations.ts'
import { parseEnvironmentFile, parsePathFile } from './file-commands.ts'
import type { StepFile } from './job-directory.ts'
import { applyMasks } from './masks.ts'
import type { StepLog } from './step-log.ts'
import type { WorkflowCommand } from './workflow-commands.ts'

/** What a step leaves behind, as the rest of the job and its pages would have it. */
export interface StepResult {
  readonly outcome: 'success' | 'failure' | 'cancelled'
  /** Null where a signal ended the process. */
  readonly exitCode: number | null
  readonly outputs: Readonly<Record<string, string>>
  /** Set, but not declared in `action.yml`. */
  readonly undeclaredOutputs: readonly string[]
  /** What a `post` step gets as `STATE_…`. */
  readonly state: Readonly<Record<string, string>>
  /** What later steps get as environment and at the front of their PATH. */
  readonly environment: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  /** Masked; empty where the runner drops it. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** As the log page shows it. */
  readonly log: string
  readonly debug: readonly string[]
  readonly groups: readonly string[]
  readonly masks: readonly string[]
  /** Every workflow command in the step's output that the runner obeyed. */
  readonly commands: readonly WorkflowCommand[]
  /** What the runner refuses, drops or cuts off, a sentence each. */
  readonly rejected: readonly string[]
}

/** How the process of a step ended. */
export interface ProcessEnd {
  readonly exitCode: number | null
  readonly cancelled: boolean
}

/** 1 MB of outputs a job may have, counted in UTF-16 (GitHub's documentation of job outputs). */
const MAX_OUTPUT_UNITS = 1024 * 1024
/** Above 1 MiB the whole summary is dropped, the step stays green (FileCommandManager). */
const MAX_SUMMARY_BYTES = 1024 * 1024
/** Node would load code for every later step by it: the runner refuses it in `GITHUB_ENV`. */
const BLOCKED_ENVIRONMENT = 'NODE_OPTIONS'

/** Returns the result of a step from what it printed, what it wrote to its files and how it ended. */
export function stepResult(
  log: StepLog,
  written: Readonly<Record<StepFile, string>>,
  end: ProcessEnd,
  metadata: ActionMetadata,
): StepResult {
  const outputFile = readPairs('GITHUB_OUTPUT', written.OUTPUT)
  const stateFile = readPairs('GITHUB_STATE', written.STATE)
  const environmentFile = readPairs('GITHUB_ENV', written.ENV)
  const malformed = [outputFile, stateFile, environmentFile].flatMap(({ errors }) => errors)
  const outputs = limitOutputs({ ...Object.fromEntries(log.outputs), ...outputFile.pairs }, log)
  const environment = withoutBlocked(environmentFile.pairs)
  const summary = limitSummary(written.STEP_SUMMARY, log)
  const failures = [...log.refused, ...malformed]
  const { kept, dropped } = keepAnnotations([
    ...log.annotations,
    ...[...malformed, ...environment.rejected, ...summary.rejected].map(toError),
  ])
  const failed = end.exitCode !== 0 || failures.length > 0
  const finished = failed ? 'failure' : 'success'
  return {
    outcome: end.cancelled ? 'cancelled' : finished,
    exitCode: end.exitCode,
    outputs: outputs.pairs,
    undeclaredOutputs: Object.keys(outputs.pairs).filter((key) => !metadata.outputs.includes(key)),
    state: { ...Object.fromEntries(log.state), ...stateFile.pairs },
    environment: environment.pairs,
    paths: parsePathFile(written.PATH),
    summary: summary.text,
    annotations: kept,
    log: log.lines.join('\n'),
    debug: log.debug,
    groups: log.groups,
    masks: [...log.masks],
    commands: log.commands,
    rejected: [
      ...failures,
      ...outputs.rejected,
      ...environment.rejected,
      ...summary.rejected,
      ...dropped.map(({ type, message }) => `More than 10 annotations of type ${type}: ${message}`),
    ],
  }
}

type Pairs = Readonly<Record<string, string>>

function readPairs(
  variable: string,
  text: string,
): { readonly pairs: Pairs; readonly errors: readonly string[] } {
  try {
    return { pairs: Object.fromEntries(parseEnvironmentFile(text)), errors: [] }
  } catch (error) {
    return { pairs: {}, errors: [`Unable to process file command '${variable}': ${error}`] }
  }
}

interface Limited {
  readonly pairs: Pairs
  readonly rejected: readonly string[]
}

/** A job output with a secret in it is dropped by the runner (JobExtension), a step's is not. */
function limitOutputs(pairs: Pairs, { masks }: StepLog): Limited {
  const units = Object.values(pairs).reduce((sum, value) => sum + value.length, 0)
  if (units > MAX_OUTPUT_UNITS) {
    return { pairs: {}, rejected: [`The outputs have ${units} UTF-16 units, above 1 MB`] }
  }
  const secret = Object.entries(pairs).filter(([, value]) => applyMasks(value, masks) !== value)
  return {
    pairs,
    rejected: secret.map(([name]) => `Skip output '${name}' since it may contain secret.`),
  }
}

function withoutBlocked(pairs: Pairs): Limited {
  const { [BLOCKED_ENVIRONMENT]: blocked, ...allowed } = pairs
  const rejected =
    blocked === undefined ? [] : [`Can't store ${BLOCKED_ENVIRONMENT} by '$GITHUB_ENV'.`]
  return { pairs: allowed, rejected }
}

function limitSummary(
  text: string,
  { masks }: StepLog,
): { readonly text: string; readonly rejected: readonly string[] } {
  const bytes = Buffer.byteLength(text)
  if (bytes <= MAX_SUMMARY_BYTES) return { text: applyMasks(text, masks), rejected: [] }
  const limit = `supports content up a size of ${MAX_SUMMARY_BYTES / 1024}k`
  return {
    text: '',
    rejected: [`$GITHUB_STEP_SUMMARY ${limit}, got ${Math.floor(bytes / 1024)}k`],
  }
}

function toError(message: string): Annotation {
  return { type: 'error', message, properties: {} }
}
