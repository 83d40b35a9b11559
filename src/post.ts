import { confirmStep } from './action/confirm.ts'
import { toEnd } from './action/to-end.ts'
import { confirm } from './run/confirm.ts'

/**
 * Runs the `post` step, at the end of the job: what the step has attached is confirmed to stay so. Never
 * throws; a failure fails the job.
 */
export function post(doConfirm: typeof confirm = confirm): Promise<void> {
  return toEnd((signal) => confirmStep(doConfirm, signal))
}
