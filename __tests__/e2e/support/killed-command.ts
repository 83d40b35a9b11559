import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { distPath, runCommandLine } from '../../support/command-line.ts'
import { startAction } from '../../support/runner/run-action.ts'

export type EndingSignal = 'SIGINT' | 'SIGTERM' | 'SIGKILL'

/** What a command does, in both fronts. */
export type Work =
  | { readonly verb: 'attach'; readonly image: string; readonly files: readonly string[] }
  | { readonly verb: 'pull'; readonly image: string; readonly to: string }

export interface Running {
  /** What it ended by, its exit status or a signal, and what it said. */
  readonly ended: Promise<{ readonly by: unknown; readonly said: string }>
  kill(signal: NodeJS.Signals): void
}

/** Starts work in the directory; relative paths are relative to that. */
type StartWork = (directory: string, work: Work) => Promise<Running>

const ARTIFACT_TYPE = 'application/vnd.example.killed'
/** Runs at different times give manifests of different digests. */
const CREATED = '2026-01-01T00:00:00Z'
/** No work takes as long, on a machine that is busy either. */
const MAX_RUN_MS = 60_000

/** Starts `dist/cli.js`. */
export const startCommand: StartWork = async (directory, work) => {
  const child = spawn(process.execPath, [distPath('cli.js'), ...argsOf(work, CREATED)], {
    cwd: directory,
    env: { HOME: '/nonexistent' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MAX_RUN_MS,
    killSignal: 'SIGABRT',
  })
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]).then(
    ([[status, signal], said]) => ({ by: status ?? signal, said }),
  )
  return { ended, kill: (signal) => void child.kill(signal) }
}

/** Starts `dist/index.js` as the runner does, which cancels by SIGINT, and more if that is not enough. */
const startStep: StartWork = async (directory, work) => {
  const { image } = work
  const step = await startAction({
    main: distPath('index.js'),
    directory: join(directory, '../job'),
    workspace: directory,
    inputs:
      work.verb === 'attach'
        ? { image, files: work.files.join('\n'), 'artifact-type': ARTIFACT_TYPE, created: CREATED }
        : { image, 'pull-to': work.to },
  })
  return {
    ended: step.result.then(({ exitCode, log }) => ({ by: exitCode, said: log })),
    kill: (signal) => (signal === 'SIGINT' ? step.cancel() : step.kill(signal)),
  }
}

/** Both fronts with the signals that end them, and with what status. */
export const fronts: readonly (readonly [string, EndingSignal, StartWork, number])[] = [
  ['the command line', 'SIGINT', startCommand, 130],
  ['the command line', 'SIGTERM', startCommand, 143],
  ['the action', 'SIGINT', startStep, 1],
  ['the action', 'SIGTERM', startStep, 1],
]

/** Returns what the command line prints that does the work some other day; throws what it says if it fails. */
export async function doAgain(directory: string, work: Work): Promise<string> {
  const args = argsOf(work, '2026-02-02T00:00:00Z')
  const { status, stdout, stderr } = await runCommandLine({ args, directory })
  if (status !== 0) throw new Error(`ended with ${status}:\n${stderr}`)
  return stdout
}

/** Returns the arguments of the command line; what is attached is dated so. */
function argsOf(work: Work, created: string): readonly string[] {
  if (work.verb === 'pull') return ['pull', '--referrers', '-o', work.to, work.image]
  const options = [`--artifact-type=${ARTIFACT_TYPE}`, `--created=${created}`, '--format=json']
  return ['attach', ...options, work.image, ...work.files]
}

/**
 * Sends the signal at the moment, if that comes before the end, and returns what it then ended by. None is
 * left running. Throws what the moment fails with.
 */
export async function killAt(
  { ended, kill }: Running,
  signal: EndingSignal,
  moment: Promise<unknown>,
): Promise<Awaited<Running['ended']>> {
  const killed = moment.then(() => kill(signal))
  try {
    return await Promise.race([ended, killed.then(() => ended)])
  } finally {
    kill('SIGKILL')
  }
}

/** Where a signal comes before there is anything to give back, it ends the process by itself. */
const rightEnds: Readonly<Record<EndingSignal, readonly unknown[]>> = {
  SIGINT: [130, 'SIGINT'],
  SIGTERM: [143, 'SIGTERM'],
  SIGKILL: ['SIGKILL'],
}

/**
 * Sends the signal to the command line at the moment. Returns whether it was ended by that or was done
 * before. Throws, with what it said, if it ends in any other way.
 */
export async function killCommandAt(
  running: Running,
  signal: EndingSignal,
  moment: Promise<unknown>,
): Promise<'ended' | 'done'> {
  const { by, said } = await killAt(running, signal, moment)
  if (by === 0) return 'done'
  if (rightEnds[signal].includes(by)) return 'ended'
  throw new Error(`ended by ${by} after ${signal}:\n${said}`)
}

const FILES = 3
/** More than is sent in one request (src/registry/upload.ts). */
export const SENT_BYTES = 2_000_000
/** More than is read as a whole (src/registry/blobs.ts): it is written while it comes. */
export const PULLED_BYTES = 5_000_000

/** Writes files that share nothing with those of another name; returns their paths from the directory. */
export async function writeFiles(
  directory: string,
  name: string,
  size: number,
): Promise<readonly string[]> {
  await mkdir(join(directory, name), { recursive: true })
  const paths = Array.from({ length: FILES }, (_, at) => `${name}/${at}.bin`)
  await Promise.all(paths.map((path) => writeFile(join(directory, path), Buffer.alloc(size, path))))
  return paths
}

/** Returns the names of files below the directory that only work under way may have there. */
export function leftovers(directory: string): readonly string[] {
  return filesBelow(directory).filter((name) => /\.(?:tmp|lock|takeover)$/.test(name))
}

/** Returns the paths of the files below the directory, relative to it; none where it is not there. */
export function filesBelow(directory: string): readonly string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
}
