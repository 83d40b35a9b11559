import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Graph } from '../graph.ts'
import { formatJson, graphJson } from '../render/json.ts'

/**
 * Returns the path of a new file with the graphs as a JSON array, in the folder that the runner
 * empties after the job.
 */
export async function writeGraphFile(
  graphs: readonly Graph[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const path = join(env['RUNNER_TEMP'] || tmpdir(), `oras-attach-graph-${randomUUID()}.json`)
  await writeFile(path, `${formatJson(graphs.map(graphJson))}\n`, { flag: 'wx' })
  return path
}
