import { mapConcurrently } from '../concurrency.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { hasCode, OciError } from '../oci/error.ts'
import type { Manifest } from '../oci/manifest.ts'
import { isManifestMediaType } from '../oci/media-types.ts'
import { referrerEntry } from '../oci/referrers-index.ts'
import type { IndexJson } from './index-json.ts'
import type { ReadManifest } from './manifests.ts'

/** As many as are discovered of an image: a layout with more is an attack or a mistake. */
const MAX_MANIFESTS = 20_000
/** Reading small files gains nothing from more. */
const READS_AT_ONCE = 8

/** What manifests say of each other. */
export interface Reachable {
  /**
   * Returns the manifests that name the subject, of all that can be reached from the index: its
   * entries, the manifests of indexes, and subjects. This is oras's rule too (oras-go v2.7.0,
   * content/oci): a registry would list each of them. What is absent or no manifest is passed over,
   * since a layout need not have all that it names.
   *
   * Throws what reading a manifest throws, since it could be a referrer; LIMIT_EXCEEDED for too many.
   */
  referrersOf(index: IndexJson, subject: Digest): Promise<readonly Descriptor[]>
}

interface Links {
  /** How the manifest is listed under its subject, where it has one. */
  readonly referrer?: { readonly subject: Digest; readonly entry: Descriptor }
  readonly next: readonly Descriptor[]
}

/** Returns the manifests of the layout by subject; each is read once, as its digest says what it is. */
export function createReachable(readManifest: ReadManifest): Reachable {
  const known = new Map<Digest, Links>()
  let last: { readonly index: IndexJson; readonly bySubject: Promise<BySubject> } | undefined

  async function linksOf({ digest }: Descriptor): Promise<Links> {
    const links = known.get(digest) ?? (await readLinks(readManifest, digest))
    if (links) known.set(digest, links)
    return links ?? { next: [] }
  }

  return {
    async referrersOf(index, subject) {
      if (last?.index !== index) last = { index, bySubject: walk(index, linksOf) }
      return (await last.bySubject).get(subject) ?? []
    },
  }
}

type BySubject = ReadonlyMap<Digest, readonly Descriptor[]>

async function walk(
  index: IndexJson,
  linksOf: (descriptor: Descriptor) => Promise<Links>,
): Promise<BySubject> {
  const seen = new Set<Digest>()
  const bySubject = new Map<Digest, Descriptor[]>()
  let level = index.entries.map(({ descriptor }) => descriptor)
  while (level.length > 0) {
    const unseen = new Map<Digest, Descriptor>()
    for (const descriptor of level) {
      const isNew = isManifestMediaType(descriptor.mediaType) && !seen.has(descriptor.digest)
      if (isNew) unseen.set(descriptor.digest, descriptor)
      seen.add(descriptor.digest)
    }
    if (seen.size > MAX_MANIFESTS) throw tooMany()
    const links = await mapConcurrently([...unseen.values()], READS_AT_ONCE, linksOf)
    for (const { subject, entry } of links.flatMap(({ referrer }) => referrer ?? [])) {
      const entries = bySubject.get(subject) ?? []
      entries.push(entry)
      bySubject.set(subject, entries)
    }
    level = links.flatMap(({ next }) => next)
  }
  return bySubject
}

/** The type is what the manifest says of itself: a subject may be named under any. */
async function readLinks(readManifest: ReadManifest, digest: Digest): Promise<Links | undefined> {
  try {
    const manifest = await readManifest(digest)
    if (!manifest) return undefined
    const { subject } = manifest.value
    return {
      ...(subject && { referrer: { subject: subject.digest, entry: referrerEntry(manifest) } }),
      next: [...childrenOf(manifest.value), ...(subject ? [subject] : [])],
    }
  } catch (cause) {
    if (hasCode(cause, 'MANIFEST_UNKNOWN')) return undefined
    if (!(cause instanceof OciError)) throw cause
    throw new OciError(
      cause.code,
      `the layout's manifest ${digest} cannot be read, so what it refers to is not known: ${cause.message}`,
      { cause, ...(cause.advice !== undefined && { advice: cause.advice }) },
    )
  }
}

function childrenOf(manifest: Manifest): readonly Descriptor[] {
  return manifest.kind === 'index' ? manifest.manifests : []
}

function tooMany(): OciError {
  return new OciError('LIMIT_EXCEEDED', `the layout has more than ${MAX_MANIFESTS} manifests`, {
    advice: 'Split it: a layout is read as a whole to find what refers to an image.',
  })
}
