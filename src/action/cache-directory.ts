import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM } from '../version.ts'

/**
 * Returns the path of a folder for what later steps of the job may use again: in the runner's
 * temporary folder, which is emptied with each job. Its tool cache would last longer, but what is in
 * there may be from another job on the same machine, and the cache holds whom the gate trusts.
 */
export function cacheDirectoryOf(env: NodeJS.ProcessEnv): string {
  const temporary = env['RUNNER_TEMP']
  return temporary
    ? join(temporary, `${PROGRAM}-cache`)
    : join(tmpdir(), `${PROGRAM}-cache-${randomUUID()}`)
}
