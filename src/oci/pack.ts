import { type Annotations, CREATED, ORAS_ARTIFACT_CREATED } from './annotations.ts'
import { type Descriptor, subjectDescriptor } from './descriptor.ts'
import { parseDigest } from './digest.ts'
import { decodeManifest, type Encoded, encodeJson } from './encoded.ts'
import type { JsonObject } from './json.ts'
import type { Manifest } from './manifest.ts'
import { requirePushable } from './manifest-size.ts'
import { OCI_EMPTY, OCI_IMAGE_MANIFEST, ORAS_ARTIFACT_MANIFEST } from './media-types.ts'

/** The config of an artifact that has none; its blob must be pushed all the same. */
export const emptyConfig = {
  bytes: new TextEncoder().encode('{}'),
  descriptor: {
    mediaType: OCI_EMPTY,
    digest: parseDigest('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
    size: 2,
    data: 'e30=',
  },
} as const

/** An artifact, in terms that every manifest format has. */
export interface Artifact {
  readonly artifactType: string
  readonly files: readonly Descriptor[]
  readonly subject?: Descriptor
  /** Without the time of creation, whose name depends on the format. */
  readonly annotations: Annotations
  /** RFC 3339. */
  readonly created: string
}

/**
 * Returns the artifact as an OCI image manifest with the empty config (image-spec v1.1.1,
 * Guidelines for Artifact Usage). `mediaType` is always there, since Amazon ECR refuses a manifest
 * without it; keys stand in a fixed order, so the same artifact always has the same digest.
 */
export function packImageManifest(artifact: Artifact): Encoded<Manifest> {
  return pack({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType: artifact.artifactType,
    config: emptyConfig.descriptor,
    layers: artifact.files,
    ...subjectOf(artifact),
    annotations: sorted({ ...artifact.annotations, [CREATED]: artifact.created }),
  })
}

/**
 * Returns the artifact as an ORAS artifact manifest (oras-project/artifacts-spec v1.0.0-rc.2), for
 * registries that list referrers of this type alone. Throws LIMIT_EXCEEDED as packImageManifest does.
 */
export function packOrasManifest(artifact: Artifact): Encoded<Manifest> {
  return pack({
    mediaType: ORAS_ARTIFACT_MANIFEST,
    artifactType: artifact.artifactType,
    blobs: artifact.files,
    ...subjectOf(artifact),
    annotations: sorted({ ...artifact.annotations, [ORAS_ARTIFACT_CREATED]: artifact.created }),
  })
}

function subjectOf({ subject }: Artifact): JsonObject {
  return subject ? { subject: subjectDescriptor(subject) } : {}
}

function pack(manifest: JsonObject & { readonly mediaType: string }): Encoded<Manifest> {
  const { bytes, descriptor } = encodeJson(manifest)
  requirePushable(
    bytes,
    'the manifest of the artifact',
    'Attach fewer files to one artifact, or shorter annotations.',
  )
  return decodeManifest(bytes, descriptor)
}

function sorted(annotations: Annotations): Annotations {
  return Object.fromEntries(Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1)))
}
