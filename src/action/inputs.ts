import { getInput } from '@actions/core'
import { linesOf } from '../inputs/lists.ts'
import type { InputSource } from '../inputs/source.ts'

/** The step's `with`: an input that takes several values has them on a line each. */
export const stepInputs: InputSource = {
  value: (name) => getInput(name) || undefined,
  values: (name) => linesOf(getInput(name)),
}
