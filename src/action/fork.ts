import { readFile } from 'node:fs/promises'
import { parseBoolean } from '../inputs/scalar.ts'
import type { Job } from '../job.ts'
import { OciError } from '../oci/error.ts'
import { isObject, type JsonObject } from '../oci/json.ts'
import { quote } from '../oci/quote.ts'

/** The environment variable by which a workflow says that it means to attach what comes from forks. */
export const ALLOW_FORKS = 'ORAS_ATTACH_ALLOW_FORKS'

type HeadOf = (event: JsonObject) => unknown

/**
 * The events whose workflows run with the repository's secrets and a token that may write, though the
 * code that they are about may be anybody's (GitHub's documentation: Events that trigger workflows), and
 * where their payloads name the repository which that code is from. A workflow of `pull_request` needs
 * no such care: from a fork it has no secrets, and its token can only read.
 */
const headsOfPrivilegedEvents: ReadonlyMap<string, HeadOf> = new Map<string, HeadOf>([
  ['pull_request_target', (event) => at(event, 'pull_request', 'head', 'repo')],
  ['workflow_run', (event) => at(event, 'workflow_run', 'head_repository')],
])

/**
 * Returns whose code a privileged workflow is about, in words, or undefined where it is the repository's
 * own or the workflow is not privileged. Repositories are told apart by their numbers: a name can be
 * given up and taken by somebody else. What cannot be told counts as foreign.
 */
export function foreignCode(eventName: string, event: unknown): string | undefined {
  const headOf = headsOfPrivilegedEvents.get(eventName)
  if (!headOf) return undefined
  const payload = isObject(event) ? event : {}
  const [head, own] = [headOf(payload), at(payload, 'repository')]
  const [headId, ownId] = [at(head, 'id'), at(own, 'id')]
  if (typeof headId === 'number' && headId === ownId) return undefined
  const name = at(head, 'full_name')
  return typeof name === 'string'
    ? `the repository ${quote(name)}`
    : 'a repository that its event does not name'
}

/**
 * Refuses a job that would write to a registry in a workflow which a fork's code has started with the
 * rights of this repository: a fork must not choose what is attached under the name of others, nor to
 * what. Reading, a dry run and image layouts on disk need none of those rights.
 *
 * Throws DENIED, unless the environment variable ORAS_ATTACH_ALLOW_FORKS is true.
 */
export async function refuseForks(job: Job, env: NodeJS.ProcessEnv): Promise<void> {
  const { GITHUB_EVENT_NAME: eventName = '', [ALLOW_FORKS]: allowed = '' } = env
  const isPrivileged = headsOfPrivilegedEvents.has(eventName)
  if (!isPrivileged || !writesToRegistry(job) || parseBoolean(allowed) === true) return
  const foreign = foreignCode(eventName, await readEvent(env['GITHUB_EVENT_PATH']))
  if (foreign === undefined) return
  throw new OciError(
    'DENIED',
    `nothing is attached: the event ${eventName} runs this workflow with the rights of its own repository, for code of ${foreign}`,
    {
      advice: `Attach in a workflow that only code of this repository can start. If the fork chooses neither the files nor the image, set ${ALLOW_FORKS} to true in the env of this step.`,
    },
  )
}

function writesToRegistry({ attach, push, dryRun, images }: Job): boolean {
  const writes = attach !== undefined || push !== undefined
  return writes && !dryRun && images.some(({ kind }) => kind === 'registry')
}

/** Of an event that cannot be read nothing is known, which is not in its favour. */
async function readEvent(path: string | undefined): Promise<unknown> {
  try {
    return path ? JSON.parse(await readFile(path, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((each, key) => (isObject(each) ? each[key] : undefined), value)
}
