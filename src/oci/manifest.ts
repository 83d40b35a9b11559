import type { Annotations } from './annotations.ts'
import {
  type Descriptor,
  isEmptyDescriptor,
  parseAnnotations,
  parseDescriptor,
} from './descriptor.ts'
import { OciError } from './error.ts'
import { arrayOrEmpty, isObject, type JsonObject, optionalString } from './json.ts'
import {
  DOCKER_IMAGE_CONFIG,
  DOCKER_MANIFEST,
  DOCKER_MANIFEST_LIST,
  isManifestMediaType,
  OCI_ARTIFACT_MANIFEST,
  OCI_EMPTY,
  OCI_IMAGE_CONFIG,
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
  ORAS_ARTIFACT_MANIFEST,
} from './media-types.ts'

interface Common {
  readonly artifactType?: string
  readonly subject?: Descriptor
  readonly annotations?: Annotations
}

/** An image or an artifact with a config and layers (image-spec v1.1.1, Image Manifest). */
export interface ImageManifest extends Common {
  readonly kind: 'image'
  readonly mediaType: typeof OCI_IMAGE_MANIFEST | typeof DOCKER_MANIFEST
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

/** A list of manifests, such as a multi-platform image (image-spec v1.1.1, Image Index). */
export interface ImageIndex extends Common {
  readonly kind: 'index'
  readonly mediaType: typeof OCI_IMAGE_INDEX | typeof DOCKER_MANIFEST_LIST
  readonly manifests: readonly Descriptor[]
}

/** The artifact manifests of OCI 1.1-rc1/rc2 and of ORAS: blobs, no config. */
export interface ArtifactManifest extends Common {
  readonly kind: 'artifact'
  readonly mediaType: typeof OCI_ARTIFACT_MANIFEST | typeof ORAS_ARTIFACT_MANIFEST
  readonly blobs: readonly Descriptor[]
}

export type Manifest = ImageManifest | ImageIndex | ArtifactManifest

/**
 * Returns the JSON value as a manifest of the media type that it was fetched as.
 *
 * Throws MANIFEST_INVALID if the value says another type, mixes the properties of two kinds (it
 * would be read differently by different clients, CVE-2021-41190) or lacks a required property.
 */
export function parseManifest(value: unknown, mediaType: string): Manifest {
  if (!isObject(value)) throw invalid('is not a JSON object')
  if (!isManifestMediaType(mediaType)) {
    throw invalid(`has an unknown media type: ${excerpt(mediaType)}`)
  }
  const stated = optionalString(value, 'mediaType', 'manifest')
  if (stated !== undefined && stated !== mediaType) {
    throw invalid(`says it is ${excerpt(stated)}, but was given as ${mediaType}`)
  }
  const common = parseCommon(value)
  switch (mediaType) {
    case OCI_IMAGE_MANIFEST:
    case DOCKER_MANIFEST:
      refuse(value, 'manifests', 'blobs')
      return {
        kind: 'image',
        mediaType,
        ...common,
        config: parseDescriptor(value['config'], 'config'),
        layers: parseDescriptors(value, 'layers'),
      }
    case OCI_IMAGE_INDEX:
    case DOCKER_MANIFEST_LIST:
      refuse(value, 'config', 'layers', 'blobs')
      return {
        kind: 'index',
        mediaType,
        ...common,
        manifests: parseEntries(value),
      }
    case OCI_ARTIFACT_MANIFEST:
    case ORAS_ARTIFACT_MANIFEST:
      refuse(value, 'config', 'layers', 'manifests')
      return { kind: 'artifact', mediaType, ...common, blobs: parseDescriptors(value, 'blobs') }
  }
}

/** Returns the blobs that carry the manifest's files; an index has none. */
export function filesOf(manifest: Manifest): readonly Descriptor[] {
  switch (manifest.kind) {
    case 'image':
      return manifest.layers
    case 'artifact':
      return manifest.blobs
    case 'index':
      return []
  }
}

const plainConfigs: readonly string[] = [OCI_IMAGE_CONFIG, DOCKER_IMAGE_CONFIG, OCI_EMPTY]

/**
 * Returns what the artifact is: its `artifactType`, else its config's media type (image-spec
 * v1.1.1, Guidelines for Artifact Usage), else, where the config is that of a plain image or empty
 * (cosign's tags, BuildKit's attestations), the first layer's media type.
 */
export function artifactTypeOf(manifest: Manifest): string | undefined {
  if (manifest.artifactType) return manifest.artifactType
  if (manifest.kind !== 'image') return undefined
  if (!plainConfigs.includes(manifest.config.mediaType)) return manifest.config.mediaType
  return manifest.layers[0]?.mediaType
}

function parseCommon(value: JsonObject): Common {
  const artifactType = optionalString(value, 'artifactType', 'manifest')
  const annotations = parseAnnotations(value, 'manifest')
  const subject = value['subject']
  return {
    ...(artifactType && { artifactType }),
    ...(subject !== undefined &&
      subject !== null && { subject: parseDescriptor(subject, 'subject') }),
    ...(annotations && { annotations }),
  }
}

function parseDescriptors(value: JsonObject, key: string): readonly Descriptor[] {
  return arrayOrEmpty(value, key, 'manifest').map((entry, at) =>
    parseDescriptor(entry, `${key}[${at}]`),
  )
}

/**
 * The list may be null, as ocimem writes an empty one, but not absent: what says nothing of its
 * entries must not pass for an empty list.
 */
function parseEntries(value: JsonObject): readonly Descriptor[] {
  if (!Object.hasOwn(value, 'manifests')) throw invalid('has no property manifests')
  const entries = arrayOrEmpty(value, 'manifests', 'manifest')
  return entries.flatMap((entry, at) =>
    isEmptyDescriptor(entry) ? [] : [parseDescriptor(entry, `manifests[${at}]`)],
  )
}

function refuse(value: JsonObject, ...keys: readonly string[]): void {
  for (const key of keys) {
    if (Object.hasOwn(value, key)) throw invalid(`must not have the property ${key}`)
  }
}

function excerpt(mediaType: string): string {
  return JSON.stringify(mediaType.slice(0, 200))
}

function invalid(what: string): OciError {
  return new OciError('MANIFEST_INVALID', `the manifest ${what}`)
}
