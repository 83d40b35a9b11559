import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The bundled action and command line, as they are shipped. */
export const distPath = (name: string): string =>
  fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))

export interface CommandLine {
  readonly args: readonly string[]
  /** Where it runs. */
  readonly directory: string
  /** Its whole environment. */
  readonly env?: NodeJS.ProcessEnv
  readonly stdin?: string
  /** The Node that runs it; by default the one of the test. */
  readonly node?: string
}

export interface CommandResult {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Returns how `dist/cli.js` ended and what it printed. */
export function runCommandLine(command: CommandLine): Promise<CommandResult> {
  const { args, directory, env = {}, stdin = '', node = process.execPath } = command
  return new Promise((resolve) => {
    const child = execFile(
      node,
      [distPath('cli.js'), ...args],
      { cwd: directory, env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    )
    // A command that reads no input may be gone before it is written.
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin)
  })
}
