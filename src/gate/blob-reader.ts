import type { Readable } from 'node:stream'
import { createLimit } from '../concurrency.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import { hasCode } from '../oci/error.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import type { Budget } from './budget.ts'
import { type Content, Unreadable } from './unreadable.ts'

/**
 * The largest document that is read: what cosign reads of an attachment unless it is told otherwise
 * (COSIGN_MAX_ATTACHMENT_SIZE). One that is larger proves nothing, but keeps nothing else from it.
 */
export const MAX_DOCUMENT_BYTES = 128 * 1024 * 1024

/** Most blobs, and most manifests, under way at once: requests, or open files of a layout. */
export const MAX_READS = 32

/** As in pull/download.ts: each is one more connection that lasted for a while. */
const MAX_TRIES = 5

/**
 * Reads a blob and returns what `read` makes of its bytes, or why they cannot be read: too many, not
 * there, not those of the digest, or whatever `read` throws as {@link Unreadable}. All else that goes
 * wrong is thrown, and LIMIT_EXCEEDED: what cannot be asked for is not "unreadable".
 */
export type ReadBlob = <T>(
  blob: Descriptor,
  read: (bytes: Readable) => Promise<T>,
) => Promise<Content<T>>

/** Returns how to read blobs of the repository, a few at once, as long as the budget lasts. */
export function createBlobReader(
  reader: RepositoryReader,
  budget: Budget,
  signal?: AbortSignal,
): ReadBlob {
  const limit = createLimit(MAX_READS)
  return async (blob, read) => {
    if (blob.size > MAX_DOCUMENT_BYTES) {
      return {
        unreadable: `it has ${blob.size} bytes, more than the ${MAX_DOCUMENT_BYTES} that are read`,
      }
    }
    budget.takeBytes(blob.size)
    return limit(() => attempt(() => readPersistently(reader, blob, read, signal)))
  }
}

async function attempt<T>(read: () => Promise<T>): Promise<Content<T>> {
  try {
    return { value: await read() }
  } catch (error) {
    const isUnreadable = hasCode(error, 'BLOB_UNKNOWN', 'DIGEST_INVALID', 'SIZE_INVALID')
    if (isUnreadable || error instanceof Unreadable) return { unreadable: error.message }
    throw error
  }
}

/** Only the body is repeated here; the request itself has been, as often as makes sense. */
async function readPersistently<T>(
  reader: RepositoryReader,
  blob: Descriptor,
  read: (bytes: Readable) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted()
    const bytes = await reader.fetchBlob(blob)
    try {
      return await read(bytes)
    } catch (error) {
      const isBroken = hasCode(error, 'CONNECTION_FAILED', 'TIMEOUT')
      if (!isBroken || tries === MAX_TRIES) throw error
    }
  }
}
