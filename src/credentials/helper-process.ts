import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type ExecOutput, getExecOutput } from '@actions/exec'

export interface HelperLimits {
  readonly milliseconds: number
  readonly outputBytes: number
}

/**
 * 30 s: a cloud's helper may have to fetch a token first, and retry. 1 MiB: a token is a few kB, and
 * helpers may warn at length.
 */
const LIMITS: HelperLimits = { milliseconds: 30_000, outputBytes: 1 << 20 }

/** Node publishes every child process here when it is made, before it is started. */
const CHANNEL = 'child_process'

/**
 * Returns the exit code and output of a program that was given the input, without printing any of
 * it.
 *
 * Throws an Error if it cannot be started, and ends it and throws one if it takes longer or writes
 * more than the limits allow.
 */
export async function runProgram(
  path: string,
  args: readonly string[],
  input: string,
  env: Record<string, string>,
  limits: HelperLimits = LIMITS,
): Promise<ExecOutput> {
  const { promise: exceeded, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new Error(`no answer within ${limits.milliseconds / 1000} s`))
  }, limits.milliseconds)
  let received = 0
  const count = (data: Buffer): void => {
    received += data.length
    if (received > limits.outputBytes) {
      reject(new Error(`more than ${limits.outputBytes} bytes of output`))
    }
  }
  const output = withChild(exceeded, () =>
    getExecOutput(`"${path}"`, [...args], {
      env,
      input: Buffer.from(input),
      silent: true,
      ignoreReturnCode: true,
      listeners: { stdout: count, stderr: count },
    }),
  )
  return await output.finally(() => clearTimeout(timer))
}

/**
 * Runs something that starts one child process until it ends or `exceeded` rejects, and ends the
 * child then.
 *
 * `@actions/exec` has no time limit and keeps the child to itself, and a helper that waits for a
 * password would hold the job open. So the child is taken from Node's diagnostics channel, where
 * the asynchronous context tells it from the children of concurrent calls.
 */
async function withChild<T>(exceeded: Promise<never>, start: () => Promise<T>): Promise<T> {
  const own = new AsyncLocalStorage<boolean>()
  const children: ChildProcess[] = []
  const onCreated = (message: unknown): void => {
    if (!own.getStore()) return
    const { process: child } = message as { readonly process: ChildProcess }
    children.push(child)
    child.once('spawn', () => ignoreClosedInput(child))
  }
  subscribe(CHANNEL, onCreated)
  try {
    return await Promise.race([exceeded, own.run(true, start)])
  } finally {
    unsubscribe(CHANNEL, onCreated)
    for (const child of children) end(child)
  }
}

/**
 * A helper may answer without reading its input. `@actions/exec` leaves the EPIPE of writing to it
 * without a listener, which would end this whole process.
 */
function ignoreClosedInput(child: ChildProcess): void {
  child.stdin?.on('error', () => undefined)
}

/** Its own children may live on: closing the pipes keeps them from holding this process open. */
function end(child: ChildProcess): void {
  child.kill('SIGKILL')
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy()
}
