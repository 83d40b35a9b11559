import { parseBoolean } from '../inputs/scalar.ts'
import { quote } from '../oci/quote.ts'
import { UsageError } from './usage-error.ts'
import type { Verb } from './verb.ts'

/** The booleans that only the command line has, and no inputs of the action. */
const FLAGS = [
  'oci-layout',
  'password-stdin',
  'referrers',
  'allow-all',
  'overwrite',
  'quiet',
  'debug',
] as const

export type Flag = (typeof FLAGS)[number]

/** Returns the flags that are set. Throws UsageError if one is given a value that is no boolean. */
export function readFlags(
  verb: Verb,
  options: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<Flag> {
  const set = FLAGS.filter((flag) => {
    const text = options.get(flag)?.at(-1) ?? 'false'
    const value = parseBoolean(text)
    if (value === undefined) throw new UsageError(`--${flag} takes no value ${quote(text)}`, verb)
    return value
  })
  return new Set(set)
}
