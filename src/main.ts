import { setFailed } from '@actions/core'
import { failureLines } from './action/failure.ts'
import { debug } from './action/log.ts'
import { runStep } from './action/step.ts'
import { causesOf } from './render/error.ts'
import { run } from './run.ts'
import { abortOnSignals } from './signals.ts'

/**
 * Runs the step: inputs, job, report. Never throws; a failure sets the exit status and is one error
 * annotation, its causes are in the debug log. `dist` is the folder with this build.
 */
export async function main(dist: string, doJob: typeof run = run): Promise<void> {
  const { signal, release } = abortOnSignals()
  try {
    await runStep(dist, doJob, signal)
  } catch (error) {
    for (const cause of causesOf(error)) debug(cause)
    setFailed(failureLines(error))
  } finally {
    release()
  }
}
