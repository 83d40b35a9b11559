import type { PullRequest } from '../job.ts'
import { readAll } from '../oci/problems.ts'
import { readWholeNumber } from './scalar.ts'
import type { InputSource } from './source.ts'

/** Hundreds of times what a well-kept image carries; more is an attack or a mistake. */
const MAX_FILES = 10_000
/** The machines of GitHub have 14 GB free. Reports and SBOMs have megabytes. */
const MAX_BYTES = 4 * 1024 ** 3
/** What any file system holds in one folder, and a listing in one string. */
const MOST_FILES = 1_000_000

/**
 * Returns what the inputs want pulled, if anything: everything attached, and no file replaced.
 *
 * Throws InputError for limits that are no numbers.
 */
export function readPullRequest(source: InputSource): PullRequest | undefined {
  const directory = source.value('pull-to')
  const limits = readAll({
    maxFiles: () =>
      readWholeNumber(source, 'pull-max-files', {
        least: 1,
        most: MOST_FILES,
        fallback: MAX_FILES,
      }),
    maxBytes: () =>
      readWholeNumber(source, 'pull-max-bytes', {
        least: 1,
        most: Number.MAX_SAFE_INTEGER,
        fallback: MAX_BYTES,
      }),
  })
  return directory === undefined
    ? undefined
    : { directory, what: 'referrers', overwrite: false, ...limits }
}
