import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createDocumentDetector, type DetectedDocument } from '../documents/detector.ts'
import { type Digest, finishDigest } from '../oci/digest.ts'
import { InputError } from '../oci/error.ts'
import type { FoundFile } from './find.ts'

/** A file to attach, read once: what it holds, and its digest. */
export interface InspectedFile extends FoundFile {
  readonly digest: Digest
  readonly size: number
  readonly document?: DetectedDocument
}

/** 1 MiB: fewer turns of the event loop than the 64 KiB default, and still little memory. */
const CHUNK_BYTES = 1 << 20

/**
 * Returns the file with its digest, its size in bytes and what kind of document it is, from one
 * pass over its bytes in constant memory, which the signal ends.
 *
 * Throws InputError (input `files`) if it cannot be read.
 */
export async function inspectFile(file: FoundFile, signal?: AbortSignal): Promise<InspectedFile> {
  const hash = createHash('sha256')
  const detector = createDocumentDetector()
  let size = 0
  try {
    const options = { highWaterMark: CHUNK_BYTES, ...(signal && { signal }) }
    for await (const chunk of createReadStream(file.path, options)) {
      hash.update(chunk)
      detector.write(chunk)
      size += chunk.length
    }
  } catch (cause) {
    throw new InputError('files', `cannot read ${file.path}: ${(cause as Error).message}`)
  }
  const document = detector.end()
  return { ...file, digest: finishDigest(hash, 'sha256'), size, ...(document && { document }) }
}

/**
 * Throws InputError (input `files`) if the file is empty without a media type given for it: an empty
 * report is nearly always a step that failed earlier.
 */
export function requireContent({ path, size, mediaType }: InspectedFile): void {
  if (size > 0 || mediaType) return
  throw new InputError(
    'files',
    `${path} is empty`,
    `Check the step that writes it. To attach it all the same, give its media type: ${path}:text/plain`,
  )
}
