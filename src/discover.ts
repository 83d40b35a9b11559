import { buildkitIndex } from './conventions/buildkit-index.ts'
import { cosignTags } from './conventions/cosign-tags.ts'
import type { Convention } from './conventions/finding.ts'
import { orasLegacy } from './conventions/oras-legacy.ts'
import { referrers } from './conventions/referrers.ts'
import { createWalk } from './discover/walk.ts'
import { factsOf, type Graph, type GraphManifest, type GraphReferrer } from './graph.ts'
import type { Descriptor } from './oci/descriptor.ts'
import { hasCode } from './oci/error.ts'
import type { Manifest } from './oci/manifest.ts'
import { platformEntries } from './oci/platform.ts'
import type { Referrers } from './repository/referrers.ts'
import type { RepositoryReader } from './repository/repository.ts'

export interface DiscoverOptions {
  /** Levels of referrers; 0 is all. */
  readonly depth: number
  /** The subject's referrers, where they have just been listed. */
  readonly referrers?: Referrers
  /** The image index that the subject was found in as a platform's manifest. */
  readonly index?: Descriptor
  /** Told of each manifest that is found and left out, and why. */
  readonly onWarning: (message: string) => void
}

/** Every manifest may have evidence in each of these ways; the order is that of `sources`. */
const conventions: readonly Convention[] = [referrers, orasLegacy, cosignTags]

/**
 * Returns the manifest with all evidence that hangs on it, level by level, and of a multi-platform
 * image each platform's manifest with what hangs on that, however it was attached. What a convention
 * finds is a claim: each manifest is read and verified by its digest and must be bound to the
 * subject; what is gone or bound to nothing is left out with a warning.
 *
 * Throws LIMIT_EXCEEDED beyond the limits of `createWalk`, and whatever the repository throws: a
 * graph is complete or an error.
 */
export async function discover(
  reader: RepositoryReader,
  subject: Descriptor,
  options: DiscoverOptions,
): Promise<Graph> {
  const [manifest, around] = await Promise.all([
    reader.fetchManifest(subject),
    options.index && reader.fetchManifest(options.index),
  ])
  const walk = createWalk({
    ...options,
    reader: options.referrers ? knowing(reader, subject, options.referrers) : reader,
    conventions,
  })
  const platforms = platformsOf(manifest.value)
  walk.count(platforms.length)
  const inIndex = attestationsIn(manifest.value)
  const [below, ...branches] = await Promise.all([
    walk.evidenceOf(subject, around ? attestationsIn(around.value) : []),
    ...platforms.map(
      async (entry): Promise<GraphManifest> => ({
        ...factsOf(reader.name, entry, entry),
        platform: entry.platform,
        referrers: await evidenceIfPresent(
          reader,
          entry,
          walk.evidenceOf(entry, inIndex),
          options.onWarning,
        ),
      }),
    ),
  ])
  return {
    ...factsOf(reader.name, manifest.descriptor, manifest.value),
    referrers: below,
    ...(branches.length > 0 && { platforms: branches }),
  }
}

/**
 * A mirror may have an index without all of its platforms, and a registry may refuse to list for a
 * manifest that it does not have (Quay answers 400): that is no error, it is why nothing is found.
 */
async function evidenceIfPresent(
  reader: RepositoryReader,
  platform: Descriptor,
  evidence: Promise<readonly GraphReferrer[]>,
  onWarning: (message: string) => void,
): Promise<readonly GraphReferrer[]> {
  try {
    return await evidence
  } catch (error) {
    if (await isPresent(reader, platform)) throw error
    onWarning(`${platform.digest} is not in the repository, though the image's index names it`)
    return []
  }
}

async function isPresent(reader: RepositoryReader, manifest: Descriptor): Promise<boolean> {
  try {
    await reader.fetchManifest(manifest)
    return true
  } catch (error) {
    return !hasCode(error, 'MANIFEST_UNKNOWN')
  }
}

function platformsOf(manifest: Manifest): ReturnType<typeof platformEntries> {
  return manifest.kind === 'index' ? platformEntries(manifest.manifests) : []
}

function attestationsIn(manifest: Manifest): readonly Convention[] {
  return manifest.kind === 'index' ? [buildkitIndex(manifest)] : []
}

/** Returns the reader with the answer to one question at hand. */
function knowing(
  reader: RepositoryReader,
  subject: Descriptor,
  known: Referrers,
): RepositoryReader {
  return {
    ...reader,
    listReferrers: async (target) =>
      target.digest === subject.digest ? known : reader.listReferrers(target),
  }
}
