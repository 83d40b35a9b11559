import { type Descriptor, isEmptyDescriptor } from './descriptor.ts'
import { decodeManifest, type Encoded, encodeJson } from './encoded.ts'
import { arrayOrEmpty, isObject, type JsonObject } from './json.ts'
import { artifactTypeOf, type ImageIndex, type Manifest } from './manifest.ts'
import { requirePushable } from './manifest-size.ts'
import { OCI_IMAGE_INDEX } from './media-types.ts'

/**
 * Returns the index that lists the referrers besides what it listed before, or undefined if it
 * lists them all already. What was there stays, in its order, with properties that this client does
 * not know; only empty entries are dropped (distribution-spec v1.1.1, Pushing Manifests with Subject).
 *
 * Throws LIMIT_EXCEEDED if the index would be larger than registries take.
 */
export function addToReferrersIndex(
  before: Encoded<ImageIndex> | undefined,
  referrers: readonly Encoded<Manifest>[],
): Encoded<Manifest> | undefined {
  const document = before ? rawIndex(before) : emptyIndex
  const entries = document.manifests.filter((entry) => !isEmptyDescriptor(entry))
  const listed = new Set(entries.map((entry) => (isObject(entry) ? entry['digest'] : undefined)))
  const missing = new Map(
    referrers
      .filter(({ descriptor }) => !listed.has(descriptor.digest))
      .map((referrer) => [referrer.descriptor.digest, referrerEntry(referrer)]),
  )
  if (missing.size === 0) return undefined
  const manifests = [...entries, ...missing.values()]
  const { bytes, descriptor } = encodeJson({ ...document, manifests })
  requirePushable(
    bytes,
    'the list of referrers',
    'Remove referrers that are no longer needed, or use a registry with the referrers API.',
  )
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

type RawIndex = JsonObject & { readonly mediaType: string; readonly manifests: readonly unknown[] }

const emptyIndex: RawIndex = { schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [] }

/** The index as its bytes say it, not only what this client knows of it. */
function rawIndex({ bytes }: Encoded<ImageIndex>): RawIndex {
  const raw: JsonObject = JSON.parse(new TextDecoder().decode(bytes))
  return { ...raw, mediaType: OCI_IMAGE_INDEX, manifests: arrayOrEmpty(raw, 'manifests', 'index') }
}
