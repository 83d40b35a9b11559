import { type Annotations, newestFirst } from './oci/annotations.ts'
import type { Descriptor, Platform } from './oci/descriptor.ts'
import type { Digest } from './oci/digest.ts'
import { artifactTypeOf, type Manifest } from './oci/manifest.ts'
import type { EvidenceSource } from './repository/referrers.ts'

/**
 * A manifest of the graph, its facts read from its own verified bytes; a platform's from those of the
 * index that names it.
 */
export interface GraphManifest {
  /** `registry/repository@digest`, or `oci-layout://PATH@digest`. */
  readonly reference: string
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Annotations
  readonly platform?: Platform
  /** What refers to it: newest first, then by digest. */
  readonly referrers: readonly GraphReferrer[]
}

/** A manifest that refers to the one above it. */
export interface GraphReferrer extends GraphManifest {
  /** Every way it was found. */
  readonly sources: readonly EvidenceSource[]
}

/** An image with everything that hangs on it; of a multi-platform image, on each platform's too. */
export interface Graph extends GraphManifest {
  readonly platforms?: readonly GraphManifest[]
}

/**
 * Returns what a manifest, or the entry of an index for one, says of itself. `name` is the
 * repository's, for the reference.
 */
export function factsOf(
  name: string,
  { mediaType, digest, size }: Descriptor,
  { annotations, ...rest }: Manifest | Descriptor,
): Omit<GraphManifest, 'referrers'> {
  const artifactType = 'kind' in rest ? artifactTypeOf(rest) : rest.artifactType
  return {
    reference: `${name}@${digest}`,
    mediaType,
    digest,
    size,
    ...(artifactType && { artifactType }),
    ...(annotations && Object.keys(annotations).length > 0 && { annotations }),
  }
}

/** What the order of a graph depends on. */
export type Dated = Pick<GraphManifest, 'digest' | 'annotations'>

/** Orders by time of creation, newest first, then by digest: the same on every registry. */
export function inGraphOrder(a: Dated, b: Dated): number {
  return newestFirst(a.annotations, b.annotations) || (a.digest < b.digest ? -1 : 1)
}

/**
 * Returns the graph with only those referrers of the image and of its platforms whose type is one of
 * the types, and all that hangs below them; no types select all.
 */
export function selectReferrers(graph: Graph, types: readonly string[]): Graph {
  if (types.length === 0) return graph
  const select = <T extends GraphManifest>(manifest: T): T => ({
    ...manifest,
    referrers: manifest.referrers.filter(({ artifactType }) => types.includes(artifactType ?? '')),
  })
  const { platforms } = graph
  return { ...select(graph), ...(platforms && { platforms: platforms.map(select) }) }
}

/** Returns the graph down to that many levels of referrers; 0 leaves it whole. */
export function limitDepth(graph: Graph, depth: number): Graph {
  if (depth === 0) return graph
  const cut = <T extends GraphManifest>(manifest: T, levels: number): T => ({
    ...manifest,
    referrers: levels === 0 ? [] : manifest.referrers.map((each) => cut(each, levels - 1)),
  })
  const { platforms } = graph
  return {
    ...cut(graph, depth),
    ...(platforms && { platforms: platforms.map((each) => cut(each, depth)) }),
  }
}
