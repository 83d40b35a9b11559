import { InputError } from '../oci/error.ts'

/** RFC 3339 has no year of more digits. */
const LAST_YEAR = 9999

/**
 * Returns the time for artifacts that neither the job nor a document dates, RFC 3339 in UTC to the
 * second: `SOURCE_DATE_EPOCH` (seconds since 1970, reproducible-builds.org), else now.
 *
 * Throws InputError (input `created`) if the variable holds no such number.
 */
export function otherwiseCreated(env: NodeJS.ProcessEnv, now: Date): string {
  const epoch = env['SOURCE_DATE_EPOCH']
  if (!epoch) return toSeconds(now)
  const date = new Date(Number(epoch) * 1000)
  if (/^\d{1,12}$/.test(epoch) && date.getUTCFullYear() <= LAST_YEAR) return toSeconds(date)
  throw new InputError(
    'created',
    `SOURCE_DATE_EPOCH is not a number of seconds: ${epoch.slice(0, 40)}`,
  )
}

function toSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
