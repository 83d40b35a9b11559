import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'yaml'

export const walkThroughWorkflow = '.github/workflows/walk-through.yml'

/** What the commands of the walk-through read from their environment. */
export type WalkThrough = Readonly<Record<'REGISTRY' | 'REPO' | 'IMAGE', string>>

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>>
}

interface WorkflowStep {
  readonly name?: string
  readonly run?: string
  readonly if?: string
}

/**
 * Returns the commands of each step of the walk-through's workflow by the step's name, but for those
 * that set up a registry with an image.
 */
export async function walkThroughSteps(): Promise<readonly (readonly [string, string])[]> {
  const path = fileURLToPath(new URL(`../../../${walkThroughWorkflow}`, import.meta.url))
  const { jobs }: Workflow = parse(await readFile(path, 'utf8'))
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  return steps.flatMap(({ name = '', run, if: condition }) =>
    run === undefined || condition !== undefined ? [] : [[name, run] as const],
  )
}

/** Where and how the commands of a step run. */
export interface Shell {
  readonly directory: string
  /** Its folders come first. */
  readonly paths: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Returns what the commands print on stdout, run by bash as a runner runs a step; throws if they fail. */
export async function runStep(commands: string, { directory, paths, env }: Shell): Promise<string> {
  const PATH = [...paths, process.env['PATH']].join(':')
  const options = { cwd: directory, env: { PATH, HOME: join(directory, '../home'), ...env } }
  const flags = ['--noprofile', '--norc', '-e', '-o', 'pipefail']
  const { stdout } = await promisify(execFile)('bash', [...flags, '-c', commands], options)
  return stdout
}
