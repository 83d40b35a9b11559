import { InputError, OciError } from '../oci/error.ts'
import { InputProblems } from '../oci/problems.ts'
import { cut, plain } from './plain.ts'

/** Returns what a front calls an input, such as `--digest`. */
export type NameInput = (input: string) => string

/**
 * Room for two hundred digests, so that what is missing is named; nobody reads more, and an annotation of
 * GitHub's has 64 KB. What a registry says is cut long before (`transport/complaints.ts`).
 */
const MAX_MESSAGE = 15_000
/** Real chains have three or four; one that refers to itself has no end. */
const MAX_CAUSES = 10

/**
 * Returns the lines that tell a user of an error: what failed and why, then what to do; for several
 * wrong inputs, of each. They are safe to print and hold no stack trace.
 */
export function explain(error: unknown, nameInput: NameInput): readonly string[] {
  if (error instanceof InputProblems) {
    const each = error.problems.flatMap((problem) => explain(problem, nameInput))
    return [error.message, ...each]
  }
  if (error instanceof InputError) {
    return told(`${nameInput(error.input)}: ${error.message}`, error.advice)
  }
  if (error instanceof OciError) return told(error.message, error.advice)
  return told(
    `Unexpected: ${error instanceof Error ? error.message : String(error)}`,
    'Run it again with debug output, and report what that prints.',
  )
}

/** Returns a line for the error and each of its causes, outermost first; safe to print. */
export function causesOf(error: unknown): readonly string[] {
  const chain = [error]
  for (const each of chain) {
    const room = MAX_CAUSES - chain.length
    chain.push(...directCauses(each).slice(0, Math.max(room, 0)))
  }
  return chain.map((each) => cut(plain(nameAndMessage(each)), MAX_MESSAGE))
}

/** Of several attempts to connect, each address has its own error. */
function directCauses(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return []
  const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return error.cause === undefined ? attempts : [error.cause, ...attempts]
}

function nameAndMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${error.name}${code}: ${error.message}`
}

function told(what: string, advice: string | undefined): readonly string[] {
  const lines = advice === undefined ? [what] : [what, `What to do: ${advice}`]
  return lines.map((line) => cut(plain(line), MAX_MESSAGE))
}
