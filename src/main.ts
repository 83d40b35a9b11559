import { runStep } from './action/step.ts'
import { toEnd } from './action/to-end.ts'
import { run } from './run.ts'

/**
 * Runs the step: inputs, job, report. Never throws; a failure is that of the step. `dist` is the folder
 * with this build.
 */
export function main(dist: string, doJob: typeof run = run): Promise<void> {
  return toEnd((context) => runStep(dist, doJob, context))
}
