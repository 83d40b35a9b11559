import type { Verb } from './verb.ts'

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** The verb, where it is known. */
  readonly verb: Verb | undefined

  constructor(message: string, verb?: Verb) {
    super(message)
    this.verb = verb
  }
}
