import { linesOf } from '../inputs/lists.ts'
import type { Job } from '../job.ts'
import { formatReference } from '../oci/reference.ts'
import { LEAST_LENGTH } from './spans.ts'

/** Any few hexadecimal digits are part of some digest. */
const PART_OF_DIGEST = /^[0-9a-f]{1,12}$/

/**
 * Returns how to mask a secret of a job: each text that must not be shown is told to `mask`. A secret
 * is masked line by line, since the runner does so too and a lone `{` of a key in JSON would blank
 * every output. What is part of an image's name or of any digest is not masked: nobody could read the
 * log any more, and the runner drops a job's output that holds a masked text (actions/runner,
 * JobExtension).
 */
export function masking(
  { images }: Pick<Job, 'images'>,
  mask: (text: string) => void,
): (secret: string) => void {
  const names = [...images.map((image) => formatReference(image)), 'sha256:', 'sha512:']
  return (secret) => {
    const lines = linesOf(secret).filter(
      (line) =>
        line.length >= LEAST_LENGTH &&
        !PART_OF_DIGEST.test(line) &&
        !names.some((name) => name.includes(line)),
    )
    for (const line of lines) mask(line)
  }
}
