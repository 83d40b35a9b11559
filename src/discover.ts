import { type Graph, type GraphManifest, type GraphReferrer, inGraphOrder } from './graph.ts'
import type { Descriptor } from './oci/descriptor.ts'
import type { Digest } from './oci/digest.ts'
import type { Encoded } from './oci/encoded.ts'
import { hasCode, OciError } from './oci/error.ts'
import { artifactTypeOf, type Manifest } from './oci/manifest.ts'
import { platformEntries } from './oci/platform.ts'
import type { Referrer, Referrers } from './repository/referrers.ts'
import type { RepositoryReader } from './repository/repository.ts'

/** A graph is an image's evidence, not a database: more than this is an attack or a mistake. */
export const MAX_MANIFESTS = 20_000
/** Evidence about evidence about evidence: real graphs have two or three levels. */
export const MAX_LEVELS = 32

export interface DiscoverOptions {
  /** Levels of referrers; 0 is all. */
  readonly depth: number
  /** The subject's referrers, where they have just been listed. */
  readonly referrers?: Referrers
  /** Told of each listed manifest that is left out, and why. */
  readonly onWarning: (message: string) => void
}

/**
 * Returns the manifest with everything that refers to it, level by level, and of a multi-platform
 * image each platform's manifest with what refers to that. Lists are hints: each listed manifest is
 * read and verified by its digest and must name the subject; one that is gone or names another
 * subject is left out with a warning.
 *
 * Throws LIMIT_EXCEEDED beyond MAX_MANIFESTS or MAX_LEVELS, and whatever the repository throws: a
 * graph is complete or an error.
 */
export async function discover(
  reader: RepositoryReader,
  subject: Descriptor,
  options: DiscoverOptions,
): Promise<Graph> {
  const walk = createWalk(reader, options)
  if (options.referrers) walk.know(subject, options.referrers)
  const manifest = await reader.fetchManifest(subject)
  const platforms = manifest.value.kind === 'index' ? platformEntries(manifest.value.manifests) : []
  walk.count(platforms.length)
  const [referrers, ...below] = await Promise.all([
    walk.referrersOf(subject, 1),
    ...platforms.map((entry) => walk.referrersOf(entry, 1)),
  ])
  const branches = platforms.map(
    (entry, at): GraphManifest => ({
      ...facts(reader, entry, entry),
      platform: entry.platform,
      referrers: below[at] ?? [],
    }),
  )
  return {
    ...facts(reader, manifest.descriptor, manifest.value),
    referrers,
    ...(branches.length > 0 && { platforms: branches }),
  }
}

interface Walk {
  /** Throws LIMIT_EXCEEDED if that is more than a graph may have. */
  count(manifests: number): void
  know(subject: Descriptor, referrers: Referrers): void
  referrersOf(subject: Descriptor, level: number): Promise<readonly GraphReferrer[]>
}

/**
 * Each digest is listed once, and its manifest is read while its own referrers are listed. Only a
 * verified manifest is entered: it names one subject, so no cycle can be built from lists.
 */
function createWalk(reader: RepositoryReader, { depth, onWarning }: DiscoverOptions): Walk {
  const lists = new Map<Digest, Promise<Referrers>>()
  let manifests = 0

  function count(more: number): void {
    manifests += more
    if (manifests <= MAX_MANIFESTS) return
    throw tooMuch(`the graph has more than ${MAX_MANIFESTS} manifests`)
  }

  function list(subject: Descriptor): Promise<Referrers> {
    const listing = lists.get(subject.digest) ?? reader.listReferrers(subject)
    lists.set(subject.digest, listing)
    return listing
  }

  async function referrersOf(
    subject: Descriptor,
    level: number,
  ): Promise<readonly GraphReferrer[]> {
    const referrers = await list(subject)
    if (referrers.length > 0 && level > MAX_LEVELS) {
      throw tooMuch(`the graph below ${subject.digest} has more than ${MAX_LEVELS} levels`)
    }
    count(referrers.length)
    const nodes = await Promise.all(referrers.map((referrer) => enter(subject, referrer, level)))
    return nodes.filter((node) => node !== undefined).sort(inGraphOrder)
  }

  async function enter(
    subject: Descriptor,
    { descriptor, sources }: Referrer,
    level: number,
  ): Promise<GraphReferrer | undefined> {
    const isLast = level === depth
    const [fetched, listed] = await Promise.allSettled([
      reader.fetchManifest(descriptor),
      isLast ? [] : list(descriptor),
    ])
    if (fetched.status === 'rejected') {
      if (!hasCode(fetched.reason, 'MANIFEST_UNKNOWN')) throw fetched.reason
      onWarning(`${descriptor.digest} is listed as a referrer of ${subject.digest}, but is gone`)
      return undefined
    }
    const manifest = fetched.value
    if (!refersTo(manifest, subject)) {
      onWarning(
        `${descriptor.digest} is listed as a referrer of ${subject.digest}, but does not name it as its subject`,
      )
      return undefined
    }
    if (listed.status === 'rejected') throw listed.reason
    return {
      ...facts(reader, manifest.descriptor, manifest.value),
      sources,
      referrers: isLast ? [] : await referrersOf(manifest.descriptor, level + 1),
    }
  }

  return {
    count,
    know: (subject, referrers) => lists.set(subject.digest, Promise.resolve(referrers)),
    referrersOf,
  }
}

function refersTo(manifest: Encoded<Manifest>, subject: Descriptor): boolean {
  return manifest.value.subject?.digest === subject.digest
}

function facts(
  reader: RepositoryReader,
  { mediaType, digest, size }: Descriptor,
  { annotations, ...rest }: Manifest | Descriptor,
): Omit<GraphManifest, 'referrers'> {
  const artifactType = 'kind' in rest ? artifactTypeOf(rest) : rest.artifactType
  return {
    reference: `${reader.name}@${digest}`,
    mediaType,
    digest,
    size,
    ...(artifactType && { artifactType }),
    ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
  }
}

function tooMuch(what: string): OciError {
  return new OciError('LIMIT_EXCEEDED', what, {
    advice: 'Limit the levels by depth, or remove what should not hang on the image.',
  })
}
