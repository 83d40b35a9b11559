import { CREATED_NAMES, newestFirst, TITLE } from '../oci/annotations.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode } from '../oci/error.ts'
import { artifactTypeOf, filesOf, type Manifest } from '../oci/manifest.ts'
import type { Referrers, ReferrersSource } from '../repository/referrers.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import type { PlannedArtifact } from './plan.ts'

/** What a repository has of a plan. */
export interface Existing {
  readonly found: ReadonlyMap<
    PlannedArtifact,
    { manifest: Encoded<Manifest>; via: ReferrersSource }
  >
  readonly referrers?: Referrers
}

/**
 * An artifact can only be there if all of its blobs are, and a first attach asks for those while
 * the subject is resolved: the list is read only where they are.
 */
export async function findExisting(
  repository: RepositoryReader,
  subject: Descriptor,
  plan: readonly PlannedArtifact[],
  ifExists: 'skip' | 'append',
): Promise<Existing> {
  const possible = await Promise.all(
    plan.map(async ({ files }) =>
      (await Promise.all(files.map((file) => repository.hasBlob(file)))).every(Boolean),
    ),
  )
  if (!possible.includes(true)) return { found: new Map() }
  const referrers = await repository.listReferrers(subject)
  const manifests = await fetchListed(repository, subject, referrers)
  const found = new Map(
    plan.flatMap((artifact) => {
      const same = manifests.filter(({ manifest }) =>
        ifExists === 'skip'
          ? isSameArtifact(manifest.value, artifact.manifest.value)
          : manifest.descriptor.digest === artifact.manifest.descriptor.digest,
      )
      const [newest] = same.sort((a, b) =>
        newestFirst(a.manifest.value.annotations, b.manifest.value.annotations),
      )
      return newest ? [[artifact, newest] as const] : []
    }),
  )
  return { found, referrers }
}

async function fetchListed(
  repository: RepositoryReader,
  subject: Descriptor,
  referrers: Referrers,
): Promise<{ manifest: Encoded<Manifest>; via: ReferrersSource }[]> {
  const fetched = await Promise.all(
    referrers.map(async ({ descriptor, sources }) => {
      try {
        const manifest = await repository.fetchManifest(descriptor)
        const via = sources[0]
        return via && manifest.value.subject?.digest === subject.digest ? [{ manifest, via }] : []
      } catch (error) {
        if (hasCode(error, 'MANIFEST_UNKNOWN')) return []
        throw error
      }
    }),
  )
  return fetched.flat()
}

/** Tells whether two manifests are the same artifact: type, files and annotations but for the time of creation. */
export function isSameArtifact(a: Manifest, b: Manifest): boolean {
  return identity(a) === identity(b)
}

function identity(manifest: Manifest): string {
  const annotations = Object.entries(manifest.annotations ?? {})
    .filter(([key]) => !CREATED_NAMES.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const files = filesOf(manifest).map(({ digest, mediaType, annotations: own }) => [
    digest,
    mediaType,
    own?.[TITLE],
  ])
  return JSON.stringify([artifactTypeOf(manifest), files, annotations])
}
