import { resolve } from 'node:path'
import { createLimit } from '../concurrency.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { formatRepository, type TagOrDigest } from '../oci/reference.ts'
import type { Repository, RepositoryWriter } from '../repository/repository.ts'
import { hasBlob, readBlob, writeBlob } from './blobs.ts'
import { createIndexFile, type IndexFile } from './index-file.ts'
import {
  entryOf,
  type IndexJson,
  tagged,
  taggedExactly,
  tagsOf,
  withEntries,
  withTag,
} from './index-json.ts'
import { requireLayout } from './layout-file.ts'
import { manifestReader, type ReadManifest, requireBlobs, writeManifest } from './manifests.ts'
import { createLayoutReferrers, type LayoutReferrers } from './referrers.ts'

/** Writers hold the lock for milliseconds: whoever waits this long waits for nobody. */
const LOCK_WAIT_MS = 30_000
/**
 * Manifests and blobs read or written at once, each with up to two open files: macOS lets a process
 * have 256 (launchctl limit), and a disk gains nothing from more.
 */
const FILES_AT_ONCE = 32
/** As many tags or digests as are helpful in an error. */
const MAX_SHOWN = 5

export interface LayoutOptions {
  /** With `read`, nothing is ever written. */
  readonly access: 'read' | 'write'
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly lockWaitMs?: number
  /** Ends that waiting with CANCELLED. */
  readonly signal?: AbortSignal
}

/**
 * Returns the OCI image layout in the directory (image-spec v1.1.1, Image Layout).
 * Throws LAYOUT_INVALID if there is none, or one of a version other than 1.0.0.
 */
export async function openLayout(path: string, options: LayoutOptions): Promise<Repository> {
  const root = resolve(path)
  const file = createIndexFile(root, options.lockWaitMs ?? LOCK_WAIT_MS, options.signal)
  await requireLayout(root)
  await file.read()
  const readManifest = manifestReader(root)
  const lists = createLayoutReferrers(root, file, readManifest)
  const limited = createLimit(FILES_AT_ONCE)
  const writer = options.access === 'write' ? writerTo(root, file, lists) : refusingWriter(root)
  return {
    name: formatRepository({ kind: 'oci-layout', path }),
    async resolve(target: TagOrDigest): Promise<Descriptor> {
      const index = await file.read()
      const { digest, mediaType } =
        'tag' in target
          ? soleTagged(index, target.tag)
          : { ...entryOf(index, target.digest), digest: target.digest }
      return (await fetchManifest(readManifest, file, digest, mediaType)).descriptor
    },
    fetchManifest: ({ digest, mediaType }) =>
      limited(() => fetchManifest(readManifest, file, digest, mediaType)),
    findTagged: (tag) => limited(() => findTagged(readManifest, file, tag)),
    fetchBlob: (target) => readBlob(root, target),
    hasBlob: (target) => hasBlob(root, target),
    listReferrers: (subject) => limited(() => lists.list(subject)),
    listOrasReferrers: async () => [],
    pushBlob: (content) => limited(() => writer.pushBlob(content)),
    pushManifest: (manifest, tag) => limited(() => writer.pushManifest(manifest, tag)),
    ensureListed: writer.ensureListed,
    confirmListed: writer.confirmListed,
  }
}

function writerTo(root: string, file: IndexFile, lists: LayoutReferrers): RepositoryWriter {
  return {
    pushBlob: (content) => writeBlob(root, content),
    async pushManifest(manifest: Encoded<Manifest>, tag?: string): Promise<void> {
      await requireBlobs(root, manifest.value)
      await writeManifest(root, manifest)
      const { descriptor } = manifest
      if (tag !== undefined) await file.update((index) => withTag(index, descriptor, tag))
      // A referrer gets its entry with the others of its batch, when it is listed.
      else if (!manifest.value.subject)
        await file.update((index) => withEntries(index, [descriptor]))
    },
    ensureListed: (subject, referrers) => lists.ensureListed(subject, referrers),
    // Whoever writes to the layout holds its lock.
    confirmListed: async () => 'intact',
  }
}

function refusingWriter(root: string): RepositoryWriter {
  const refuse = async (): Promise<never> => {
    throw new OciError('DENIED', `${root} was opened for reading`)
  }
  return { pushBlob: refuse, pushManifest: refuse, ensureListed: refuse, confirmListed: refuse }
}

async function fetchManifest(
  readManifest: ReadManifest,
  file: IndexFile,
  digest: Digest,
  mediaType?: string,
): Promise<Encoded<Manifest>> {
  const manifest = await readManifest(digest, mediaType)
  if (manifest) return manifest
  const what = `the layout has no manifest ${digest}`
  throw new OciError('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(await file.read()) })
}

async function findTagged(
  readManifest: ReadManifest,
  file: IndexFile,
  tag: string,
): Promise<Encoded<Manifest> | undefined> {
  const index = await file.read()
  if (taggedExactly(index, tag).length === 0) return undefined
  const { digest, mediaType } = soleTagged(index, tag)
  return fetchManifest(readManifest, file, digest, mediaType)
}

/** Several platforms' manifests may share a tag: oras takes the last, regctl the first. */
function soleTagged(index: IndexJson, tag: string): Descriptor {
  const entries = tagged(index, tag)
  const [first] = entries
  if (!first) {
    const what = `the layout has no tag ${JSON.stringify(tag)}`
    throw new OciError('MANIFEST_UNKNOWN', what, { advice: adviceOnTags(index) })
  }
  const digests = new Set(entries.map(({ digest }) => digest))
  if (digests.size === 1) return first
  const what = `${digests.size} manifests in the layout have the tag ${tag}`
  const some = [...digests].slice(0, MAX_SHOWN).join(', ')
  const advice = `Name the one that is meant by its digest: ${some}.`
  throw new OciError('MANIFEST_UNKNOWN', what, { advice })
}

function adviceOnTags(index: IndexJson): string {
  const tags = tagsOf(index).filter((tag) => !isOfEvidence(tag))
  if (tags.length === 0) return 'The layout has no tags: name a manifest by its digest.'
  const more = tags.length > MAX_SHOWN ? ` and ${tags.length - MAX_SHOWN} more` : ''
  return `Its tags are ${tags.slice(0, MAX_SHOWN).join(', ')}${more}.`
}

/** A referrers tag or one of cosign's is not what a user is looking for. */
function isOfEvidence(tag: string): boolean {
  return /^sha(256|512)-[0-9a-f]{64}(?:\.(?:sig|att|sbom))?$/.test(tag)
}
