import { at } from './complaint.ts'
import { describe } from './fields.ts'
import type { Rule } from './policy.ts'
import type { Value } from './yaml.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = new Map([
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
  ['w', 7 * DAY],
])
/** Older than any evidence: whoever writes more has mistaken the unit. */
const MAX_AGE = 100 * 365 * DAY

/** Returns the age that is written as `30d`. Throws InputError for another value. */
export function readMaxAge(value: Value): NonNullable<Rule['maxAge']> {
  const text = value.kind === 'scalar' ? value.source : ''
  const [, amount = '', unit = ''] = /^([1-9]\d*)([mhdw])$/.exec(text) ?? []
  const milliseconds = Number(amount) * (UNITS.get(unit) ?? 0)
  if (milliseconds > 0 && milliseconds <= MAX_AGE) return { text, milliseconds }
  throw at(value.position)(
    `max-age is ${describe(value)}, not an age${milliseconds > MAX_AGE ? ' of at most 100 years' : ''}`,
    'Write a whole number and its unit: minutes as in 90m, hours (12h), days (30d) or weeks (2w).',
  )
}
