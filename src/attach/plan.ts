import type { InspectedFile } from '../files/inspect.ts'
import { titlesOf } from '../files/title.ts'
import type { ArtifactRequest, AttachedFile, PlatformSelection } from '../job.ts'
import { TITLE } from '../oci/annotations.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Encoded } from '../oci/encoded.ts'
import { InputError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { OCTET_STREAM } from '../oci/media-types.ts'
import { packImageManifest, packOrasManifest } from '../oci/pack.ts'
import type { ReferrersSource } from '../repository/referrers.ts'

/** An artifact that is to be pushed: its manifest with the digest that it will have. */
export interface PlannedArtifact {
  readonly artifactType: string
  readonly manifest: Encoded<Manifest>
  readonly files: readonly AttachedFile[]
}

/** What became of a planned artifact. `manifest` is the one that was found, where it exists. */
export interface AttachedArtifact extends PlannedArtifact {
  readonly status: 'pushed' | 'exists' | 'planned'
  /** How it is listed as a referrer. */
  readonly via?: ReferrersSource
}

/**
 * Returns the artifacts that attaching the files to the subject, or without one pushing them, comes
 * to, in the order of the files: one for each, or a single one of all with `combine`.
 * `otherwiseCreated` (RFC 3339) is the time for what neither the request nor a document dates.
 *
 * Throws InputError (input `artifact-type`) where the type is neither given nor told by the files.
 */
export function planAttach(
  subject: Descriptor | undefined,
  files: readonly InspectedFile[],
  request: ArtifactRequest,
  otherwiseCreated: string,
): readonly PlannedArtifact[] {
  const groups = request.combine ? [files] : files.map((file) => [file])
  return groups.map((group) => planArtifact(subject, group, request, otherwiseCreated))
}

/**
 * Checks that what is attached has a type, as far as that can be known without the image: of each
 * file, and of all together where they make one artifact whatever its platform.
 *
 * Throws InputError (input `artifact-type`) as `planAttach` does, but before any request.
 */
export function requireTypes(
  files: readonly InspectedFile[],
  { artifactType, combine }: ArtifactRequest,
  platform: PlatformSelection,
): void {
  if (artifactType !== undefined) return
  for (const file of files) commonType([file])
  if (combine && platform === 'subject') commonType(files)
}

function planArtifact(
  subject: Descriptor | undefined,
  group: readonly InspectedFile[],
  request: ArtifactRequest,
  otherwiseCreated: string,
): PlannedArtifact {
  const artifactType = request.artifactType ?? commonType(group)
  const titles = titlesOf(group.map((file) => file.path))
  const files = group.map(
    (file, at): AttachedFile => ({
      path: file.path,
      title: titles[at] ?? file.path,
      mediaType: file.mediaType ?? file.document?.mediaType ?? OCTET_STREAM,
      digest: file.digest,
      size: file.size,
    }),
  )
  const pack = request.manifestFormat === 'oras-artifact' ? packOrasManifest : packImageManifest
  const manifest = pack({
    artifactType,
    files: files.map(({ mediaType, digest, size, title }) => ({
      mediaType,
      digest,
      size,
      annotations: { [TITLE]: title },
    })),
    ...(subject && { subject }),
    annotations: request.annotations,
    created: request.created ?? newestDate(group) ?? otherwiseCreated,
  })
  return { artifactType, manifest, files }
}

function newestDate(group: readonly InspectedFile[]): string | undefined {
  return group
    .flatMap(({ document }) => document?.created ?? [])
    .sort()
    .at(-1)
}

function commonType(group: readonly InspectedFile[]): string {
  const types = new Set(
    group.map((file) => {
      if (file.document) return file.document.artifactType
      throw new InputError(
        'artifact-type',
        `cannot tell what ${file.path} is from its content`,
        'Give the type by artifact-type, such as application/vnd.example.report+json.',
      )
    }),
  )
  const [only, ...others] = types
  if (only !== undefined && others.length === 0) return only
  throw new InputError(
    'artifact-type',
    `the files to combine are of several types: ${[...types].join(', ')}`,
    'Give the type of the whole by artifact-type, or attach them one by one.',
  )
}
