import type { PullRequest } from '../job.ts'
import { TITLE } from '../oci/annotations.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import { algorithmOf } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { OCI_EMPTY } from '../oci/media-types.ts'
import { emptyConfig } from '../oci/pack.ts'
import { type Names, nameKey, parseTitle, problemOf } from '../oci/title.ts'
import type { Artifact } from './artifacts.ts'
import { extensionOf } from './extension.ts'
import { shortDigest } from './select.ts'

/** What lists the pulled files, in the directory that they are in. */
export const LISTING = 'pulled.json'

/** A file to pull. */
export interface PlannedFile {
  readonly artifact: Artifact
  readonly descriptor: Descriptor
  /** Its title, or the name that stands in for one. */
  readonly title: string
  readonly names: Names
}

/**
 * Returns where each file of the artifacts goes, in their order; of a manifest that stands there
 * twice, once. Files of the same content and name are one, as the layers of a cosign image that is
 * signed twice.
 *
 * Throws TITLE_INVALID for a title, or an artifact type, that names no safe path, and for two files
 * of which one would be in the place of the other; LIMIT_EXCEEDED beyond the limits of the request;
 * DIGEST_INVALID for a file that cannot be verified.
 */
export function planPull(
  artifacts: readonly Artifact[],
  limits: Pick<PullRequest, 'maxFiles' | 'maxBytes'>,
): readonly PlannedFile[] {
  const once = new Map(artifacts.toReversed().map((artifact) => [artifact.digest, artifact]))
  const files = artifacts
    .filter((artifact) => once.get(artifact.digest) === artifact)
    .flatMap((artifact) =>
      artifact.files
        .filter((descriptor) => !isNothing(descriptor))
        .map((descriptor) => planFile(artifact, descriptor)),
    )
  requireLimits(files, limits)
  return withoutRepeated(files)
}

/** The empty descriptor stands for no content at all (image-spec v1.1.1, Guidance for an Empty Descriptor). */
function isNothing({ mediaType, digest, annotations }: Descriptor): boolean {
  const isEmpty = mediaType === OCI_EMPTY && digest === emptyConfig.descriptor.digest
  return isEmpty && !annotations?.[TITLE]
}

function planFile(artifact: Artifact, descriptor: Descriptor): PlannedFile {
  const { reference, folder } = artifact
  const { digest, mediaType, annotations } = descriptor
  // What cannot be verified has an encoded part of another form, too.
  algorithmOf(digest)
  for (const name of folder) {
    const problem = problemOf(name)
    if (problem) throw invalid(`the artifact type of ${reference} makes no folder: ${problem}`)
  }
  const title = annotations?.[TITLE] || `${shortDigest(digest)}.${extensionOf(mediaType)}`
  const parsed = parseTitle(title)
  if ('names' in parsed) {
    return { artifact, descriptor, title, names: [...folder, ...parsed.names] }
  }
  throw invalid(`${reference} has a file titled ${excerpt(title)}: ${parsed.problem}`)
}

function requireLimits(
  files: readonly PlannedFile[],
  { maxFiles, maxBytes }: Pick<PullRequest, 'maxFiles' | 'maxBytes'>,
): void {
  if (files.length > maxFiles) {
    throw tooMuch(`${files.length} files are to be pulled, more than ${maxFiles}`, 'files')
  }
  const bytes = files.reduce((sum, { descriptor }) => sum + descriptor.size, 0)
  if (bytes > maxBytes) {
    throw tooMuch(`${bytes} bytes are to be pulled, more than ${maxBytes}`, 'bytes')
  }
}

/** Folders and files by their keys, to find what would be in the place of something else. */
function withoutRepeated(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const taken = new Map<string, PlannedFile | 'listing' | 'folder'>([[nameKey(LISTING), 'listing']])

  return files.filter((file) => {
    const keys = file.names.map((_, at) =>
      file.names
        .slice(0, at + 1)
        .map(nameKey)
        .join('/'),
    )
    const own = keys.at(-1) ?? ''
    for (const folder of keys.slice(0, -1)) {
      const there = taken.get(folder) ?? 'folder'
      if (there !== 'folder') throw clash(file, there)
      taken.set(folder, there)
    }
    const there = taken.get(own)
    if (there === undefined) {
      taken.set(own, file)
      return true
    }
    if (typeof there === 'object' && isSame(there, file)) return false
    throw clash(file, there)
  })
}

function isSame(a: PlannedFile, b: PlannedFile): boolean {
  return a.names.join('/') === b.names.join('/') && a.descriptor.digest === b.descriptor.digest
}

function clash(
  { artifact, title }: PlannedFile,
  there: PlannedFile | 'listing' | 'folder',
): OciError {
  const others = {
    listing: `the place of ${LISTING}, which lists what is pulled`,
    folder: 'the place of a folder of other files',
  }
  const place =
    typeof there === 'string'
      ? others[there]
      : `the place of ${excerpt(there.title)} of ${there.artifact.reference}`
  return invalid(`${artifact.reference} has a file titled ${excerpt(title)}: it takes ${place}`)
}

function invalid(what: string): OciError {
  return new OciError('TITLE_INVALID', what, {
    advice:
      'Nothing was written. Ask whoever attached it for another title, or select other artifacts by artifact-type.',
  })
}

function tooMuch(what: string, limit: 'files' | 'bytes'): OciError {
  return new OciError('LIMIT_EXCEEDED', what, {
    advice: `Nothing was written. Select less by artifact-type, or raise the limit by pull-max-${limit}.`,
  })
}

/** Enough of a title to recognise it by. */
function excerpt(title: string): string {
  return JSON.stringify(title.length > 200 ? `${title.slice(0, 200)}…` : title)
}
