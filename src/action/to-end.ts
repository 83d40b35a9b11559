import { setFailed } from '@actions/core'
import { causesOf } from '../render/error.ts'
import { createMasks, type Masks } from '../render/masks.ts'
import { abortOnSignals } from '../signals.ts'
import { failureLines } from './failure.ts'
import { debug } from './log.ts'

/** What a step works with. */
export interface StepContext {
  /** Aborts when the job is cancelled. */
  readonly signal: AbortSignal
  /** For secrets: the runner masks whole ones alone, and messages may cut them. */
  readonly masks: Masks
}

/**
 * Does the work of a step. Never throws; a failure sets the exit status and is one error annotation, its
 * causes are in the debug log.
 */
export async function toEnd(work: (context: StepContext) => Promise<void>): Promise<void> {
  const { signal, release } = abortOnSignals()
  const masks = createMasks()
  try {
    await work({ signal, masks })
  } catch (error) {
    for (const cause of causesOf(error)) debug(masks.hide(cause))
    setFailed(masks.hide(failureLines(error)))
  } finally {
    release()
  }
}
