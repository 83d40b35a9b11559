import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import { digestOf } from '../oci/digest.ts'

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

/** Returns content that is read from the file each time it is opened; memory does not grow with it. */
export function contentOfFile(path: string, descriptor: Descriptor): Content {
  return { descriptor, open: () => createReadStream(path) }
}
