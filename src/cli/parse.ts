import { parseArgs } from 'node:util'
import { closest } from '../oci/closest.ts'
import { type Flag, readFlags } from './flag.ts'
import type { Option } from './option.ts'
import { UsageError } from './usage-error.ts'
import { type Verb, verbs } from './verb.ts'

/** A verb with its options and operands. */
export interface JobCommand {
  readonly kind: 'job'
  readonly verb: Verb
  /** The values given for each option, in order; a boolean without a value has `true`. */
  readonly options: ReadonlyMap<string, readonly string[]>
  readonly flags: ReadonlySet<Flag>
  readonly operands: readonly string[]
}

export type Command =
  | JobCommand
  | { readonly kind: 'help'; readonly verb?: Verb }
  | { readonly kind: 'version' }

/** Returns what the arguments ask for. Throws UsageError if they cannot be understood. */
export function parseCommand(args: readonly string[]): Command {
  const [first, ...rest] = args
  switch (first) {
    case undefined:
      throw new UsageError('no verb is given')
    case '--version':
      return { kind: 'version' }
    case '--help':
    case '-h':
      return { kind: 'help' }
    case 'help':
      return rest[0] === undefined ? { kind: 'help' } : { kind: 'help', verb: findVerb(rest[0]) }
    default:
      return parseVerb(findVerb(first), rest)
  }
}

function findVerb(text: string): Verb {
  const verb = verbs.find(({ name }) => name === text)
  if (verb) return verb
  if (text.startsWith('-')) throw new UsageError(`the verb comes first, before ${text}`)
  const meant = closest(text, ['help', ...verbs.map(({ name }) => name)])
  throw new UsageError(`there is no verb ${text}${didYouMean(meant)}`)
}

function parseVerb(verb: Verb, args: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(verb.options.map(parserOption)),
    allowPositionals: true,
    // Strict parsing tells neither what was meant nor in our words, and takes no `--name=false`.
    strict: false,
    tokens: true,
  })
  const options = new Map<string, readonly string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind === 'option') {
      const value = optionValue(verb, token)
      options.set(token.name, [...(options.get(token.name) ?? []), value])
    }
  }
  if (options.has('help')) return { kind: 'help', verb }
  if (operands.length < verb.leastOperands) {
    throw new UsageError(`${verb.name} needs ${verb.operands}`, verb)
  }
  if (operands.length > verb.mostOperands) {
    throw new UsageError(`too many operands: ${operands.slice(verb.mostOperands).join(' ')}`, verb)
  }
  return { kind: 'job', verb, options, flags: readFlags(verb, options), operands }
}

function parserOption({ name, short, placeholder }: Option): [string, ParserOption] {
  return [name, { type: placeholder ? 'string' : 'boolean', ...(short && { short }) }]
}

interface ParserOption {
  type: 'string' | 'boolean'
  short?: string
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function optionValue(verb: Verb, { name, rawName, value, inlineValue }: OptionToken): string {
  const option = verb.options.find((each) => each.name === name)
  if (!option) {
    const meant = closest(
      rawName,
      verb.options.map((each) => `--${each.name}`),
    )
    throw new UsageError(`${verb.name} has no option ${rawName}${didYouMean(meant)}`, verb)
  }
  if (!option.placeholder) return value ?? 'true'
  const isOption = !inlineValue && value !== undefined && /^-./.test(value)
  if (value !== undefined && !isOption) return value
  const example = isOption ? ` (to give ${value}, write ${rawName}=${value})` : ''
  throw new UsageError(`${rawName} needs a value${example}`, verb)
}

function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean ${word}?`
}
