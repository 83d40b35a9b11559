import { selectReferrers } from '../graph.ts'
import type { Outcome } from '../job.ts'

/** Returns the outcome with its graphs as `selectReferrers` leaves them. */
export function selectInOutcome(outcome: Outcome, types: readonly string[]): Outcome {
  return { ...outcome, graphs: outcome.graphs.map((graph) => selectReferrers(graph, types)) }
}
