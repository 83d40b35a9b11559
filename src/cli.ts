import { type DoJob, runCommand } from './cli/command.ts'
import { run } from './run.ts'
import { abortOnSignals } from './signals.ts'

/**
 * Runs the command line of this process and sets its exit status: that of the command, or 130 and 143
 * where SIGINT or SIGTERM ended it. Never throws.
 */
export async function main(doJob: typeof run = run): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process
  stdout.on('error', onUnwritable)
  stderr.on('error', () => {
    // There is nowhere left to say so, and the result is what counts.
  })
  const terminal = { stdin, stdout, stderr, env, now: Date.now }
  let interrupted: number | undefined
  // Before the job, as while a password is waited for, a signal ends the process as it always does.
  const untilSignal: DoJob = async (job, context) => {
    const watch = abortOnSignals()
    try {
      return await doJob(job, { ...context, signal: watch.signal })
    } finally {
      watch.release()
      interrupted = watch.status()
    }
  }
  const status = await runCommand(argv.slice(2), terminal, untilSignal)
  if (status !== 0) process.exitCode = interrupted ?? status
}

/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
function onUnwritable({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  process.stderr.write(`Error: the result cannot be written: ${message}\n`)
  process.exitCode = 1
}
