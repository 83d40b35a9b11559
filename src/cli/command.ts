import type { Report } from '../gate/report.ts'
import type { Job, Outcome } from '../job.ts'
import { hasCode } from '../oci/error.ts'
import { isInputProblem, readAll } from '../oci/problems.ts'
import { formatAttached } from '../render/attached.ts'
import { deniedLines } from '../render/denied.ts'
import { causesOf, explain } from '../render/error.ts'
import { masking } from '../render/masking.ts'
import { createMasks } from '../render/masks.ts'
import { formatPulled } from '../render/pulled.ts'
import { selectInOutcome } from '../render/selected.ts'
import { formatTraffic } from '../render/traffic.ts'
import type { RunContext } from '../run-context.ts'
import { VERSION } from '../version.ts'
import { cacheDirectoryOf } from './cache-directory.ts'
import { programHelp, usageLine, verbHelp } from './help.ts'
import { nameOfInput } from './inputs.ts'
import { commandJob } from './job.ts'
import { maskedOutput } from './masked-output.ts'
import { type Notes, writeNotes } from './notes.ts'
import { type Command, type JobCommand, parseCommand } from './parse.ts'
import { readPassword } from './password.ts'
import { commandPolicy } from './policy.ts'
import { type RenderResult, resultFormat } from './result.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Exit statuses, as the help states them. */
const DONE = 0
const FAILED = 1
const MISUSED = 2
const DENIED = 3

/** Does the job of a command; what ends it before it is done is the caller's to say. */
export type DoJob = (job: Job, context: Omit<RunContext, 'signal'>) => Promise<Outcome>

/**
 * Returns the exit status of the command line: 0 done, 1 failed, 2 wrong usage or input,
 * 3 gate denied. Only the
 * result goes to stdout, as it is; notes, errors and the usage go to stderr, where secrets are masked.
 * Never throws.
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  doJob: DoJob,
): Promise<number> {
  let command: Command
  try {
    command = parseCommand(args)
  } catch (error) {
    return fail(error, terminal)
  }
  if (command.kind === 'job') return runJob(command, terminal, doJob)
  terminal.stdout.write(`${command.kind === 'version' ? VERSION : help(command)}\n`)
  return DONE
}

function help({ verb }: Extract<Command, { readonly kind: 'help' }>): string {
  return verb ? verbHelp(verb) : programHelp()
}

async function runJob(command: JobCommand, open: Terminal, doJob: DoJob): Promise<number> {
  const masks = createMasks()
  const terminal = { ...open, stderr: maskedOutput(open.stderr, masks) }
  try {
    const { job, render } = await readCommand(command, terminal)
    const { flags } = command
    const notes = writeNotes(terminal, { quiet: flags.has('quiet'), debug: flags.has('debug') })
    const { onProgress } = notes
    const outcome = await doJob(job, {
      onProgress,
      onSecret: masking(job, masks.add),
      env: terminal.env,
      cacheDirectory: cacheDirectoryOf(terminal.env),
    })
    writeOutcome(job, outcome, notes)
    if (outcome.gate && command.verb.name !== 'gate') writeVerdict(outcome.gate, notes)
    const result = render(selectInOutcome(outcome, job.artifactTypes))
    if (result) terminal.stdout.write(`${result}\n`)
    if (outcome.failure) throw outcome.failure
    return DONE
  } catch (error) {
    return fail(error, terminal, command)
  }
}

interface ReadCommand {
  readonly job: Job
  readonly render: RenderResult
}

async function readCommand(command: JobCommand, { stdin }: Terminal): Promise<ReadCommand> {
  const password = command.flags.has('password-stdin') ? await readPassword(stdin) : undefined
  const policy = await commandPolicy(command, stdin)
  return readAll({
    job: () => commandJob(command, password, policy),
    render: () => resultFormat(command),
  })
}

function writeOutcome(job: Job, outcome: Outcome, { note }: Notes): void {
  const { attached, pulled, warnings, traffic, failure } = outcome
  for (const each of attached) note(formatAttached(each))
  if (job.pull && !failure) note(formatPulled(job.pull, pulled))
  for (const warning of warnings) note(`Warning: ${warning}`)
  if (traffic.requests > 0) note(formatTraffic(traffic))
}

/** Where the verdict is not the result; a denied rule is an error, whatever else is asked for. */
function writeVerdict(report: Report, { note, error }: Notes): void {
  const denied = deniedLines(report)
  if (denied.length > 0) error(denied.map((line) => `Denied: ${line}`).join('\n'))
  else note('The gate is passed: every rule is proven')
}

function fail(error: unknown, terminal: Terminal, command?: JobCommand): number {
  const isUsage = error instanceof UsageError
  const verb = isUsage ? error.verb : command?.verb
  const isMisuse = isUsage || isInputProblem(error)
  const nameInput = (input: string): string => nameOfInput(input, verb?.name)
  const lines = [
    ...(command?.flags.has('debug') ? causesOf(error).map((cause) => `Cause: ${cause}`) : []),
    `Error: ${isUsage ? error.message : explain(error, nameInput).join('\n')}`,
    ...(isMisuse ? [usageLine(verb)] : []),
  ]
  writeNotes(terminal, { quiet: false, debug: false }).error(lines.join('\n'))
  if (isMisuse) return MISUSED
  return hasCode(error, 'GATE_DENIED') ? DENIED : FAILED
}
