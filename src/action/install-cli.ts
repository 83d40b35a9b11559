import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPath } from '@actions/core'
import { InputError } from '../oci/error.ts'
import { PROGRAM, VERSION } from '../version.ts'
import { info } from './log.ts'
import { shimsOf } from './shims.ts'

/**
 * Puts the command line of this build on the PATH of later steps. `dist` is the folder with the build;
 * the command line runs from a copy of it, on the Node that runs this step, for a user's own may be older.
 *
 * The copy, of some megabytes, is made anew for each job, in the folder that the runner empties before the
 * next. The runner's tool cache would outlive the job: what is there may be from another repository's job on
 * the same machine, and could be changed by one even after it was compared.
 *
 * Throws InputError (input `install-cli`) if there is no place to write to.
 */
export async function installCommandLine(dist: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const directory = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), `${PROGRAM}-`))
    const [copy, programs] = [join(directory, 'dist'), join(directory, 'bin')]
    await cp(dist, copy, { recursive: true })
    await mkdir(programs)
    for (const { name, text } of shimsOf(
      process.execPath,
      join(copy, 'cli.js'),
      process.platform,
    )) {
      await writeFile(join(programs, name), text, { mode: 0o755 })
    }
    addPath(programs)
  } catch (cause) {
    throw new InputError(
      'install-cli',
      `${PROGRAM} cannot be installed: ${(cause as Error).message}`,
      'RUNNER_TEMP must name a folder that the step may write to, with room for some megabytes.',
    )
  }
  info(`${PROGRAM} ${VERSION} is on the PATH of later steps`)
}
