import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { Digest } from '../../src/oci/digest.ts'
import type { Encoded } from '../../src/oci/encoded.ts'
import { OciError } from '../../src/oci/error.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import type { Referrers } from '../../src/repository/referrers.ts'
import type { RepositoryReader } from '../../src/repository/repository.ts'

/** A reader that says what a test wants, true or not, and notes what it is asked. */
export interface HostileReader extends RepositoryReader {
  /** `fetch` or `list` and the digest. */
  readonly notes: readonly string[]
}

/** Returns a reader of these manifests and lists alone; nothing is verified. */
export function readerOf(
  manifests: readonly Encoded<Manifest>[],
  lists: ReadonlyMap<Digest, Referrers | OciError>,
): HostileReader {
  const notes: string[] = []
  return {
    name: 'registry.test/app',
    notes,
    async fetchManifest({ digest }) {
      notes.push(`fetch ${digest}`)
      const found = manifests.find(({ descriptor }) => descriptor.digest === digest)
      if (!found) throw new OciError('MANIFEST_UNKNOWN', `${digest} is gone`)
      return found
    },
    async listReferrers({ digest }) {
      notes.push(`list ${digest}`)
      const list = lists.get(digest) ?? []
      if (list instanceof OciError) throw list
      return list
    },
    findTagged: async () => undefined,
    listOrasReferrers: async () => [],
    resolve: unexpected,
    fetchBlob: unexpected,
    hasBlob: unexpected,
  }
}

/** Returns a list of the descriptors, as the referrers API gives it. */
export function listed(...descriptors: readonly Descriptor[]): Referrers {
  return descriptors.map((descriptor) => ({ descriptor, sources: ['referrers-api'] }))
}

async function unexpected(): Promise<never> {
  throw new Error('not part of this test')
}
