import type { Graph, GraphManifest } from '../graph.ts'

/**
 * Returns the platforms to draw below an image: all of them where one has referrers, so that it
 * shows which have none; else none.
 */
export function platformsToShow({ platforms = [] }: Graph): readonly GraphManifest[] {
  return platforms.some(({ referrers }) => referrers.length > 0) ? platforms : []
}
