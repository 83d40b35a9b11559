import fc from 'fast-check'

/** Where to cut bytes into chunks, as fractions of their length. */
export const anyCuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })

/**
 * Yields the bytes cut at these fractions. Each chunk is handed out in the same memory, so that who keeps one instead of
 * copying it sees it change.
 */
export function* chunksOf(bytes: Uint8Array, cuts: readonly number[]): Generator<Uint8Array> {
  const ends = cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b)
  const reused = new Uint8Array(bytes.length)
  let start = 0
  for (const end of [...ends, bytes.length]) {
    reused.fill(0xff)
    reused.set(bytes.subarray(start, end))
    yield reused.subarray(0, end - start)
    start = end
  }
}
