import { type DoJob, runCommand } from './cli/command.ts'
import { run } from './run.ts'
import { abortOnSignals } from './signals.ts'

/** Runs the command line of this process and sets its exit status. Never throws. */
export async function main(doJob: typeof run = run): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process
  stdout.on('error', onUnwritable)
  stderr.on('error', () => {
    // There is nowhere left to say so, and the result is what counts.
  })
  const terminal = { stdin, stdout, stderr, env, now: Date.now }
  const status = await runCommand(argv.slice(2), terminal, untilSignal(doJob))
  if (status !== 0) process.exitCode = status
}

/** Before the job, as while a password is waited for, a signal ends the process as it always does. */
function untilSignal(doJob: typeof run): DoJob {
  return async (job, context) => {
    const { signal, release } = abortOnSignals()
    try {
      return await doJob(job, { ...context, signal })
    } finally {
      release()
    }
  }
}

/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
function onUnwritable({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  process.stderr.write(`Error: the result cannot be written: ${message}\n`)
  process.exitCode = 1
}
