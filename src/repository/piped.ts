import { pipeline, type Readable, type Transform } from 'node:stream'

/**
 * Returns what the transform makes of the source. An error or an early end on either side ends both:
 * a source that closes halfway must not leave its reader waiting, as `pipe` does.
 */
export function piped(source: Readable, transform: Transform): Readable {
  return pipeline(source, transform, leftToReader)
}

/** The pipeline has destroyed the transform with the error, and so told its reader. */
function leftToReader(): void {}
