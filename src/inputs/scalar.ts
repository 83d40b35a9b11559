import { InputError } from '../oci/error.ts'
import { quote } from '../oci/quote.ts'
import type { InputName, InputSource } from './source.ts'

const TRUE: readonly string[] = ['true', 'True', 'TRUE']
const FALSE: readonly string[] = ['false', 'False', 'FALSE']

/** Returns the boolean that the text is in the core schema of YAML 1.2 (section 10.3.2), if it is one. */
export function parseBoolean(text: string): boolean | undefined {
  if (TRUE.includes(text)) return true
  return FALSE.includes(text) ? false : undefined
}

/** Returns the input as a boolean. Throws InputError for anything but YAML's booleans. */
export function readBoolean(source: InputSource, name: InputName, fallback: boolean): boolean {
  const text = source.value(name)
  const value = text === undefined ? fallback : parseBoolean(text)
  if (value !== undefined) return value
  throw new InputError(name, `${quote(text ?? '')} is not a boolean`, 'Write true or false.')
}

interface Range {
  readonly least: number
  readonly most: number
  readonly fallback: number
}

/** Returns the input as a whole number. Throws InputError for another text or one out of range. */
export function readWholeNumber(
  source: InputSource,
  name: InputName,
  { least, most, fallback }: Range,
): number {
  const text = source.value(name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new InputError(
    name,
    `${quote(text)} is not a whole number from ${least} to ${most}`,
    `Leave it out for ${fallback}.`,
  )
}

/** Returns the input as one of the choices, the first if it is not given. Throws InputError for another. */
export function readChoice<const T extends string>(
  source: InputSource,
  name: InputName,
  choices: readonly [T, ...T[]],
): T {
  return parseChoice(name, source.value(name) ?? choices[0], choices)
}

/** Returns the text as one of the choices. Throws InputError, about the input named, for another. */
export function parseChoice<const T extends string>(
  name: string,
  text: string,
  choices: readonly T[],
): T {
  const choice = choices.find((each) => each === text)
  if (choice !== undefined) return choice
  throw new InputError(
    name,
    `${quote(text)} is none of ${choices.join(', ')}`,
    `Write one of ${choices.join(', ')}.`,
  )
}
