import { elementSlices, memberSlices } from '../json/slices.ts'
import { type Descriptor, isEmptyDescriptor } from './descriptor.ts'
import { type Digest, digestOf } from './digest.ts'
import { decodeManifest, type Encoded } from './encoded.ts'
import { parseJson } from './json.ts'
import { artifactTypeOf, type ImageIndex, type Manifest } from './manifest.ts'
import { requirePushable } from './manifest-size.ts'
import { OCI_IMAGE_INDEX } from './media-types.ts'

/** Entries of a list of referrers by the digest that each names, as they are written in JSON. */
export type ReferrersEntries = ReadonlyMap<Digest, Uint8Array>

/** Annotation of an index of referrers: a token of the write that it comes from, different each time. */
export const WRITE_TOKEN = 'io.github.oras-attach.write'

/** Returns the entries of the index but the empty ones; of several for one digest, the last. */
export function referrersEntries(index: Encoded<ImageIndex>): ReferrersEntries {
  return new Map(entriesIn(index))
}

/** Returns an entry for each of the referrers. */
export function entriesFor(referrers: readonly Encoded<Manifest>[]): ReferrersEntries {
  return new Map(referrers.map((each) => [each.descriptor.digest, entryFor(each)]))
}

/** Returns an entry for the referrer. */
export function entryFor(referrer: Encoded<Manifest>): Uint8Array {
  return json(referrerEntry(referrer))
}

/**
 * Returns the index with the entries besides those that it had, or undefined if it has them all. What
 * was there stays to the letter, in its order, known to this client or not; only empty entries are
 * dropped (distribution-spec v1.1.1, Pushing Manifests with Subject). With a `token` it is another
 * index than all others with the same entries.
 *
 * Throws LIMIT_EXCEEDED if the index would be larger than registries take.
 */
export function addToReferrersIndex(
  before: Encoded<ImageIndex> | undefined,
  entries: ReferrersEntries,
  token?: string,
): Encoded<Manifest> | undefined {
  const kept = before ? entriesIn(before) : []
  const listed = new Set(kept.map(([digest]) => digest))
  const missing = [...entries].filter(([digest]) => !listed.has(digest))
  if (missing.length === 0) return undefined
  const manifests = [...kept, ...missing].map(([, written]) => written)
  const members: Members = before ? membersOf(before.bytes) : new Map()
  if (!before) put(members, 'schemaVersion', json(2))
  if (!presentIn(members, 'mediaType')) put(members, 'mediaType', json(OCI_IMAGE_INDEX))
  put(members, 'manifests', enclosed('[', manifests, ']'))
  if (token !== undefined) {
    const annotations = presentIn(members, 'annotations')
    const annotated: Members = annotations ? membersOf(annotations) : new Map()
    put(annotated, WRITE_TOKEN, json(token))
    put(members, 'annotations', object(annotated))
  }
  return encoded(object(members))
}

function encoded(bytes: Uint8Array): Encoded<Manifest> {
  requirePushable(
    bytes,
    'the list of referrers',
    'Remove referrers that are no longer needed, or use a registry with the referrers API.',
  )
  const descriptor = { mediaType: OCI_IMAGE_INDEX, digest: digestOf(bytes), size: bytes.length }
  return decodeManifest(bytes, descriptor)
}

/** Returns how a list names the referrer: its type and its annotations besides the descriptor. */
export function referrerEntry({ value, descriptor }: Encoded<Manifest>): Descriptor {
  const artifactType = artifactTypeOf(value)
  return {
    mediaType: descriptor.mediaType,
    digest: descriptor.digest,
    size: descriptor.size,
    ...(value.annotations && { annotations: value.annotations }),
    ...(artifactType && { artifactType }),
  }
}

/** The digests are those of the index as it was parsed, which leaves out empty entries likewise. */
function entriesIn({
  value,
  bytes,
}: Encoded<ImageIndex>): readonly (readonly [Digest, Uint8Array])[] {
  const list = presentIn(membersOf(bytes), 'manifests')
  const written = list
    ? elementSlices(list).filter((each) => !isEmptyDescriptor(parseJson(each)))
    : []
  return written.flatMap((entry, at) => {
    const digest = value.manifests[at]?.digest
    return digest ? [[digest, entry] as const] : []
  })
}

const [NULL, COLON, COMMA] = [text('null'), text(':'), text(',')]

/** Members of an object in their order, as they are written; one that is put anew keeps its place. */
type Members = Map<string, { readonly whole: Uint8Array; readonly value: Uint8Array }>

function membersOf(bytes: Uint8Array): Members {
  return new Map(memberSlices(bytes).map(({ key, whole, value }) => [key, { whole, value }]))
}

/** Null counts as absent: some clients write it. */
function presentIn(members: Members, key: string): Uint8Array | undefined {
  const value = members.get(key)?.value
  return value?.[0] === NULL[0] ? undefined : value
}

function put(members: Members, key: string, value: Uint8Array): void {
  members.set(key, { whole: Buffer.concat([json(key), COLON, value]), value })
}

function object(members: Members): Uint8Array {
  const written = [...members.values()].map(({ whole }) => whole)
  return enclosed('{', written, '}')
}

function enclosed(open: string, parts: readonly Uint8Array[], close: string): Uint8Array {
  const separated = parts.flatMap((part, at) => (at === 0 ? [part] : [COMMA, part]))
  return Buffer.concat([text(open), ...separated, text(close)])
}

function json(value: unknown): Uint8Array {
  return text(JSON.stringify(value))
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
