import { InputError } from './error.ts'

/** Several inputs that are wrong, told of at once; at least two. */
export class InputProblems extends Error {
  override readonly name = 'InputProblems'
  readonly problems: readonly InputError[]

  constructor(problems: readonly InputError[]) {
    super(`${problems.length} inputs are wrong`)
    this.problems = problems
  }
}

type Readers = Readonly<Record<string, () => unknown>>
type Values<T extends Readers> = { readonly [K in keyof T]: ReturnType<T[K]> }

/**
 * Returns the value of each reader under its name. All are called, so that every problem is found:
 * throws the InputError if there is one, InputProblems if there are more.
 */
export function readAll<T extends Readers>(readers: T): Values<T> {
  const entries = readEach(Object.entries(readers), ([name, read]) => [name, read()] as const)
  return Object.fromEntries(entries) as Values<T>
}

/** Returns what `read` makes of each item; throws as `readAll` does. */
export function readEach<T, R>(items: readonly T[], read: (item: T) => R): readonly R[] {
  const problems: InputError[] = []
  const values = items.flatMap((item) => {
    try {
      return [read(item)]
    } catch (error) {
      problems.push(...problemsOf(error))
      return []
    }
  })
  const [first, second] = problems
  if (second) throw new InputProblems(problems)
  if (first) throw first
  return values
}

/** Tells whether the error is about what the user gave. */
export function isInputProblem(error: unknown): error is InputError | InputProblems {
  return error instanceof InputError || error instanceof InputProblems
}

function problemsOf(error: unknown): readonly InputError[] {
  if (error instanceof InputError) return [error]
  if (error instanceof InputProblems) return error.problems
  throw error
}
