import type { Digest } from '../oci/digest.ts'
import { decodeManifest, type Encoded, verifyDigest } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import { filesOf, type Manifest } from '../oci/manifest.ts'
import { MAX_MANIFEST_BYTES } from '../oci/manifest-size.ts'
import { isManifestMediaType } from '../oci/media-types.ts'
import { contentOfBytes } from '../repository/content.ts'
import { createManifestBudget } from '../repository/manifest-budget.ts'
import { hasBlob, writeBlob } from './blobs.ts'
import { blobNames, readFileInside } from './paths.ts'
import { statedType } from './stated-type.ts'

/** Reads the manifests of a layout. */
export type ReadManifest = (
  digest: Digest,
  givenType?: string,
) => Promise<Encoded<Manifest> | undefined>

/**
 * Returns what reads the manifests of the layout, as many as a run may read. It returns the manifest with
 * the digest exactly as stored, or undefined if it is absent. Its type is the given one, where that is a
 * manifest's; else what it says of itself, or is by its shape.
 *
 * It throws DIGEST_INVALID if the bytes are not the digest's, MANIFEST_INVALID if they are not of the
 * type, MANIFEST_UNKNOWN if they are not a manifest at all, LIMIT_EXCEEDED, LAYOUT_INVALID.
 */
export function manifestReader(root: string): ReadManifest {
  const budget = createManifestBudget(root, 'Split it: a layout is read as a whole.')
  return async (digest, givenType = '') => {
    const bytes = await readFileInside(root, blobNames(digest), MAX_MANIFEST_BYTES)
    if (!bytes) return undefined
    verifyDigest(bytes, digest)
    const mediaType = isManifestMediaType(givenType) ? givenType : statedType(bytes)
    if (!mediaType) throw notAManifest(digest)
    const manifest = decodeManifest(bytes, { mediaType, digest, size: bytes.length })
    budget.spend(manifest)
    return manifest
  }
}

/** Stores the manifest's exact bytes. Throws DIGEST_INVALID if they are not the descriptor's. */
export async function writeManifest(root: string, manifest: Encoded<Manifest>): Promise<void> {
  const { mediaType } = manifest.descriptor
  const content = contentOfBytes(manifest.bytes, mediaType)
  await writeBlob(root, { ...content, descriptor: manifest.descriptor })
}

/**
 * Throws MANIFEST_BLOB_UNKNOWN unless the layout has what the manifest consists of. The manifests
 * of an index may be elsewhere (image-spec v1.1.1, Image Layout, Blobs).
 */
export async function requireBlobs(root: string, manifest: Manifest): Promise<void> {
  const config = manifest.kind === 'image' ? [manifest.config] : []
  for (const blob of [...config, ...filesOf(manifest)]) {
    if (await hasBlob(root, blob)) continue
    throw new OciError(
      'MANIFEST_BLOB_UNKNOWN',
      `the manifest needs the blob ${blob.digest}, which the layout does not have`,
    )
  }
}

function notAManifest(digest: Digest): OciError {
  return new OciError('MANIFEST_UNKNOWN', `${digest} is a blob, not a manifest`, {
    advice: 'Name the manifest of the image or artifact, not one of its files.',
  })
}
