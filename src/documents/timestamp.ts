const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/

const LEAP_SECOND = '60'
/** `YYYY-MM-DDTHH:MM:SS`; a year that needs more digits is none of RFC 3339. */
const ISO_SECONDS = /^\d{4}-.{5}T.{8}(?=\.000Z$)/

/**
 * Returns the time that `text` names, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`; undefined unless it is a date-time of RFC 3339
 * section 5.6 that exists. Fractions of a second are cut off; a leap second becomes the second before it, because the
 * readers of `org.opencontainers.image.created` (Go's `time.Parse`) know none.
 */
export function toUtcSeconds(text: string): string | undefined {
  const [, date, minutes, seconds, sign, offsetHours, offsetMinutes] = RFC_3339.exec(text) ?? []
  const isLeapSecond = seconds === LEAP_SECOND
  const local = `${date}T${minutes}:${isLeapSecond ? '59' : seconds}`
  const localTime = Date.parse(`${local}Z`)
  if (toIsoSeconds(localTime) !== local) return undefined
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000
  const utc = toIsoSeconds(sign === '-' ? localTime + offset : localTime - offset)
  if (utc === undefined || (isLeapSecond && !utc.endsWith('T23:59:59'))) return undefined
  return `${utc}Z`
}

function toIsoSeconds(time: number): string | undefined {
  return Number.isNaN(time) ? undefined : ISO_SECONDS.exec(new Date(time).toISOString())?.[0]
}
