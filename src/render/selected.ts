import type { Graph, GraphManifest } from '../graph.ts'
import type { Outcome } from '../job.ts'

/** Returns the outcome with its graphs as `selectReferrers` leaves them. */
export function selectInOutcome(outcome: Outcome, types: readonly string[]): Outcome {
  return { ...outcome, graphs: outcome.graphs.map((graph) => selectReferrers(graph, types)) }
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
