/** Media types of manifests, by the specification or the client that defines them. */
export const OCI_IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const OCI_IMAGE_INDEX = 'application/vnd.oci.image.index.v1+json'
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'
export const DOCKER_MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
/** Of OCI 1.1-rc1 and rc2 only; still stored by registries that took it then. */
export const OCI_ARTIFACT_MANIFEST = 'application/vnd.oci.artifact.manifest.v1+json'
export const ORAS_ARTIFACT_MANIFEST = 'application/vnd.cncf.oras.artifact.manifest.v1+json'

export const OCI_IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json'
export const DOCKER_IMAGE_CONFIG = 'application/vnd.docker.container.image.v1+json'
export const OCI_EMPTY = 'application/vnd.oci.empty.v1+json'
export const OCTET_STREAM = 'application/octet-stream'

/**
 * Every manifest type this client can read, for Accept: Azure Container Registry answers 404 for a
 * manifest whose type is not listed (google/go-containerregistry#1697).
 */
export const MANIFEST_MEDIA_TYPES = [
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
  DOCKER_MANIFEST_LIST,
  DOCKER_MANIFEST,
  OCI_ARTIFACT_MANIFEST,
  ORAS_ARTIFACT_MANIFEST,
] as const

export type ManifestMediaType = (typeof MANIFEST_MEDIA_TYPES)[number]

/** Tells whether the media type is that of a manifest this client can read. */
export function isManifestMediaType(mediaType: string): mediaType is ManifestMediaType {
  return MANIFEST_MEDIA_TYPES.some((known) => known === mediaType)
}

const name = '[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}'
const grammar = new RegExp(`^${name}/${name}$`)

/**
 * Tells whether the text is a media type as an artifact type must be: type and subtype by RFC 6838,
 * section 4.2, without parameters (Amazon ECR refuses those, aws/containers-roadmap#2306).
 */
export function isMediaType(text: string): boolean {
  return grammar.test(text)
}

/** Returns a Content-Type without its parameters, in lower case. */
export function withoutParameters(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}
