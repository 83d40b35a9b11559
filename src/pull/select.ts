import { type Graph, type GraphReferrer, selectReferrers } from '../graph.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import { type Digest, splitDigest } from '../oci/digest.ts'
import type { Names } from '../oci/title.ts'

/** A manifest to pull the files of, and the folder that they go into. */
export interface Selection {
  readonly descriptor: Descriptor
  readonly folder: Names
}

/** Enough to tell the artifacts of an image apart, and short enough to type. */
const SHORT_DIGITS = 12

/** Where a manifest does not tell what it is. */
const UNKNOWN_TYPE = 'unknown'

/**
 * Returns everything that is attached to the image and its platforms, all levels, each manifest
 * before what hangs below it: what is of one of the types, no types being all, and all that hangs
 * below that. Each has the folder `TYPE/DIGITS`. What a dry run only plans to attach, which nothing
 * lists, is left out.
 */
export function selectAttached(graph: Graph, types: readonly string[]): readonly Selection[] {
  const { referrers, platforms = [] } = selectReferrers(graph, types)
  const first = [...referrers, ...platforms.flatMap((platform) => platform.referrers)]
  return first.flatMap(withBelow).filter(isListed).map(selectionOf)
}

/** Returns the first digits of a digest. */
export function shortDigest(digest: Digest): string {
  return splitDigest(digest)[1].slice(0, SHORT_DIGITS)
}

function withBelow(referrer: GraphReferrer): readonly GraphReferrer[] {
  return [referrer, ...referrer.referrers.flatMap(withBelow)]
}

function isListed({ sources }: GraphReferrer): boolean {
  return sources.length > 0
}

function selectionOf({ mediaType, digest, size, artifactType }: GraphReferrer): Selection {
  const type = (artifactType ?? UNKNOWN_TYPE).replace(/[^A-Za-z0-9.+_-]/g, '-')
  return { descriptor: { mediaType, digest, size }, folder: [type, shortDigest(digest)] }
}
