import type { ReadPolicy } from '../inputs/gate.ts'
import { readJob } from '../inputs/job.ts'
import type { Job } from '../job.ts'
import { InputError } from '../oci/error.ts'
import { commandInputs } from './inputs.ts'
import type { JobCommand } from './parse.ts'
import { pushJob } from './push.ts'

/**
 * Returns the job of a command: what its inputs describe, with what the command line alone can ask
 * for. A graph is only wanted where it is shown or pulled. `password` is what standard input holds,
 * and `policy` reads what the image must carry.
 *
 * Throws InputError or InputProblems as `readJob` and `pushJob` do, and for a type to select by where
 * nothing is selected.
 */
export function commandJob(
  command: JobCommand,
  password: string | undefined,
  policy: ReadPolicy = () => undefined,
): Job {
  if (command.verb.name === 'push') return pushJob(command, password)
  const inputs = commandInputs(command, password)
  const job: Job = { ...readJob(inputs, { policy }), confirms: 'before-end' }
  if (!job.pull) return { ...job, discovers: command.verb.name === 'discover' }
  const { flags } = command
  const pullsAttached = flags.has('referrers')
  if (!pullsAttached && job.artifactTypes.length > 0) {
    throw new InputError(
      'artifact-type',
      'one artifact is to be pulled, whatever its type',
      'Add --referrers to pull what is attached to it, by type.',
    )
  }
  const what = pullsAttached ? 'referrers' : 'artifact'
  const overwrite = flags.has('overwrite')
  return { ...job, discovers: pullsAttached, pull: { ...job.pull, what, overwrite } }
}
