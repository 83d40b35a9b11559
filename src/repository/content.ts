import { createReadStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import { digestOf } from '../oci/digest.ts'
import { piped } from './piped.ts'

/** A blob to push: its descriptor, and its bytes as often as a retry needs them. */
export interface Content {
  readonly descriptor: Descriptor
  open(): Readable
}

/** Returns content whose bytes are in memory. */
export function contentOfBytes(bytes: Uint8Array, mediaType: string): Content {
  return {
    descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length },
    open: () => Readable.from([bytes], { objectMode: false }),
  }
}

/**
 * Returns content that is read from the file each time it is opened, until the signal ends that;
 * memory does not grow with it.
 */
export function contentOfFile(path: string, descriptor: Descriptor, signal?: AbortSignal): Content {
  return { descriptor, open: () => createReadStream(path, signal && { signal }) }
}

/** Returns the same content, telling how many bytes of it have been read since it was last opened. */
export function observed(content: Content, onRead: (bytes: number) => void): Content {
  return { descriptor: content.descriptor, open: () => counted(content.open(), onRead) }
}

/** Returns the same stream, telling how many bytes of it have been read. */
export function counted(source: Readable, onRead: (bytes: number) => void): Readable {
  let read = 0
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      read += chunk.length
      onRead(read)
      done(null, chunk)
    },
  })
  return piped(source, count)
}
