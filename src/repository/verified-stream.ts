import { createHash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import type { Descriptor } from '../oci/descriptor.ts'
import { algorithmOf, finishDigest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { piped } from './piped.ts'

/**
 * Returns the stream's bytes, failing with SIZE_INVALID as soon as there are too many or at the end
 * if there are too few, and with DIGEST_INVALID at the end if they are not the descriptor's. Size
 * comes first: an endless answer is cut, not hashed (image-spec v1.1.1, Verification).
 */
export function verifiedStream(source: Readable, { digest, size }: Descriptor): Readable {
  const algorithm = algorithmOf(digest)
  const hash = createHash(algorithm)
  let seen = 0
  const check = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.length
      if (seen > size) {
        done(new OciError('SIZE_INVALID', `${digest} has more than its ${size} bytes`))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      if (seen !== size) {
        done(new OciError('SIZE_INVALID', `${digest} ended after ${seen} of ${size} bytes`))
        return
      }
      const actual = finishDigest(hash, algorithm)
      done(
        actual === digest
          ? null
          : new OciError('DIGEST_INVALID', `content has the digest ${actual} instead of ${digest}`),
      )
    },
  })
  return piped(source, check)
}
