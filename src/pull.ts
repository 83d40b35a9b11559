import { join, resolve } from 'node:path'
import { mapConcurrently } from './concurrency.ts'
import type { OnProgress, Pulled, PullRequest } from './job.ts'
import { type Artifact, readArtifacts } from './pull/artifacts.ts'
import { download } from './pull/download.ts'
import { requireListing, writeListing } from './pull/listing.ts'
import { type PlannedFile, planPull } from './pull/plan.ts'
import { isPresent } from './pull/present.ts'
import type { Selection } from './pull/select.ts'
import type { RepositoryReader } from './repository/repository.ts'

/** Manifests of one repository whose files are to be pulled. */
export interface PullTarget {
  readonly reader: RepositoryReader
  readonly selections: readonly Selection[]
}

export interface PullOptions {
  /** Most manifests, and then files, under way at once. */
  readonly concurrency: number
  readonly onProgress: OnProgress
  readonly onWarning: (message: string) => void
  /** Ends the pull with CANCELLED. */
  readonly signal: AbortSignal
}

/** Existing files compared at the same time: enough to keep a disk busy. */
const COMPARED_AT_ONCE = 8

/**
 * Pulls the files of the manifests into the directory, and last a listing of them, `pulled.json`.
 * Returns that listing. Everything is planned and looked for before anything is written: whatever is
 * wrong with a title, a limit or the directory leaves it as it was. After a failure later on, what is
 * there is whole, and a pull that is run again goes on from there. Nothing is ever unpacked, and the
 * `urls` of a layer are not looked at.
 *
 * Throws TITLE_INVALID, LIMIT_EXCEEDED, CANCELLED, InputError (input `pull-to`) and whatever the
 * repositories throw.
 */
export async function pull(
  targets: readonly PullTarget[],
  request: PullRequest,
  options: PullOptions,
): Promise<readonly Pulled[]> {
  const { directory, overwrite } = request
  const root = resolve(directory)
  const files = planPull(await readTargets(targets, options), request)
  const [present] = await Promise.all([
    mapConcurrently(files, COMPARED_AT_ONCE, (file) => isPresent(root, file, overwrite)),
    requireListing(root, overwrite),
  ])
  const missing = files.filter((_, at) => !present[at])
  await download(root, missing, { ...options, overwrite })
  const pulled = files.map((file) => pulledOf(directory, file))
  await writeListing(root, pulled, options.signal)
  return pulled
}

async function readTargets(
  targets: readonly PullTarget[],
  options: PullOptions,
): Promise<readonly Artifact[]> {
  const artifacts = await Promise.all(
    targets.map(({ reader, selections }) => readArtifacts(reader, selections, options)),
  )
  return artifacts.flat()
}

function pulledOf(directory: string, { artifact, descriptor, title, names }: PlannedFile): Pulled {
  const { digest, mediaType, size } = descriptor
  const { reference, artifactType } = artifact
  return {
    path: join(directory, ...names),
    reference,
    digest,
    title,
    mediaType,
    size,
    ...(artifactType !== undefined && { artifactType }),
  }
}
