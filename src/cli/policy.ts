import { readFile } from 'node:fs/promises'
import type { ReadPolicy } from '../inputs/gate.ts'
import { InputError } from '../oci/error.ts'
import type { JobCommand } from './parse.ts'
import { readAtMost } from './standard-input.ts'
import { UsageError } from './usage-error.ts'

/** Policies are written by hand; this is a thousand times what one has. */
const MAX_BYTES = 1024 * 1024
const STANDARD_INPUT = '-'
const ADVICE = 'Paths are relative to the working directory; - is standard input.'

/**
 * Returns how to read the policy of a command: the types of `--require-type`, or the file that
 * `--require` names. What is wrong with it is thrown when it is read, as an InputError (input
 * `require` or `require-type`).
 *
 * Throws UsageError for a gate without a policy.
 */
export async function commandPolicy(
  command: JobCommand,
  stdin: AsyncIterable<Uint8Array>,
): Promise<ReadPolicy> {
  const { verb, options } = command
  const path = options.get('require')?.at(-1)
  const types = options.get('require-type')
  if (path !== undefined && types) {
    return failing(
      'require-type',
      '--require-type and --require are both given',
      'Give one of them.',
    )
  }
  if (types) {
    const { policyOfTypes } = await import('../policy/parse.ts')
    return () => policyOfTypes(types)
  }
  if (path !== undefined) return policyIn(path, command, stdin)
  if (verb.name !== 'gate') return () => undefined
  throw new UsageError('gate needs --require FILE or --require-type TYPE', verb)
}

async function policyIn(
  path: string,
  { flags }: JobCommand,
  stdin: AsyncIterable<Uint8Array>,
): Promise<ReadPolicy> {
  if (path.trim() === '') {
    return failing('require', 'the name of the file is empty', 'Name the file with the policy.')
  }
  if (path === STANDARD_INPUT && flags.has('password-stdin')) {
    return failing('require', 'standard input is the password', 'Put the policy into a file.')
  }
  const read = await readText(path, stdin)
  if ('why' in read) return failing('require', `cannot read ${path}: ${read.why}`, ADVICE)
  const { parsePolicy } = await import('../policy/parse.ts')
  return () => parsePolicy(read.text)
}

async function readText(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<{ readonly text: string } | { readonly why: string }> {
  try {
    if (path !== STANDARD_INPUT) return { text: await readFile(path, 'utf8') }
    const bytes = await readAtMost(stdin, MAX_BYTES)
    return bytes ? { text: bytes.toString() } : { why: `it has more than ${MAX_BYTES} bytes` }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

function failing(...problem: ConstructorParameters<typeof InputError>): ReadPolicy {
  return () => {
    throw new InputError(...problem)
  }
}
