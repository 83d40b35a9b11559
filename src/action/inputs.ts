import { getInput } from '@actions/core'
import { linesOf } from '../inputs/lists.ts'
import type { InputSource } from '../inputs/source.ts'

/**
 * The step's `with`: an input that takes several values has them on a line each. A policy is taken as
 * it is: where YAML begins counts, and so does the number of its lines.
 */
export const stepInputs: InputSource = {
  value: (name) => getInput(name, { trimWhitespace: name !== 'require' }) || undefined,
  values: (name) => linesOf(getInput(name)),
}
