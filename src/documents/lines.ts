/** No tool writes a longer line: a document without line breaks must not be kept whole. */
const MAX_LINE_BYTES = 1024 * 1024
const LINE_FEED = 0x0a

export interface LineReader {
  write(chunk: Uint8Array): void
  end(): void
}

/**
 * Returns a reader that calls `onLine` with each line of UTF-8 text, without its line break. Behind a line of more than
 * 1 MiB it calls `onTooLong` and no line any more.
 */
export function createLineReader(
  onLine: (line: string) => void,
  onTooLong: () => void,
): LineReader {
  let pieces: Buffer[] = []
  let keptLength = 0
  let isTooLong = false

  /** The rest of the line is still to come: copied, for the chunk may be reused. */
  function keep(piece: Buffer): void {
    pieces.push(Buffer.from(piece))
    keptLength += piece.length
  }

  function endLine(lastPiece: Buffer): void {
    const line = pieces.length === 0 ? lastPiece : Buffer.concat([...pieces, lastPiece])
    pieces = []
    keptLength = 0
    const text = line.toString()
    onLine(text.endsWith('\r') ? text.slice(0, -1) : text)
  }

  function take(piece: Buffer, then: (piece: Buffer) => void): void {
    if (keptLength + piece.length <= MAX_LINE_BYTES) {
      then(piece)
    } else {
      isTooLong = true
      pieces = []
      onTooLong()
    }
  }

  return {
    write(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      let at = 0
      let end = bytes.indexOf(LINE_FEED)
      while (end !== -1 && !isTooLong) {
        take(bytes.subarray(at, end), endLine)
        at = end + 1
        end = bytes.indexOf(LINE_FEED, at)
      }
      if (at < bytes.length && !isTooLong) take(bytes.subarray(at), keep)
    },
    end() {
      if (keptLength > 0) endLine(Buffer.alloc(0))
    },
  }
}
