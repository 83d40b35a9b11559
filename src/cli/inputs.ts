import type { InputSource } from '../inputs/source.ts'
import { LAYOUT_SCHEME } from '../oci/reference.ts'
import type { JobCommand } from './parse.ts'

/** Inputs whose option has another name. */
const optionNames: Readonly<Record<string, string>> = {
  annotations: 'annotation',
  password: 'password-stdin',
}

/** Returns what the command line calls an input: an operand or an option with its dashes. */
export function nameOfInput(input: string): string {
  if (input === 'image') return 'REFERENCE'
  if (input === 'files') return 'FILE'
  return `--${optionNames[input] ?? input}`
}

/**
 * Returns the inputs that a command gives: the first operand is the image, the others are files. Of
 * an option that takes one value the last counts. `password` is what standard input holds.
 */
export function commandInputs(command: JobCommand, password: string | undefined): InputSource {
  const [image, ...files] = command.operands
  const given = (name: string): readonly string[] => {
    const values = command.options.get(optionNames[name] ?? name) ?? []
    return values.filter((value) => value.trim() !== '')
  }
  return {
    value: (name) => (name === 'password' ? password : given(name).at(-1)),
    values: (name) => {
      if (name === 'image') return image === undefined ? [] : [asReference(image, command)]
      return name === 'files' ? files : given(name)
    },
  }
}

function asReference(text: string, command: JobCommand): string {
  const isBare = command.flags.has('oci-layout') && !text.startsWith(LAYOUT_SCHEME)
  return isBare ? `${LAYOUT_SCHEME}${text}` : text
}
