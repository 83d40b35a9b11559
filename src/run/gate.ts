import { readFile } from 'node:fs/promises'
import { readGivenFile } from '../files/given-file.ts'
import type { Report } from '../gate/report.ts'
import type { Job } from '../job.ts'
import { OciError } from '../oci/error.ts'
import type { RunContext } from '../run-context.ts'
import type { Discovery } from './show.ts'

/** Returns what became of the policy. Throws whatever keeps it from being judged. */
export type Judge = (discoveries: readonly Discovery[]) => Promise<Report>

/**
 * Returns the judge of the job, with the keys and the trusted root read and checked; undefined if
 * nothing is required. What only a gate needs is loaded here: no other job waits for it.
 *
 * Throws InputError (input `require` or `trusted-root`) for a file that cannot be read or used.
 */
export async function prepareGate(
  { gate: request }: Job,
  context: RunContext,
): Promise<Judge | undefined> {
  if (!request) return undefined
  const { policy: written, trustedRoot: path } = request
  const [{ judge }, { readPolicyKeys }, given] = await Promise.all([
    import('../gate.ts'),
    import('../policy/keys.ts'),
    path === undefined ? undefined : readTrustedRoot(path),
  ])
  const policy = await readPolicyKeys(written, (file) => readFile(file, 'utf8'))
  return (discoveries) =>
    judge(discoveries, {
      policy,
      trustedRoot: async () => given ?? fetchPublicRoot(context),
      now: Date.now(),
      signal: context.signal,
    })
}

/** Throws GATE_DENIED unless every rule is proven. */
export function requirePassed({ verdict, rules }: Report): void {
  if (verdict === 'passed') return
  const denied = rules.filter((rule) => rule.verdict !== 'passed')
  throw new OciError(
    'GATE_DENIED',
    `the gate is denied: ${denied.length} of ${rules.length} rules are not proven`,
    {
      advice: 'The reason of each says what is missing. Attach or sign it, and run the gate again.',
    },
  )
}

async function readTrustedRoot(path: string): Promise<string> {
  const text = await readGivenFile('trusted-root', path)
  const { parseTrustedRoot } = await import('../verify/trusted-root.ts')
  parseTrustedRoot(text)
  return text
}

async function fetchPublicRoot({ cacheDirectory, signal, env }: RunContext): Promise<string> {
  const { fetchTrustedRoot } = await import('../verify/trusted-root.ts')
  return fetchTrustedRoot({ cacheDirectory, signal, env })
}
