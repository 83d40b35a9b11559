import { JsonSyntaxError } from '../json/syntax-error.ts'
import { REF_NAME } from '../oci/annotations.ts'
import { parseBounded } from '../oci/bounded-json.ts'
import { type Descriptor, parseDescriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { arrayOrEmpty, isObject, type JsonObject, optionalString } from '../oci/json.ts'
import { OCI_IMAGE_INDEX } from '../oci/media-types.ts'

/**
 * A layout's `index.json`: its entry points (image-spec v1.1.1, Image Layout, index.json file). What
 * this client does not know of it is kept.
 */
export interface IndexJson {
  readonly document: JsonObject
  readonly entries: readonly IndexEntry[]
}

interface IndexEntry {
  readonly descriptor: Descriptor
  /** The descriptor as the file has it. */
  readonly raw: JsonObject
}

/**
 * Values of the file, on all levels: more than the four hundred thousand entries have that the largest one
 * can hold. `JSON.parse` would make gigabytes of the two bytes of each `{}`.
 */
export const MAX_INDEX_VALUES = 2_500_000

/**
 * Returns the file's content. Throws LAYOUT_INVALID if it is not an image index, never "empty"; also where
 * two keys of an object are alike, or there are too many names or values.
 */
export function parseIndexJson(bytes: Uint8Array): IndexJson {
  try {
    return parseDocument(parseBounded(bytes, MAX_INDEX_VALUES))
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const reason = cause instanceof JsonSyntaxError ? `it is not valid JSON: ${message}` : message
    throw new OciError('LAYOUT_INVALID', `index.json is not an image index: ${reason}`, {
      advice:
        'Restore it or make the layout anew: it is not replaced, since that would lose what it listed.',
      cause,
    })
  }
}

/** The list may be null: oras writes an empty one so. */
function parseDocument(document: unknown): IndexJson {
  if (!isObject(document) || !Object.hasOwn(document, 'manifests')) {
    throw invalid('it has no list of manifests')
  }
  const mediaType = optionalString(document, 'mediaType', 'index.json') ?? OCI_IMAGE_INDEX
  if (mediaType !== OCI_IMAGE_INDEX) throw invalid(`it says that it is ${mediaType}`)
  const entries = arrayOrEmpty(document, 'manifests', 'index.json').map((raw, at) => {
    if (!isObject(raw)) throw invalid(`manifests[${at}] is not an object`)
    return { raw, descriptor: parseDescriptor(raw, `manifests[${at}]`) }
  })
  return { document, entries }
}

function invalid(what: string): OciError {
  return new OciError('MANIFEST_INVALID', what)
}

/** Returns the file's bytes, in JSON without white space. */
export function formatIndexJson({ document, entries }: IndexJson): Uint8Array {
  const manifests = entries.map(({ raw }) => raw)
  return new TextEncoder().encode(JSON.stringify({ ...document, manifests }))
}

/** Returns the entries with exactly this tag. */
export function taggedExactly(index: IndexJson, tag: string): readonly Descriptor[] {
  return index.entries.flatMap(({ descriptor }) => (tagOf(descriptor) === tag ? [descriptor] : []))
}

/**
 * Returns the entries with the tag, else those whose name is a full reference with it, as
 * `podman save --format oci-archive` writes it; regctl resolves both in this order.
 */
export function tagged(index: IndexJson, tag: string): readonly Descriptor[] {
  const exact = taggedExactly(index, tag)
  if (exact.length > 0) return exact
  return index.entries.flatMap(({ descriptor }) =>
    tagOf(descriptor)?.endsWith(`:${tag}`) ? [descriptor] : [],
  )
}

/** Returns the tags in their order; names that are full references as they are. */
export function tagsOf(index: IndexJson): readonly string[] {
  return [...new Set(index.entries.flatMap(({ descriptor }) => tagOf(descriptor) ?? []))]
}

/** Returns the first entry with the digest. */
export function entryOf(index: IndexJson, digest: Digest): Descriptor | undefined {
  return index.entries.find(({ descriptor }) => descriptor.digest === digest)?.descriptor
}

/**
 * Returns the index with an entry for each manifest, or the same index if it has them all. The
 * manifests' annotations are left out: one of them could be a tag.
 */
export function withEntries(index: IndexJson, manifests: readonly Descriptor[]): IndexJson {
  const present = new Set(index.entries.map(({ descriptor }) => descriptor.digest))
  const missing = manifests.filter(({ digest }) => !present.has(digest))
  if (missing.length === 0) return index
  return { ...index, entries: [...index.entries, ...missing.map((manifest) => entry(manifest))] }
}

/**
 * Returns the index with the tag at the manifest and nowhere else, or the same index if it is so. An
 * entry of the manifest without a tag gets it. A manifest that loses its last tag stays as an entry
 * without one; with `drop`, it goes.
 */
export function withTag(
  index: IndexJson,
  manifest: Descriptor,
  tag: string,
  previous: 'keep' | 'drop' = 'keep',
): IndexJson {
  const holders = taggedExactly(index, tag)
  if (holders.length > 0 && holders.every(({ digest }) => digest === manifest.digest)) return index
  const [own] = index.entries.filter((each) => isUntagged(each, manifest.digest))
  const others = index.entries.filter(
    (each) => tagOf(each.descriptor) !== tag && !isUntagged(each, manifest.digest),
  )
  const untagged = index.entries
    .filter(({ descriptor }) => tagOf(descriptor) === tag && descriptor.digest !== manifest.digest)
    .filter(({ descriptor }) => !others.some((other) => hasDigest(other, descriptor.digest)))
    .map(entryWithoutTag)
  const kept = previous === 'keep' ? untagged : []
  const taggedEntry = own ? entryWithTag(own, tag) : entry(manifest, tag)
  return { ...index, entries: [...others, ...kept, taggedEntry] }
}

function tagOf({ annotations }: Descriptor): string | undefined {
  return annotations?.[REF_NAME]
}

function hasDigest({ descriptor }: IndexEntry, digest: Digest): boolean {
  return descriptor.digest === digest
}

function entry({ mediaType, digest, size, artifactType }: Descriptor, tag?: string): IndexEntry {
  const descriptor = {
    mediaType,
    digest,
    size,
    ...(artifactType && { artifactType }),
    ...(tag && { annotations: { [REF_NAME]: tag } }),
  }
  return { descriptor, raw: descriptor }
}

function isUntagged({ descriptor }: IndexEntry, digest: Digest): boolean {
  return descriptor.digest === digest && tagOf(descriptor) === undefined
}

function entryWithTag({ descriptor, raw }: IndexEntry, tag: string): IndexEntry {
  const annotations = { ...descriptor.annotations, [REF_NAME]: tag }
  return { descriptor: { ...descriptor, annotations }, raw: { ...raw, annotations } }
}

function entryWithoutTag({ descriptor, raw }: IndexEntry): IndexEntry {
  const { [REF_NAME]: _tag, ...rest } = descriptor.annotations ?? {}
  const annotations = Object.keys(rest).length > 0 ? { annotations: rest } : {}
  const { annotations: _known, ...known } = descriptor
  const { annotations: _raw, ...unknown } = raw
  return { descriptor: { ...known, ...annotations }, raw: { ...unknown, ...annotations } }
}
