import type { ActionMetadata } from './action-metadata.ts'

interface StepInputs {
  /** `INPUT_…`, as the runner names them: upper case, spaces become `_`, hyphens stay. */
  readonly environment: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
}

/**
 * Returns what a step's `with` becomes: the inputs given, those that `action.yml` declares with
 * their defaults, and the runner's warnings. `github` is what the expressions `github.…` of the
 * defaults stand for; another expression is an error.
 */
export function stepInputs(
  given: Readonly<Record<string, string>>,
  metadata: ActionMetadata,
  github: Readonly<Record<string, string>>,
): StepInputs {
  const defaults = [...metadata.inputs].map(([name, input]): [string, string] => [
    name,
    evaluate(input.default, github),
  ])
  const values = Object.entries({ ...Object.fromEntries(defaults), ...given })
  return {
    environment: Object.fromEntries(
      values.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
    warnings: [...unexpected(given, metadata), ...deprecated(given, metadata)],
  }
}

function evaluate(text: string, github: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
    const [context, key = ''] = expression.split('.')
    const value = context === 'github' ? github[key] : undefined
    if (value === undefined) throw new Error(`the default uses an unknown expression: ${text}`)
    return value
  })
}

function unexpected(
  given: Readonly<Record<string, string>>,
  { inputs }: ActionMetadata,
): readonly string[] {
  const names = Object.keys(given).filter((name) => !inputs.has(name))
  if (names.length === 0) return []
  const quoted = (list: Iterable<string>) => [...list].map((name) => `'${name}'`).join(', ')
  return [`Unexpected input(s) ${quoted(names)}, valid inputs are [${quoted(inputs.keys())}]`]
}

function deprecated(
  given: Readonly<Record<string, string>>,
  { inputs }: ActionMetadata,
): readonly string[] {
  return Object.keys(given).flatMap((name) => {
    const message = inputs.get(name)?.deprecationMessage
    return message === undefined
      ? []
      : [`Input '${name}' has been deprecated with message: ${message}`]
  })
}
