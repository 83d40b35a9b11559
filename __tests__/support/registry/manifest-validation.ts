import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { decodeManifest } from '../../../src/oci/encoded.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { JsonObject } from '../../../src/oci/json.ts'
import type { Manifest } from '../../../src/oci/manifest.ts'
import type { RegistryContext } from './context.ts'
import { type Answer, type Incoming, specError } from './exchange.ts'

/**
 * Returns why a manifest of the media type is refused, or undefined: it is none, or something that
 * it consists of is not in the repository. The subject need not be there (distribution-spec v1.1.1,
 * Pushing Manifests), nor layers that may not be distributed.
 */
export function checkManifest(
  { store, quirks }: RegistryContext,
  { body }: Incoming,
  name: string,
  mediaType: string,
): Answer | undefined {
  const manifest = decode(body, mediaType)
  if (manifest instanceof OciError) return specError(400, manifest.code, manifest.message)
  const { validation, artifactManifests, subject: subjects } = quirks.manifests ?? {}
  if (artifactManifests !== undefined && manifest.kind === 'artifact') {
    return validation === 'ecr' ? ecrRefusal : unsupportedType(artifactManifests)
  }
  if (validation === 'ecr' && !satisfiesEcr(manifest, body)) return ecrRefusal
  const repository = store.repositories.get(name)
  const { subject } = manifest
  if (subjects === 'must-exist' && subject && !repository?.manifests.has(subject.digest)) {
    return specError(400, 'MANIFEST_BLOB_UNKNOWN', `subject unknown: ${subject.digest}`)
  }
  const missing =
    manifest.kind === 'index'
      ? manifest.manifests.filter(({ digest }) => !repository?.manifests.has(digest))
      : blobsOf(manifest).filter(({ digest }) => !repository?.blobs.has(digest))
  const [first] = missing
  return first && specError(400, 'MANIFEST_BLOB_UNKNOWN', `blob unknown: ${first.digest}`)
}

const ecrRefusal = specError(
  405,
  'UNSUPPORTED',
  "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
)

function unsupportedType(status: number): Answer {
  return specError(status, 'MANIFEST_INVALID', 'unsupported manifest media type')
}

function decode(bytes: Uint8Array, mediaType: string): Manifest | OciError {
  try {
    const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length }
    return decodeManifest(bytes, descriptor).value
  } catch (error) {
    if (error instanceof OciError) return error
    throw error
  }
}

function blobsOf(manifest: Manifest): readonly Descriptor[] {
  switch (manifest.kind) {
    case 'image':
      return [manifest.config, ...manifest.layers].filter(isDistributable)
    case 'artifact':
      return manifest.blobs
    case 'index':
      return []
  }
}

function isDistributable({ mediaType }: Descriptor): boolean {
  return !/nondistributable|\.foreign\./.test(mediaType)
}

function satisfiesEcr(manifest: Manifest, bytes: Uint8Array): boolean {
  const { mediaType }: JsonObject = JSON.parse(new TextDecoder().decode(bytes))
  const types = blobsOf(manifest).map((blob) => blob.mediaType)
  const layered = manifest.kind !== 'image' || manifest.layers.length > 0
  const parameters = [...types, manifest.artifactType ?? ''].some((type) => type.includes(';'))
  return mediaType !== undefined && layered && !parameters
}
