import type { GateRequest } from '../job.ts'
import { InputError } from '../oci/error.ts'
import type { WrittenPolicy } from '../policy/written.ts'
import type { InputSource } from './source.ts'

/** Returns the policy that a job is given, if it is given one. Throws InputError for one that is none. */
export type ReadPolicy = () => WrittenPolicy | undefined

/**
 * Returns how to read the policy of the input `require`, which throws InputError (input `require`) if
 * it is none. Its parser is loaded only where there is one.
 */
export async function policyReader(source: InputSource): Promise<ReadPolicy> {
  const text = source.value('require')
  if (text === undefined) return () => undefined
  const { parsePolicy } = await import('../policy/parse.ts')
  return () => parsePolicy(text)
}

/**
 * Returns what the images must carry, if anything. Throws as `readPolicy` does, and InputError (input
 * `trusted-root`) for a trusted root beside no policy, as where that comes from a variable which is
 * not set: a gate must not be left out without a word.
 */
export function readGateRequest(
  source: InputSource,
  readPolicy: ReadPolicy,
): GateRequest | undefined {
  const trustedRoot = source.value('trusted-root')
  const policy = readPolicy()
  if (policy === undefined && trustedRoot !== undefined) {
    throw new InputError(
      'trusted-root',
      'a trusted root is given, but nothing is required of the image',
      'Say what it must carry by require, or leave this out.',
    )
  }
  return policy && { policy, ...(trustedRoot !== undefined && { trustedRoot }) }
}
