import { InputError } from '../oci/error.ts'
import type { Position } from './written.ts'

/** Returns the error that tells what is wrong with a policy, and what to do. */
export type Complain = (what: string, advice: string) => InputError

/** Returns the complaint about what stands at the position: `line 3, column 5: …`. */
export function at({ line, column }: Position): Complain {
  return (what, advice) =>
    new InputError('require', `line ${line}, column ${column}: ${what}`, advice)
}
