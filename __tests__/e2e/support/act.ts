import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { peerPath, peersDirectory } from './peers.ts'

export interface ActJob {
  /** What `actions/checkout` gives the job: a copy of this git repository, less what it ignores. */
  readonly directory: string
  /** The workflow, relative to the directory. It runs on `ubuntu-latest`, for a push. */
  readonly workflow: string
  /** What the workflow reads as `env`. */
  readonly env?: Readonly<Record<string, string>>
}

export interface ActResult {
  readonly status: number
  /** What act printed, the lines of the steps among it. */
  readonly output: string
}

/**
 * Returns how the workflow ended, run by `act` on this machine, with no container. JavaScript actions
 * get the first `node` on the PATH whatever their `using` says: it is the one that runs the tests. The
 * peers are on the PATH too.
 *
 * A directory that is no git repository with a commit works, but every step prints warnings then.
 */
export async function runAct({ directory, workflow, env = {} }: ActJob): Promise<ActResult> {
  const act = await peerPath('act')
  const home = await mkdtemp(join(tmpdir(), 'act-'))
  const args = [
    'push',
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    ...['--directory', directory],
    ...['--workflows', join(directory, workflow)],
    // Nothing is fetched: of the actions of others only actions/checkout works, which act skips.
    '--action-offline-mode',
    // Else act opens a port on the machine's outbound interface.
    '--no-cache-server',
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
  const path = [dirname(process.execPath), peersDirectory, process.env['PATH']].join(delimiter)
  try {
    return await new Promise((resolve) => {
      const options = { env: { PATH: path, HOME: home }, timeout: 120_000 }
      const child = execFile(act, args, options, (_error, stdout, stderr) => {
        resolve({ status: child.exitCode ?? -1, output: stdout + stderr })
      })
      child.stdin?.end()
    })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
