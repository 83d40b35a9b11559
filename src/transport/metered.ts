import { pipeline, type Readable, Transform } from 'node:stream'

interface Meter {
  /** Told of every chunk that goes through. */
  readonly onBytes: (bytes: number) => void
  /** Returns what readers are to see instead of an error. */
  readonly asError?: (error: Error) => Error
}

/**
 * Returns the bytes of the source, counted. Destroying either stream destroys both; an error that
 * nobody reads does not end the process.
 */
export function metered(
  source: Readable,
  { onBytes, asError = (error) => error }: Meter,
): Readable {
  const meter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onBytes(chunk.length)
      done(null, chunk)
    },
    flush(done) {
      // undici takes the connection for busy until the next turn: whoever sends a request at once
      // after reading an answer would open another.
      setImmediate(done)
    },
    destroy(error, done) {
      done(error && asError(error))
    },
  })
  pipeline(source, meter, ignore)
  meter.on('error', ignore)
  return meter
}

function ignore(): void {
  // The reader of the stream sees the error.
}
