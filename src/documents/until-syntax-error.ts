import type { DocumentReader } from './reader.ts'

/** Returns a reader that doesn't go on once `reader` throws a `syntaxError`, and then knows nothing of the document. */
export function untilSyntaxError(
  reader: DocumentReader,
  syntaxError: abstract new (...parameters: never[]) => Error,
): DocumentReader {
  let isReadable = true

  function attempt<T>(step: () => T): T | undefined {
    if (!isReadable) return undefined
    try {
      return step()
    } catch (error) {
      if (!(error instanceof syntaxError)) throw error
      isReadable = false
      return undefined
    }
  }

  return {
    write: (chunk) => attempt(() => reader.write(chunk)),
    end: () => attempt(() => reader.end()),
  }
}
