import { constants } from 'node:os'

/** Signals by which the runner cancels a job, and a terminal or a supervisor ends a command. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface SignalWatch {
  /** Aborts when the process is told to end. */
  readonly signal: AbortSignal
  /**
   * Returns the exit status of a process that was told to end: 128 and the number of the signal, as
   * shells have it; undefined where none came.
   */
  status(): number | undefined
  /** Lets signals end the process again. */
  release(): void
}

/**
 * Returns what stands between the process and the signals that tell it to end. A second signal of the
 * same name ends the process at once.
 */
export function abortOnSignals(): SignalWatch {
  const controller = new AbortController()
  let status: number | undefined
  const abort = (name: NodeJS.Signals): void => {
    status ??= 128 + constants.signals[name]
    controller.abort()
  }
  for (const name of SIGNALS) process.once(name, abort)
  return {
    signal: controller.signal,
    status: () => status,
    release: () => {
      for (const name of SIGNALS) process.off(name, abort)
    },
  }
}
