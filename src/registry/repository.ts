import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { TagOrDigest } from '../oci/reference.ts'
import type { Content } from '../repository/content.ts'
import type { Repository } from '../repository/repository.ts'
import { getBlob, headBlob } from './blobs.ts'
import { createManifestMemory } from './manifest-memory.ts'
import { findManifest, getManifest, putManifest } from './manifests.ts'
import { createReferrersLists } from './referrers.ts'
import type { Session } from './session.ts'
import { createUpload } from './upload.ts'

/**
 * A blob up to this size is sent without asking whether it is there: that costs no more than the
 * question does.
 */
const UNASKED_BYTES = 1024

/** Returns the repository at the session's endpoint, with nothing asked twice in a run. */
export function createRegistryRepository(session: Session): Repository {
  const { registry, repository } = session.endpoint
  const manifests = createManifestMemory(`${registry}/${repository}`)
  const presence = new Map<Digest, Promise<boolean>>()
  const upload = createUpload(session)
  const lists = createReferrersLists(session)

  function hasBlob(target: Descriptor): Promise<boolean> {
    const answer = presence.get(target.digest) ?? headBlob(session, target)
    presence.set(target.digest, answer)
    return answer
  }

  async function pushBlob(content: Content): Promise<'uploaded' | 'exists'> {
    const { digest, size } = content.descriptor
    const isAsked = size > UNASKED_BYTES || presence.has(digest)
    if (isAsked && (await hasBlob(content.descriptor))) return 'exists'
    const uploaded = upload(content).then(() => true)
    presence.set(digest, uploaded)
    await uploaded
    return 'uploaded'
  }

  return {
    name: `${registry}/${repository}`,
    async resolve(target: TagOrDigest): Promise<Descriptor> {
      return manifests.keep(await getManifest(session, target)).descriptor
    },
    async fetchManifest({ digest }: Descriptor): Promise<Encoded<Manifest>> {
      return manifests.get(digest) ?? manifests.keep(await getManifest(session, { digest }))
    },
    async findTagged(tag: string): Promise<Encoded<Manifest> | undefined> {
      const manifest = await findManifest(session, tag)
      return manifest && manifests.keep(manifest)
    },
    fetchBlob: (target) => getBlob(session, target),
    hasBlob,
    pushBlob,
    async pushManifest(manifest: Encoded<Manifest>, tag?: string): Promise<void> {
      await putManifest(session, manifest, tag)
      manifests.keep(manifest)
    },
    listReferrers: (subject) => lists.list(subject),
    listOrasReferrers: (subject) => lists.listByOras(subject),
    ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
    confirmListed: (subject, referrers, sighting) =>
      lists.confirmListed(subject, referrers, sighting),
  }
}
