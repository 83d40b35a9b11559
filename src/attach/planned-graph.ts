import { type Graph, inGraphOrder } from '../graph.ts'
import type { AttachedArtifact } from './plan.ts'

/**
 * Returns the graph as it would be with the artifacts of a dry run; nothing lists those yet, so
 * they have no sources. `name` is the repository's, for their references.
 */
export function withPlanned(
  graph: Graph,
  artifacts: readonly AttachedArtifact[],
  name: string,
): Graph {
  const planned = artifacts
    .filter(({ status }) => status === 'planned')
    .map(({ manifest, artifactType }) => ({
      reference: `${name}@${manifest.descriptor.digest}`,
      mediaType: manifest.descriptor.mediaType,
      digest: manifest.descriptor.digest,
      size: manifest.descriptor.size,
      artifactType,
      ...(manifest.value.annotations && { annotations: manifest.value.annotations }),
      sources: [],
      referrers: [],
    }))
  const unique = new Map(planned.map((referrer) => [referrer.digest, referrer])).values()
  return { ...graph, referrers: [...graph.referrers, ...unique].sort(inGraphOrder) }
}
