import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toLayoutError } from './file-error.ts'

/**
 * Puts the content at the path as a whole or not at all: it is written beside it, forced to the
 * disk and renamed, so that nobody ever reads a part of it, not after a crash either. A stream that
 * fails leaves what was there, and no temporary file.
 *
 * Throws DENIED if the file system refuses it, and whatever the stream fails with.
 */
export async function writeFileAtomically(
  path: string,
  content: Readable | Iterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await pipeline(content, createWriteStream(temporary, { flags: 'wx', flush: true }))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw toLayoutError(error, `write ${path}`)
  }
}
