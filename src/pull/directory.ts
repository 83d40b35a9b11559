import { randomUUID } from 'node:crypto'
import { createWriteStream, type Stats } from 'node:fs'
import { link, lstat, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isNativeError } from 'node:util/types'
import { InputError } from '../oci/error.ts'
import type { Names } from '../oci/title.ts'

/** How a file is written. */
export interface WriteOptions {
  /** Whether it may take the place of another file. */
  readonly overwrite: boolean
  readonly signal: AbortSignal
}

/**
 * Returns the state of a file below the directory, or undefined if there is none. Nothing on the way
 * may be a symbolic link: one that an earlier pull or the checkout brought leads anywhere
 * (CVE-2026-50162).
 *
 * Throws InputError (input `pull-to`) for a link, for what is no folder on the way or no file at its
 * end, and for what cannot be looked at.
 */
export async function statBelow(root: string, names: Names): Promise<Stats | undefined> {
  let stats: Stats | undefined
  for (const [at] of names.entries()) {
    const path = join(root, ...names.slice(0, at + 1))
    stats = await statUnfollowed(path)
    if (!stats) return undefined
    const isLast = at === names.length - 1
    if (isLast ? !stats.isFile() : !stats.isDirectory()) {
      throw inTheWay(`${path} is not a ${isLast ? 'file' : 'directory'}`)
    }
  }
  return stats
}

/**
 * Makes the directory and the folders below it where they are absent. Throws InputError (input
 * `pull-to`) if something else is there, or they cannot be made.
 */
export async function makeFolders(root: string, names: Names): Promise<void> {
  try {
    await mkdir(root, { recursive: true })
  } catch (error) {
    throw notWritten(error, root)
  }
  for (const [at] of names.entries()) {
    const path = join(root, ...names.slice(0, at + 1))
    try {
      await mkdir(path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw notWritten(error, path)
      const stats = await statUnfollowed(path)
      if (!stats?.isDirectory()) throw inTheWay(`${path} is not a directory`)
    }
  }
}

/**
 * Writes a file as a whole or not at all, into folders that are there: beside its place, then, once
 * the content has come to its end without an error, there. Unless it may overwrite, it takes no other
 * file's place, not that of one which has just appeared or which the file system takes for the same.
 *
 * Throws what the content fails with, an AbortError, and InputError (input `pull-to`) if there is a
 * file or it cannot be written. No temporary file is left.
 */
export async function writeBelow(
  root: string,
  names: Names,
  content: Readable,
  { overwrite, signal }: WriteOptions,
): Promise<void> {
  const path = join(root, ...names)
  const temporary = join(dirname(path), `.oras-attach-${randomUUID()}.tmp`)
  try {
    // wx makes a new file and follows no link (open(2), O_EXCL).
    await pipeline(content, createWriteStream(temporary, { flags: 'wx' }), { signal })
    await (overwrite ? rename(temporary, path) : renameToNew(temporary, path))
  } catch (error) {
    throw notWritten(error, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Returns the error of a place where another file is. */
export function alreadyThere(path: string): InputError {
  return new InputError(
    'pull-to',
    `${path} is there already, with other content`,
    'Remove it, pull into another directory, or have the command line replace it by --overwrite.',
  )
}

/** What `link` fails with on file systems without hard links, such as FAT and some network shares. */
const WITHOUT_LINKS: readonly (string | undefined)[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/**
 * Puts a file in a place where there is none: a rename would replace what is there, a link fails. The
 * first name is left where `makeLink` can make a second one.
 *
 * Throws InputError (input `pull-to`) if something is there, and what the file system fails with.
 */
export async function renameToNew(
  from: string,
  to: string,
  makeLink: typeof link = link,
): Promise<void> {
  try {
    await makeLink(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyThere(to)
    if (!WITHOUT_LINKS.includes(codeOf(error))) throw error
    if (await statUnfollowed(to)) throw alreadyThere(to)
    await rename(from, to)
  }
}

async function statUnfollowed(path: string): Promise<Stats | undefined> {
  let stats: Stats
  try {
    stats = await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw inTheWay(`cannot look at ${path}: ${(error as Error).message}`)
  }
  if (!stats.isSymbolicLink()) return stats
  throw inTheWay(`${path} is a symbolic link, which is not followed`)
}

function inTheWay(what: string): InputError {
  return new InputError('pull-to', what, 'Pull into a new directory.')
}

/** What the operating system refuses is about the directory; other errors are the content's. */
function notWritten(error: unknown, path: string): unknown {
  if (!isNativeError(error) || !('syscall' in error)) return error
  return new InputError(
    'pull-to',
    `cannot write ${path}: ${error.message}`,
    'Pull into a directory that can be written to and has room.',
  )
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
