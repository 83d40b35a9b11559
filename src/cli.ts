import { runCommand } from './cli/command.ts'
import { run } from './run.ts'
import { abortOnSignals } from './signals.ts'

/** Runs the command line of this process and sets its exit status. Never throws. */
export async function main(doJob: typeof run = run): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process
  const { signal, release } = abortOnSignals()
  for (const stream of [stdout, stderr]) stream.on('error', endQuietly)
  const terminal = { stdin, stdout, stderr, env, now: Date.now }
  const status = await runCommand(argv.slice(2), terminal, doJob, signal)
  release()
  if (status !== 0) process.exitCode = status
}

/** A reader that has seen enough, such as `head`, is no failure; a full disk is. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exitCode = 1
}
