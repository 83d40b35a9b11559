import { InputError } from '../oci/error.ts'
import { quote } from '../oci/quote.ts'
import { DEADLINE_MS } from '../run/deadline.ts'
import type { InputSource } from './source.ts'

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 }
/** A job of GitHub's own machines ends after six hours. */
const MOST_HOURS = 24

/**
 * Returns the milliseconds that the whole job may take by the input `timeout`: a number and its unit,
 * `s`, `m` or `h`; `DEADLINE_MS` without one. Throws InputError for another text, for a time of
 * nothing, and for more than a day.
 */
export function readTimeout(source: InputSource): number {
  const text = source.value('timeout')
  if (text === undefined) return DEADLINE_MS
  const [, number = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  const milliseconds = Number(number) * (UNITS[unit] ?? 0)
  if (milliseconds > 0 && milliseconds <= MOST_HOURS * 3_600_000) return milliseconds
  throw new InputError(
    'timeout',
    `${quote(text)} is not a time from 1s to ${MOST_HOURS}h`,
    'Write a whole number and its unit, as in 90s, 30m or 2h.',
  )
}
