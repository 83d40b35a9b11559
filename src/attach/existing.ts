import { bySubject } from '../conventions/by-subject.ts'
import { type Dated, inGraphOrder } from '../graph.ts'
import { CREATED_NAMES, TITLE } from '../oci/annotations.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Encoded } from '../oci/encoded.ts'
import { artifactTypeOf, filesOf, type Manifest } from '../oci/manifest.ts'
import { mergeReferrers, type Referrers, type ReferrersSource } from '../repository/referrers.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import type { PlannedArtifact } from './plan.ts'

/** A listed manifest that is the same as a planned one. */
interface Found {
  readonly manifest: Encoded<Manifest>
  readonly via: ReferrersSource
}

/** What a repository has of a plan. */
export interface Existing {
  readonly found: ReadonlyMap<PlannedArtifact, Found>
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
  const [referrers, legacy] = await Promise.all([
    repository.listReferrers(subject),
    repository.listOrasReferrers(subject),
  ])
  const listed = await proveListed(repository, subject, mergeReferrers([referrers, legacy]))
  const key = keyOf(ifExists)
  // The last of one key stays in the map: the newest.
  const byKey = new Map(listed.sort(oldestFirst).map((each) => [key(each.manifest), each]))
  const found = plan.flatMap((artifact) => {
    const same = byKey.get(key(artifact.manifest))
    return same ? [[artifact, same] as const] : []
  })
  return { found: new Map(found), referrers }
}

/** Returns how to tell what is the same as what is to be pushed: the same artifact, or the same bytes. */
export function keyOf(ifExists: 'skip' | 'append'): (manifest: Encoded<Manifest>) => string {
  return ifExists === 'skip' ? identityOf : ({ descriptor }) => descriptor.digest
}

function oldestFirst(a: Found, b: Found): number {
  return inGraphOrder(dated(b.manifest), dated(a.manifest))
}

function dated({ value, descriptor }: Encoded<Manifest>): Dated {
  const { annotations } = value
  return { digest: descriptor.digest, ...(annotations && { annotations }) }
}

async function proveListed(
  repository: RepositoryReader,
  subject: Descriptor,
  referrers: Referrers,
): Promise<Found[]> {
  const proven = await Promise.all(
    referrers.map(async (referrer) => {
      const proof = await bySubject(repository, subject, referrer).prove()
      const [via] = referrer.sources
      return via && 'manifest' in proof ? [{ manifest: proof.manifest, via }] : []
    }),
  )
  return proven.flat()
}

/**
 * Returns what makes a manifest the artifact that it is: type, files and annotations but for the time
 * of creation. Two manifests are the same artifact if theirs are equal.
 */
export function identityOf({ value: manifest }: Encoded<Manifest>): string {
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
