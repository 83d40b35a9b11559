import { OciError } from '../oci/error.ts'

/**
 * Documents and signatures on all images together: as many as a graph may have manifests
 * (discover/walk.ts). Ten thousand of junk still leave room for the right one.
 */
export const MAX_PIECES = 20_000

/**
 * Bytes of all of them together: what is signed is kept until it is verified, so this is the memory that
 * a gate may take. A multi-platform image with an SBOM of 20 MB on each of its platforms has half of it.
 */
export const MAX_BYTES = 512 * 1024 * 1024

/** What may still be read. */
export interface Budget {
  /** Throws LIMIT_EXCEEDED if there are more than MAX_PIECES with these. */
  takePieces(count: number): void
  /** Throws LIMIT_EXCEEDED if there are more than MAX_BYTES with these. */
  takeBytes(count: number): void
}

/**
 * Returns the budget of one gate. What it cuts off could be the proof, or what matters otherwise, so it
 * ends the gate: nothing is judged by a part of the evidence.
 */
export function createBudget(): Budget {
  let [pieces, bytes] = [0, 0]
  return {
    takePieces(count) {
      pieces += count
      if (pieces > MAX_PIECES) throw tooMuch(`more than ${MAX_PIECES} documents and signatures`)
    },
    takeBytes(count) {
      bytes += count
      if (bytes > MAX_BYTES) throw tooMuch(`more than ${MAX_BYTES} bytes of evidence`)
    },
  }
}

function tooMuch(what: string): OciError {
  return new OciError('LIMIT_EXCEEDED', `the gate would have to read ${what}`, {
    advice: 'Remove what should not hang on the image, or gate fewer images or platforms at once.',
  })
}
