import { readConnection } from '../inputs/connection.ts'
import { readTimeout } from '../inputs/timeout.ts'
import { counted } from '../oci/counted.ts'
import { readAll } from '../oci/problems.ts'
import { parseReference } from '../oci/reference.ts'
import type { confirm } from '../run/confirm.ts'
import { cacheDirectoryOf } from './cache-directory.ts'
import { stepInputs } from './inputs.ts'
import { info } from './log.ts'
import { logProgress } from './progress.ts'
import { maskIn } from './secrets.ts'
import { readUnconfirmed } from './state.ts'
import type { StepContext } from './to-end.ts'

/**
 * Makes sure that the lists which the step has left to its `post` step keep what was written to them,
 * and says so; where there are none, it does nothing and says nothing.
 *
 * Throws InputError or InputProblems for inputs of the connection, and what `confirm` throws.
 */
export async function confirmStep(
  doConfirm: typeof confirm,
  { signal, masks }: StepContext,
): Promise<void> {
  const unconfirmed = readUnconfirmed()
  if (unconfirmed.length === 0) return
  const { connection, deadline } = readAll({
    connection: () => readConnection(stepInputs),
    deadline: () => readTimeout(stepInputs),
  })
  const { env } = process
  const images = unconfirmed.map(({ reference }) => parseReference(reference))
  await doConfirm(
    unconfirmed,
    { connection, deadline },
    {
      onProgress: logProgress(Date.now, masks),
      onSecret: maskIn(masks, { images }),
      signal,
      env,
      cacheDirectory: cacheDirectoryOf(env),
    },
  )
  const count = unconfirmed.reduce((sum, { digests }) => sum + digests.length, 0)
  info(`Confirmed ${counted(count, 'artifact')}`)
}
