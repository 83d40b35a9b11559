import { type FileHandle, open, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OciError } from '../oci/error.ts'
import { isObject, parseJson } from '../oci/json.ts'
import { fileErrorCode, toLayoutError } from './file-error.ts'
import { readFileInside, statFile } from './paths.ts'

/**
 * How long a lock must be held before its holder counts as gone when no such process is found. A
 * lock is held for milliseconds, but a process in another container can have the same host name and
 * a number that is not known here.
 */
const STALE_AFTER_MS = 5_000

/**
 * How old a lock must be to count as left behind if it names nobody: its holder writes its name in the
 * moment after it made the file, unless it was killed in that moment.
 */
const UNNAMED_AFTER_MS = 15_000

/** A lock names its holder in some hundred bytes. */
const MAX_LOCK_BYTES = 4096

/**
 * Returns the outcome of `work`, done while no other process has the lock: a file that only one can
 * create. A lock whose process is gone, or that has long named none, is taken over.
 *
 * Throws LAYOUT_LOCKED if the lock is not free within `waitMs` milliseconds, CANCELLED if it is not
 * free when the signal ends the waiting, DENIED if the file cannot be created, LAYOUT_INVALID if it is
 * a symbolic link, and whatever `work` throws; the lock is given back in any case.
 */
export async function withLock<T>(
  path: string,
  waitMs: number,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const file = await acquire(path, waitMs, signal)
  try {
    await file.writeFile(
      JSON.stringify({ pid: process.pid, host: hostname(), time: new Date().toISOString() }),
    )
    return await work()
  } finally {
    await release(path, file)
  }
}

async function acquire(
  path: string,
  waitMs: number,
  signal: AbortSignal | undefined,
): Promise<FileHandle> {
  const giveUp = performance.now() + waitMs
  for (;;) {
    const file = await create(path)
    if (file) return file
    await removeIfStale(path)
    if (signal?.aborted) throw cancelled(await readHolder(path))
    if (performance.now() >= giveUp) throw locked(path, await readHolder(path))
    await sleep(5 + Math.random() * 20)
  }
}

async function create(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx')
  } catch (error) {
    if (fileErrorCode(error) === 'EEXIST') return undefined
    throw toLayoutError(error, `create ${path}`)
  }
}

async function release(path: string, file: FileHandle): Promise<void> {
  await file.close()
  await rm(path, { force: true })
}

/**
 * Removes the lock of a process that is gone. One process at a time looks and removes, under a lock
 * of its own: otherwise a slower one would remove the lock that a faster one has just taken.
 */
async function removeIfStale(path: string): Promise<void> {
  if (!(await isStale(path))) return
  const takeover = `${path}.takeover`
  const file = await create(takeover)
  if (!file) return
  try {
    if (await isStale(path)) await rm(path, { force: true })
  } finally {
    await release(takeover, file)
  }
}

/** Who has the lock, as far as it says so. */
interface Holder {
  readonly pid?: number
  readonly host?: string
  readonly time?: string
}

/** What the lock says of its holder: nothing, while it is being written. Anybody may have written it. */
async function readHolder(path: string): Promise<Holder> {
  const bytes = await readFileInside(dirname(path), [basename(path)], MAX_LOCK_BYTES)
  const value = bytes && parseJson(bytes)
  if (!isObject(value)) return {}
  const { pid, host, time } = value
  return {
    ...(typeof pid === 'number' && { pid }),
    ...(typeof host === 'string' && { host }),
    ...(typeof time === 'string' && { time }),
  }
}

async function isStale(path: string): Promise<boolean> {
  const { pid, host, time } = await readHolder(path)
  if (pid === undefined) {
    const stats = await statFile(dirname(path), [basename(path)])
    return stats !== undefined && Date.now() - stats.mtimeMs > UNNAMED_AFTER_MS
  }
  if (host !== hostname() || time === undefined) return false
  const isOld = Date.now() - Date.parse(time) > STALE_AFTER_MS
  return isOld && Number.isInteger(pid) && pid > 0 && !isRunning(pid)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return fileErrorCode(error) !== 'ESRCH'
  }
}

function locked(path: string, holder: Holder): OciError {
  return new OciError('LAYOUT_LOCKED', `the layout is locked by ${nameOf(holder)}`, {
    advice: `If nothing is writing to the layout, delete ${path} (and ${path}.takeover if it is there).`,
  })
}

function cancelled(holder: Holder): OciError {
  return new OciError('CANCELLED', `cancelled while the layout was locked by ${nameOf(holder)}`, {
    advice: 'Run it again: what is already there is not written again.',
  })
}

function nameOf({ pid, host, time }: Holder): string {
  if (pid === undefined) return 'another process'
  const where = host === undefined ? '' : ` on ${host}`
  return `process ${pid}${where}${time === undefined ? '' : ` since ${time}`}`
}
