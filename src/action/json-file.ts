import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatJson } from '../render/json.ts'
import { PROGRAM } from '../version.ts'

/**
 * Returns the path of a new file with the value as JSON, in the folder that the runner empties after
 * the job.
 */
export async function writeJsonFile(
  what: 'graph' | 'gate-report',
  value: unknown,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const path = join(env['RUNNER_TEMP'] || tmpdir(), `${PROGRAM}-${what}-${randomUUID()}.json`)
  await writeFile(path, `${formatJson(value)}\n`, { flag: 'wx' })
  return path
}
