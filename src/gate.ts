import { signaturesFor } from './gate/concern.ts'
import { evaluate } from './gate/evaluate.ts'
import { type GateTarget, gather } from './gate/gather.ts'
import type { Report } from './gate/report.ts'
import { isSigner } from './gate/signer.ts'
import type { Policy, RuleKey } from './policy/policy.ts'
import type { Signature, Trust, Verification } from './verify/signature.ts'

export interface JudgeOptions {
  /** At least one rule. */
  readonly policy: Policy
  /** Returns Sigstore's trusted root, JSON; asked once at most, and only where a certificate needs it. */
  readonly trustedRoot: () => Promise<string>
  /** When it is judged, in milliseconds since 1970. */
  readonly now: number
  readonly signal?: AbortSignal
}

/**
 * Returns what becomes of the policy by what hangs on the images, at least one. The graphs must be whole.
 *
 * Throws whatever keeps the evidence from being read as a whole or verified, as `gather`, the trusted
 * root and `verifySignatures` do: nothing is judged by a part of it.
 */
export async function judge(
  targets: readonly GateTarget[],
  { policy, trustedRoot, now, signal }: JudgeOptions,
): Promise<Report> {
  let root: Promise<string> | undefined
  const images = await gather(targets, policy, {
    ...(signal && { signal }),
    // It comes from elsewhere, while evidence is still being read.
    onCertificate: () => {
      root ??= trustedRoot()
      root.catch(() => undefined)
    },
  })
  const signatures = signaturesFor(images, policy)
  const trust = { ...trustOf(policy), ...(root && { trustedRoot: await root }) }
  return evaluate(images, policy, await verified(signatures, trust, signal), now)
}

/** Sigstore's libraries are loaded where there is something to verify. */
async function verified(
  signatures: readonly Signature[],
  trust: Trust,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Verification>> {
  if (signatures.length === 0) return new Map()
  const { verifySignatures } = await import('./verify/verify.ts')
  return verifySignatures(signatures, trust, signal)
}

function trustOf(policy: Policy): Trust {
  const signers = policy.flatMap(({ signedBy }) => signedBy ?? [])
  const keys = signers.flatMap((each) => (each.kind === 'key' ? [each.key] : []))
  return {
    keys: [...new Map(keys.map((key): [string, RuleKey] => [JSON.stringify(key), key])).values()],
    identities: signers.flatMap((each) => {
      if (each.kind === 'key') return []
      const { issuer } = each
      const matches = (identity: string): boolean =>
        isSigner(each, { kind: 'identity', issuer, identity })
      return [{ issuer, matches }]
    }),
  }
}
