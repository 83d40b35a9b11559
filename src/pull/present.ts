import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { hasCode } from '../oci/error.ts'
import { verifiedStream } from '../repository/verified-stream.ts'
import { alreadyThere, statBelow } from './directory.ts'
import type { PlannedFile } from './plan.ts'

/**
 * Tells whether the file is there already, byte for byte; so a pull can be run again. With
 * `overwrite`, one with other content counts as absent.
 *
 * Throws InputError (input `pull-to`) for one with other content, and as `statBelow` does.
 */
export async function isPresent(
  root: string,
  file: PlannedFile,
  overwrite: boolean,
): Promise<boolean> {
  const stats = await statBelow(root, file.names)
  if (!stats) return false
  const path = join(root, ...file.names)
  const isSame = stats.size === file.descriptor.size && (await hasContent(path, file))
  if (isSame || overwrite) return isSame
  throw alreadyThere(path)
}

async function hasContent(path: string, { descriptor }: PlannedFile): Promise<boolean> {
  const stream = verifiedStream(createReadStream(path), descriptor).resume()
  try {
    await finished(stream)
    return true
  } catch (error) {
    if (hasCode(error, 'SIZE_INVALID', 'DIGEST_INVALID')) return false
    throw error
  }
}
