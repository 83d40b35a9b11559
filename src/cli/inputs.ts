import type { InputSource } from '../inputs/source.ts'
import { LAYOUT_SCHEME } from '../oci/reference.ts'
import type { JobCommand } from './parse.ts'
import type { Verb } from './verb.ts'

/** Inputs whose option has another name. */
const optionNames: Readonly<Record<string, string>> = {
  annotations: 'annotation',
  password: 'password-stdin',
  'pull-to': 'output',
}

/** Returns what the verb calls an input: an operand or an option with its dashes. */
export function nameOfInput(input: string, verb: Verb['name'] | undefined): string {
  if (input === 'image') return verb === 'push' ? '--subject' : 'REFERENCE'
  if (input === 'repository') return 'REPOSITORY'
  if (input === 'files') return 'FILE'
  return `--${optionNames[input] ?? input}`
}

/**
 * Returns the inputs that a command gives: the first operand is the image, the others are files. Of
 * an option that takes one value the last counts. `pull` pulls in any case, into the working directory
 * unless told otherwise; the `--output` of other verbs is another. `password` is what standard input
 * holds.
 */
export function commandInputs(command: JobCommand, password: string | undefined): InputSource {
  const [image, ...files] = command.operands
  const given = (name: string): readonly string[] => {
    const values = command.options.get(optionNames[name] ?? name) ?? []
    return values.filter((value) => value.trim() !== '')
  }
  const pulls = command.verb.name === 'pull'
  return {
    value: (name) => {
      if (name === 'password') return password
      if (name === 'pull-to') return pulls ? (given(name).at(-1) ?? '.') : undefined
      return given(name).at(-1)
    },
    values: (name) => {
      if (name === 'image') return image === undefined ? [] : [asReference(image, command)]
      return name === 'files' ? files : given(name)
    },
  }
}

/** Returns a reference with its scheme, where the command is about an image layout. */
export function asReference(text: string, command: JobCommand): string {
  const isBare = command.flags.has('oci-layout') && !text.startsWith(LAYOUT_SCHEME)
  return isBare ? `${LAYOUT_SCHEME}${text}` : text
}
