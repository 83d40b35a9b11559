import { isUtf8 } from 'node:buffer'

const LONGEST_SEQUENCE = 4

export interface Utf8Checker {
  /** The offset in `chunk` (negative: before it) of the first byte that is no UTF-8, or undefined. */
  firstInvalid(chunk: Uint8Array): number | undefined
  /** Whether the last character is all there. */
  isComplete(): boolean
}

/**
 * Returns a checker of UTF-8 (RFC 3629) that arrives in chunks, cut anywhere. It keeps at most the three bytes of a
 * character whose rest is still to come, and judges it when that has come.
 */
export function createUtf8Checker(): Utf8Checker {
  const carried = new Uint8Array(LONGEST_SEQUENCE)
  let carriedLength = 0

  /** How many bytes of the chunk complete the carried character. */
  function complete(chunk: Uint8Array): number {
    const missing = sequenceLength(carried[0] ?? 0) - carriedLength
    const added = chunk.subarray(0, missing)
    carried.set(added, carriedLength)
    carriedLength += added.length
    return added.length
  }

  return {
    firstInvalid(chunk) {
      let start = 0
      if (carriedLength > 0) {
        const before = carriedLength
        start = complete(chunk)
        if (carriedLength < sequenceLength(carried[0] ?? 0)) return undefined
        if (!isUtf8(carried.subarray(0, carriedLength))) return -before
      }
      const end = Math.max(start, lastCompleteEnd(chunk))
      carried.set(chunk.subarray(end))
      carriedLength = chunk.length - end
      const whole = chunk.subarray(start, end)
      return isUtf8(whole) ? undefined : start + locateInvalid(whole)
    },
    isComplete: () => carriedLength === 0,
  }
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : LONGEST_SEQUENCE
}

/** Where the characters that are complete within the chunk end. */
function lastCompleteEnd(chunk: Uint8Array): number {
  for (let back = 1; back < LONGEST_SEQUENCE && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back] ?? 0
    const isContinuation = byte >= 0x80 && byte < 0xc0
    if (!isContinuation) return sequenceLength(byte) > back ? chunk.length - back : chunk.length
  }
  return chunk.length
}

function locateInvalid(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    if (!isUtf8(bytes.subarray(at, at + length))) break
    at += length
  }
  return at
}
