import { policyReader } from '../inputs/gate.ts'
import { readJob } from '../inputs/job.ts'
import { parseBoolean, readBoolean } from '../inputs/scalar.ts'
import type { InputName } from '../inputs/source.ts'
import { readAll } from '../oci/problems.ts'
import type { run } from '../run.ts'
import { cacheDirectoryOf } from './cache-directory.ts'
import { refuseForks } from './fork.ts'
import { stepInputs } from './inputs.ts'
import { installCommandLine } from './install-cli.ts'
import { logProgress } from './progress.ts'
import { report } from './report.ts'
import { maskIn } from './secrets.ts'
import { saveUnconfirmed } from './state.ts'
import type { StepContext } from './to-end.ts'

/** Inputs that a step has a reason to give only where it is about an image. */
const aboutAnImage: readonly InputName[] = [
  'image',
  'digest',
  'platform',
  'files',
  'artifact-type',
  'annotations',
  'created',
  'require',
  'trusted-root',
  'pull-to',
]

/**
 * Does what the inputs of the step describe, and shows what came of it: it installs the command line,
 * from `dist`, the folder with this build, and does the job. One of both may be all.
 *
 * Throws InputError, InputProblems or, for what a fork must not do, DENIED before anything is done, and,
 * after all that is known is shown, what the job failed by.
 */
export async function runStep(
  dist: string,
  doJob: typeof run,
  { signal, masks }: StepContext,
): Promise<void> {
  const policy = await policyReader(stepInputs)
  const { job, installsCli, summary } = readAll({
    job: () => (onlyInstalls() ? undefined : readJob(stepInputs, { policy })),
    installsCli: () => readBoolean(stepInputs, 'install-cli', false),
    summary: () => readBoolean(stepInputs, 'summary', true),
  })
  const { env } = process
  if (job) await refuseForks(job, env)
  if (installsCli) await installCommandLine(dist, env)
  if (!job) return
  const outcome = await doJob(job, {
    onProgress: logProgress(Date.now, masks),
    onSecret: maskIn(masks, job),
    signal,
    env,
    cacheDirectory: cacheDirectoryOf(env),
  })
  saveUnconfirmed(outcome.unconfirmed)
  await report(job, outcome, { summary, env, masks }).catch((error: unknown) => {
    throw outcome.failure ?? error
  })
  if (outcome.failure) throw outcome.failure
}

/**
 * Tells whether the step only installs. One that is told what to do with an image was to be given one:
 * an empty output of an earlier step must not pass for success.
 */
function onlyInstalls(): boolean {
  const isAboutNone = aboutAnImage.every((name) => stepInputs.value(name) === undefined)
  return isAboutNone && parseBoolean(stepInputs.value('install-cli') ?? '') === true
}
