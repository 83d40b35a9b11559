import { readJob } from '../inputs/job.ts'
import { readAll } from '../inputs/problems.ts'
import { readBoolean } from '../inputs/scalar.ts'
import type { run } from '../run.ts'
import { stepInputs } from './inputs.ts'
import { logProgress } from './progress.ts'
import { report } from './report.ts'
import { masking } from './secrets.ts'

/**
 * Does the job that the inputs of the step describe, and shows what came of it.
 *
 * Throws InputError or InputProblems before anything is done, and, after all that is known is shown,
 * what the job failed by.
 */
export async function runStep(doJob: typeof run, signal: AbortSignal): Promise<void> {
  const { job, summary } = readAll({
    job: () => readJob(stepInputs),
    summary: () => readBoolean(stepInputs, 'summary', true),
  })
  const { env } = process
  const outcome = await doJob(job, {
    onProgress: logProgress(Date.now),
    onSecret: masking(job),
    signal,
    env,
  })
  await report(job, outcome, { summary, env })
  if (outcome.failure) throw outcome.failure
}
