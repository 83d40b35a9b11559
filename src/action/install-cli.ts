import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPath } from '@actions/core'
import { InputError } from '../oci/error.ts'
import { PROGRAM, VERSION } from '../version.ts'
import { info } from './log.ts'
import { shimsOf } from './shims.ts'

/** Enough to tell the builds of one version apart. */
const HASH_DIGITS = 12

/**
 * Puts the command line of this build on the PATH of later steps. `dist` is the folder with the build;
 * the command line runs from a copy of it in the tool cache, on the Node that runs this step, for a
 * user's own may be older.
 *
 * The files on the PATH are made anew for each job: a runner that updates itself has its Node at another
 * place, while its tool cache stays.
 *
 * Throws InputError (input `install-cli`) if there is no place to write to.
 */
export async function installCommandLine(dist: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const script = join(await cachedCopy(dist), 'cli.js')
    const directory = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), `${PROGRAM}-`))
    for (const { name, text } of shimsOf(process.execPath, script, process.platform)) {
      await writeFile(join(directory, name), text, { mode: 0o755 })
    }
    addPath(directory)
  } catch (cause) {
    throw new InputError(
      'install-cli',
      `${PROGRAM} cannot be installed: ${(cause as Error).message}`,
      'RUNNER_TOOL_CACHE and RUNNER_TEMP must name folders that the step may write to.',
    )
  }
  info(`${PROGRAM} ${VERSION} is on the PATH of later steps`)
}

/**
 * Returns the path of the copy. What is pinned by a commit has the version of the last release, so the
 * content is part of the version that it is kept under.
 */
async function cachedCopy(dist: string): Promise<string> {
  const { cacheDir, find } = await import('@actions/tool-cache')
  const version = `${VERSION}-sha256-${await hashOf(dist)}`
  return find(PROGRAM, version) || cacheDir(dist, PROGRAM, version)
}

async function hashOf(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const hash = createHash('sha256')
  for (const path of paths.sort()) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, HASH_DIGITS)
}
