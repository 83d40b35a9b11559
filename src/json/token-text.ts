/** Collects the text of one string or number, which may arrive in pieces, up to a limit. */
export interface TokenText {
  /** Starts the next token; one that nobody asked for costs nothing. */
  begin(wanted: boolean): void
  /** Takes `bytes[start, end)`, still escaped. */
  add(bytes: Buffer, start: number, end: number): void
  /** From here on the token has escapes. */
  escaped(): void
  /** The whole text once `bytes[start, end)` is added as the last piece, or undefined: not wanted, or too long. */
  finish(bytes: Buffer, start: number, end: number): string | undefined
}

/** Returns a collector of at most `maxBytes` (as written) a token. It allocates its buffer once, and copies what it keeps. */
export function createTokenText(maxBytes: number): TokenText {
  const kept = Buffer.alloc(maxBytes)
  let length = 0
  let wanted = false
  let hasEscapes = false

  function add(bytes: Buffer, start: number, end: number): void {
    if (!wanted) return
    if (length + end - start > maxBytes) {
      wanted = false
      return
    }
    bytes.copy(kept, length, start, end)
    length += end - start
  }

  return {
    begin(isWanted) {
      length = 0
      wanted = isWanted
      hasEscapes = false
    },
    add,
    escaped() {
      hasEscapes = true
    },
    finish(bytes, start, end) {
      const isWholeInChunk = length === 0 && end - start <= maxBytes
      if (wanted && isWholeInChunk) return bytes.toString('utf8', start, end)
      add(bytes, start, end)
      if (!wanted) return undefined
      const text = kept.toString('utf8', 0, length)
      return hasEscapes ? withoutEscapes(text) : text
    },
  }
}

/** The scan has proven that `text` is the inside of a JSON string. */
function withoutEscapes(text: string): string {
  const value: unknown = JSON.parse(`"${text}"`)
  return String(value)
}
