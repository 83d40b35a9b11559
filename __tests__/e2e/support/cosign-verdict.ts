import assert from 'node:assert/strict'
import type { Clients } from './clients.ts'

/** What cosign (3.1.3) says of evidence that it read and does not accept. */
const refusals = [
  'no signatures found',
  'no matching signatures',
  'no matching attestations',
  'no attestations found',
  'none of the attestations matched',
  'none of the expected identities matched',
  'invalid signature',
]

/** Says whether cosign accepts it; throws unless it says that it does not, as for a registry that is gone. */
export async function isAcceptedByCosign(
  { cosign }: Clients,
  ...args: readonly string[]
): Promise<boolean> {
  try {
    await cosign(...args)
    return true
  } catch (error) {
    assert.ok(
      refusals.some((refusal) => String(error).includes(refusal)),
      String(error),
    )
    return false
  }
}
