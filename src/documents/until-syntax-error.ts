/** Takes a text in pieces and tells at its end what was found. */
interface Reader<T> {
  write(chunk: Uint8Array): void
  end(): T
}

/** Returns a reader that doesn't go on once `reader` throws a `syntaxError`, and then knows nothing of the document. */
export function untilSyntaxError<T>(
  reader: Reader<T>,
  syntaxError: abstract new (...parameters: never[]) => Error,
): Reader<T | undefined> {
  let isReadable = true

  function attempt<R>(step: () => R): R | undefined {
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
