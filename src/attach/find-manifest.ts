import type { Encoded } from '../oci/encoded.ts'
import { hasCode } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import type { TagOrDigest } from '../oci/reference.ts'
import type { RepositoryReader } from '../repository/repository.ts'

/**
 * Returns the manifest that the tag or digest names; undefined if there is none, or no repository yet.
 * Throws whatever else the repository throws.
 */
export async function findManifest(
  reader: RepositoryReader,
  target: TagOrDigest,
): Promise<Encoded<Manifest> | undefined> {
  try {
    return await reader.fetchManifest(await reader.resolve(target))
  } catch (error) {
    if (hasCode(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN')) return undefined
    throw error
  }
}
