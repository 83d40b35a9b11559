import { findExisting } from './attach/existing.ts'
import type { PlannedArtifact } from './attach/plan.ts'
import type { AttachedFile } from './job.ts'
import type { Descriptor } from './oci/descriptor.ts'
import type { Digest } from './oci/digest.ts'
import { emptyConfig } from './oci/pack.ts'
import { type Content, contentOfBytes } from './repository/content.ts'
import type { Listed, Referrers, ReferrersSource } from './repository/referrers.ts'
import type { Repository } from './repository/repository.ts'

/** What became of a planned artifact. `manifest` is the one that was found, where it exists. */
export interface AttachedArtifact extends PlannedArtifact {
  readonly status: 'pushed' | 'exists' | 'planned'
  readonly via?: ReferrersSource
}

export interface AttachResult {
  /** In the order of the plan. */
  readonly artifacts: readonly AttachedArtifact[]
  /** The subject's referrers, where they were listed on the way. */
  readonly referrers?: Referrers
}

/**
 * Attaches the planned artifacts to their subject: what is there already is left as it is, missing
 * blobs go up, then the manifests, then one listing of them all. Equal files of the same name are one
 * artifact.
 *
 * Returns what became of each. Throws NOT_LISTED if they are stored but not listed, and whatever
 * the repository throws; nothing is listed before all of it is stored.
 */
export async function attach(
  repository: Repository,
  subject: Descriptor,
  plan: readonly PlannedArtifact[],
  options: {
    readonly ifExists: 'skip' | 'append'
    readonly dryRun: boolean
    readonly open: (file: AttachedFile) => Content
  },
): Promise<AttachResult> {
  const existing = await findExisting(repository, subject, plan, options.ifExists)
  const missing = plan.filter((artifact) => !existing.found.has(artifact))
  const listed =
    missing.length > 0 && !options.dryRun
      ? await push(repository, subject, missing, options.open)
      : undefined
  const artifacts = plan.map((artifact): AttachedArtifact => {
    const found = existing.found.get(artifact)
    if (found) return { ...artifact, ...found, status: 'exists' }
    return listed
      ? { ...artifact, status: 'pushed', via: listed.via }
      : { ...artifact, status: 'planned' }
  })
  const referrers = listed?.referrers ?? existing.referrers
  return { artifacts, ...(referrers && { referrers }) }
}

async function push(
  repository: Repository,
  subject: Descriptor,
  artifacts: readonly PlannedArtifact[],
  open: (file: AttachedFile) => Content,
): Promise<Listed> {
  const contents = new Map<Digest, Content>()
  if (artifacts.some(({ manifest }) => manifest.value.kind === 'image')) {
    contents.set(
      emptyConfig.descriptor.digest,
      contentOfBytes(emptyConfig.bytes, emptyConfig.descriptor.mediaType),
    )
  }
  for (const file of artifacts.flatMap(({ files }) => files)) contents.set(file.digest, open(file))
  await Promise.all([...contents.values()].map((content) => repository.pushBlob(content)))
  const manifests = [
    ...new Map(artifacts.map(({ manifest }) => [manifest.descriptor.digest, manifest])).values(),
  ]
  await Promise.all(manifests.map((manifest) => repository.pushManifest(manifest)))
  return repository.ensureListed(subject, manifests)
}
