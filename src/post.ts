import { confirmStep } from './action/confirm.ts'
import { toEnd } from './action/to-end.ts'
import type { confirm } from './run/confirm.ts'

/** Most jobs leave nothing to confirm, and then need no client of registries. */
const confirmByClient: typeof confirm = async (...request) => {
  const { confirm } = await import('./run/confirm.ts')
  return confirm(...request)
}

/**
 * Runs the `post` step, at the end of the job: what the step has attached is confirmed to stay so. Never
 * throws; a failure fails the job.
 */
export function post(doConfirm: typeof confirm = confirmByClient): Promise<void> {
  return toEnd((context) => confirmStep(doConfirm, context))
}
