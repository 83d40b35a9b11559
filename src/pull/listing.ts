import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Pulled } from '../job.ts'
import { isObject } from '../oci/json.ts'
import { alreadyThere, makeFolders, statBelow, writeBelow } from './directory.ts'
import { LISTING } from './plan.ts'

/** Many times what the most files of a pull by default come to. */
const MAX_LISTING_BYTES = 64 * 1024 * 1024

/**
 * Checks that the listing can be written: the one of an earlier pull gives way, a file of somebody
 * else only if that may be overwritten.
 *
 * Throws InputError (input `pull-to`) for another file, and as `statBelow` does.
 */
export async function requireListing(root: string, overwrite: boolean): Promise<void> {
  const stats = await statBelow(root, [LISTING])
  if (!stats || overwrite) return
  const path = join(root, LISTING)
  if (stats.size > MAX_LISTING_BYTES || !isListing(await readFile(path, 'utf8'))) {
    throw alreadyThere(path)
  }
}

/** Writes the list of what was pulled as JSON, in the place of an earlier one. Throws as `writeBelow` does. */
export async function writeListing(
  root: string,
  pulled: readonly Pulled[],
  signal: AbortSignal,
): Promise<void> {
  await makeFolders(root, [])
  const text = `${JSON.stringify(pulled, undefined, 2)}\n`
  const content = Readable.from([Buffer.from(text)], { objectMode: false })
  await writeBelow(root, [LISTING], content, { overwrite: true, signal })
}

function isListing(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isEntry)
  } catch {
    return false
  }
}

function isEntry(value: unknown): boolean {
  return (
    isObject(value) &&
    [value['path'], value['reference'], value['digest']].every((each) => typeof each === 'string')
  )
}
