import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'

export interface ServerProcess {
  /** What the server itself logged that it listens on: `127.0.0.1:PORT`. */
  readonly host: string
  /** Ends the server and waits until it has gone; does nothing the second time. */
  readonly stop: () => Promise<void>
}

/**
 * Runs the server in a process group that it shares with this shell, which ends the group as soon as
 * its standard input closes. That happens however the test run ends, SIGKILL included, so no server
 * outlives it. If the server ends by itself, so does the shell.
 */
const guard = '( "$@"; kill 0 ) & read -r _; kill 0'

const startTimeoutMs = 20_000
const listening = /listening on (127\.0\.0\.1:\d+)/

/**
 * Returns the server once it logs `listening on 127.0.0.1:PORT`. It is to pick the port itself (port
 * 0), so that two servers never want the same. Throws, with what it logged, if it ends before that or
 * says nothing for 20 seconds.
 */
export async function startServer(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const child = spawn('sh', ['-c', guard, 'guard', command, ...args], {
    detached: true,
    env: { PATH: process.env['PATH'], ...env },
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    keepRunningFor(child, true)
    const closed = once(child, 'close')
    child.stdin.end()
    await closed
  }
  try {
    const host = await listeningOn(child)
    keepRunningFor(child, false)
    return { host, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Says whether this process must not end before the server does. */
function keepRunningFor(child: ChildProcessWithoutNullStreams, keep: boolean): void {
  const handles = [child, ...child.stdio.filter((stream) => stream instanceof Socket)]
  for (const handle of handles) {
    if (keep) handle.ref()
    else handle.unref()
  }
}

async function listeningOn(child: ChildProcessWithoutNullStreams): Promise<string> {
  let log = ''
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`the server ${what}; it logged:\n${log}`))
    const timer = setTimeout(() => fail('did not start in time'), startTimeoutMs)
    const read = (chunk: Buffer): void => {
      log += chunk.toString()
      const host = listening.exec(log)?.[1]
      if (host === undefined) return
      clearTimeout(timer)
      for (const stream of [child.stdout, child.stderr]) stream.off('data', read).resume()
      resolve(host)
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', read)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      fail('ended at once')
    })
  })
}
