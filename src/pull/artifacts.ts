import { mapConcurrently } from '../concurrency.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { artifactTypeOf, filesOf } from '../oci/manifest.ts'
import { isManifestMediaType } from '../oci/media-types.ts'
import type { Names } from '../oci/title.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import { type Selection, shortDigest } from './select.ts'

/** A manifest with the files that it has. */
export interface Artifact {
  /** Where its files can be fetched. */
  readonly reader: RepositoryReader
  /** `registry/repository@digest`, or `oci-layout://PATH@digest`. */
  readonly reference: string
  readonly digest: Digest
  readonly artifactType?: string
  readonly folder: Names
  readonly files: readonly Descriptor[]
}

export interface ReadOptions {
  /** Most manifests read at once, of one repository. */
  readonly concurrency: number
  readonly onWarning: (message: string) => void
}

/** An index of an artifact names some platforms or parts; this many entries are an attack. */
export const MAX_ENTRIES = 10_000
/** An index in an index is rare already. */
export const MAX_INDEX_LEVELS = 4

/**
 * Returns the artifacts that the selected manifests are, in their order. An index has no files
 * itself: the manifests that it names stand for it, each with a folder of its own, its short digest,
 * in the index's. An entry of it that is no manifest is left out with a warning (image-spec v1.1.1,
 * Image Index: an unknown media type must not be an error).
 *
 * Throws LIMIT_EXCEEDED beyond MAX_ENTRIES or MAX_INDEX_LEVELS, and whatever the repository throws:
 * a manifest that is gone is an error.
 */
export async function readArtifacts(
  reader: RepositoryReader,
  selections: readonly Selection[],
  { concurrency, onWarning }: ReadOptions,
): Promise<readonly Artifact[]> {
  let entries = 0
  return readAll(selections, 0)

  async function readAll(
    wanted: readonly Selection[],
    level: number,
  ): Promise<readonly Artifact[]> {
    return (await mapConcurrently(wanted, concurrency, (each) => read(each, level))).flat()
  }

  async function read(selection: Selection, level: number): Promise<readonly Artifact[]> {
    const { value: manifest, descriptor } = await reader.fetchManifest(selection.descriptor)
    const { digest } = descriptor
    const { folder } = selection
    const reference = `${reader.name}@${digest}`
    if (manifest.kind === 'index') {
      entries += manifest.manifests.length
      if (entries > MAX_ENTRIES) throw tooMuch(`more than ${MAX_ENTRIES} manifests`)
      if (level === MAX_INDEX_LEVELS) throw tooMuch(`more than ${MAX_INDEX_LEVELS} levels`)
      return readAll(selectionsOf(manifest.manifests, folder, reference), level + 1)
    }
    const artifactType = artifactTypeOf(manifest)
    return [
      {
        reader,
        reference,
        digest,
        ...(artifactType && { artifactType }),
        folder,
        files: filesOf(manifest),
      },
    ]
  }

  function selectionsOf(
    manifests: readonly Descriptor[],
    folder: Names,
    reference: string,
  ): readonly Selection[] {
    return manifests.flatMap((descriptor) => {
      const { digest, mediaType } = descriptor
      if (isManifestMediaType(mediaType)) {
        return [{ descriptor, folder: [...folder, shortDigest(digest)] }]
      }
      onWarning(`${digest} in the index ${reference} is not pulled: it is no manifest`)
      return []
    })
  }
}

function tooMuch(what: string): OciError {
  return new OciError('LIMIT_EXCEEDED', `the indexes to pull have ${what}`, {
    advice: 'Name the manifests that are wanted by their digests, one by one.',
  })
}
