import { setFailed } from '@actions/core'
import { causesOf } from '../render/error.ts'
import { abortOnSignals } from '../signals.ts'
import { failureLines } from './failure.ts'
import { debug } from './log.ts'

/**
 * Does the work of a step, with a signal that aborts when the job is cancelled. Never throws; a failure
 * sets the exit status and is one error annotation, its causes are in the debug log.
 */
export async function toEnd(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal, release } = abortOnSignals()
  try {
    await work(signal)
  } catch (error) {
    for (const cause of causesOf(error)) debug(cause)
    setFailed(failureLines(error))
  } finally {
    release()
  }
}
