/** Signals by which the runner cancels a job, and a terminal or a supervisor ends a command. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Returns an AbortSignal that aborts when the process is told to end, and what releases the process
 * from it. A second signal of the same name ends the process at once.
 */
export function abortOnSignals(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  for (const name of SIGNALS) process.once(name, abort)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, abort)
    },
  }
}
