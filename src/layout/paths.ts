import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, mkdir, open } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { algorithmOf, type Digest, splitDigest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { fileErrorCode, toLayoutError } from './file-error.ts'

/** Names from a layout's root down to a file or directory, such as `['blobs', 'sha256']`. */
export type Names = readonly string[]

/**
 * Returns where the blob is, from the root (image-spec v1.1.1, Image Layout, Blobs).
 * Throws DIGEST_INVALID for an algorithm that cannot be verified.
 */
export function blobNames(digest: Digest): Names {
  const [, encoded] = splitDigest(digest)
  return ['blobs', algorithmOf(digest), encoded]
}

/** Returns the path of what is below the root. Throws LAYOUT_INVALID for a name that leads out of it. */
export function pathInside(root: string, names: Names): string {
  const path = join(root, ...names)
  const inside = root.endsWith(sep) ? root : root + sep
  if (path.startsWith(inside)) return path
  throw new OciError('LAYOUT_INVALID', `${JSON.stringify(names.join('/'))} is outside the layout`)
}

/**
 * Returns the state of a file below the root, or undefined if it is absent. No component may be a
 * symbolic link, which could lead out of the layout: a layout is often unpacked from an archive
 * that somebody else made.
 *
 * Throws LAYOUT_INVALID if there is a link or what is there is no file, DENIED.
 */
export async function statFile(root: string, names: Names): Promise<Stats | undefined> {
  let stats: Stats | undefined
  for (const [at] of names.entries()) {
    const path = pathInside(root, names.slice(0, at + 1))
    stats = await statUnfollowed(path)
    if (!stats) return undefined
    const isLast = at === names.length - 1
    if (isLast ? stats.isFile() : stats.isDirectory()) continue
    throw new OciError('LAYOUT_INVALID', `${path} is not a ${isLast ? 'file' : 'directory'}`)
  }
  return stats
}

/** Returns an open file below the root, or undefined if it is absent. Throws as `statFile` does. */
export async function openFile(root: string, names: Names): Promise<FileHandle | undefined> {
  if (!(await statFile(root, names))) return undefined
  const path = pathInside(root, names)
  // Windows has no O_NOFOLLOW, and there undefined adds nothing.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW
  return await open(path, flags).catch((error: unknown) => undefinedIfAbsent(error, path))
}

/**
 * Returns the bytes of a file below the root, or undefined if it is absent.
 * Throws LIMIT_EXCEEDED if it has more than `limit` bytes, else as `statFile` does.
 */
export async function readFileInside(
  root: string,
  names: Names,
  limit: number,
): Promise<Buffer | undefined> {
  const file = await openFile(root, names)
  if (!file) return undefined
  try {
    const { size } = await file.stat()
    if (size <= limit) return await file.readFile()
    throw new OciError(
      'LIMIT_EXCEEDED',
      `${pathInside(root, names)} has ${size} bytes; no more than ${limit} are read`,
    )
  } finally {
    await file.close()
  }
}

/** Makes the directory and those above it where they are absent. Throws as `statFile` does. */
export async function makeDirectory(root: string, names: Names): Promise<void> {
  for (const [at] of names.entries()) {
    const path = pathInside(root, names.slice(0, at + 1))
    try {
      await mkdir(path)
    } catch (error) {
      if (fileErrorCode(error) !== 'EEXIST') throw toLayoutError(error, `make ${path}`)
      const stats = await statUnfollowed(path)
      if (!stats?.isDirectory()) throw new OciError('LAYOUT_INVALID', `${path} is not a directory`)
    }
  }
}

async function statUnfollowed(path: string): Promise<Stats | undefined> {
  const stats = await lstat(path).catch((error: unknown) => undefinedIfAbsent(error, path))
  if (!stats?.isSymbolicLink()) return stats
  throw new OciError('LAYOUT_INVALID', `${path} is a symbolic link`, {
    advice:
      'Links are not followed in a layout. Copy it with the files that they lead to (cp -RL).',
  })
}

function undefinedIfAbsent(error: unknown, path: string): undefined {
  if (fileErrorCode(error) === 'ENOENT') return undefined
  throw toLayoutError(error, `read ${path}`)
}
