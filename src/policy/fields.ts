import { closest } from '../oci/closest.ts'
import { readEach } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { at } from './complaint.ts'
import type { Mapping, Value } from './yaml.ts'

/**
 * Throws InputError or InputProblems unless every key of the mapping is one of those. `what` is what
 * the mapping is, such as `a rule`.
 */
export function requireKnownKeys(
  { entries }: Mapping,
  what: string,
  keys: readonly string[],
): void {
  readEach(entries, ({ key, position }) => {
    if (keys.includes(key)) return
    const meant = closest(key.toLowerCase(), keys)
    throw at(position)(
      `${what} has no key ${quote(key)}`,
      `${meant === undefined ? '' : `Did you mean ${meant}? `}Its keys are ${keys.join(', ')}.`,
    )
  })
}

/** Returns what `read` makes of the value under the key; undefined if the key is not there. */
export function readField<T>(
  { entries }: Mapping,
  key: string,
  read: (value: Value) => T,
): T | undefined {
  const entry = entries.find((each) => each.key === key)
  return entry && read(entry.value)
}

/** Returns the text that the value is. Throws InputError for another value and for no text. */
export function readText(key: string, value: Value): string {
  if (value.kind === 'scalar' && typeof value.value === 'string' && value.value.trim() !== '') {
    return value.value
  }
  throw at(value.position)(`${key} is ${describe(value)}, not a text`, textAdvice(value))
}

/**
 * Returns the text that the value is. Throws InputError for another value and for a text with white
 * space in it, which nothing that is compared with it has.
 */
export function readWord(key: string, value: Value): string {
  const text = readText(key, value)
  if (!/\s/.test(text)) return text
  throw at(value.position)(
    `${key} is ${quote(text)}, which has white space in it`,
    'Write it on one line, without spaces.',
  )
}

/** Returns what a value is, as messages name what is wrong. */
export function describe(value: Value): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`
  if (typeof value.value === 'string') return value.value === '' ? 'empty' : quote(value.value)
  return value.value === null ? 'empty' : value.source
}

function textAdvice(value: Value): string {
  const isOther = value.kind === 'scalar' && typeof value.value !== 'string' && value.value !== null
  return isOther ? `Put it between quotes: '${value.source}'.` : 'Give it a value, or leave it out.'
}
