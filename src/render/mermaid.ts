import type { Graph, GraphManifest } from '../graph.ts'
import { splitDigest } from '../oci/digest.ts'
import { formatPlatform } from '../oci/platform.ts'
import { cut } from './plain.ts'
import { platformsToShow } from './platforms.ts'
import { UNKNOWN_TYPE } from './tree.ts'

/**
 * The most manifests that a diagram shows. More cannot be read, and GitHub's Mermaid refuses a text
 * of more than 50,000 characters (its `maxTextSize`), which labels of nothing but escapes would need.
 */
export const MAX_NODES = 100
const MAX_LABEL = 40
const MAX_DIGEST = 12

interface Node {
  readonly id: string
  readonly heading: string
  readonly manifest: GraphManifest
  /** With its arrow. */
  readonly edge: string
}

/**
 * Returns the graph as a Mermaid flowchart: arrows lead from a manifest to what is attached to it,
 * dotted ones from an image to its platforms. It is drawn level by level; beyond MAX_NODES a last
 * node says how many manifests are not drawn.
 */
export function renderMermaid(graph: Graph): string {
  const [name] = graph.reference.split('@', 1)
  const nodes: Node[] = [{ id: 'n0', heading: name ?? '', manifest: graph, edge: '' }]
  const add = (parent: string, arrow: string, heading: string, manifest: GraphManifest): void => {
    if (nodes.length >= MAX_NODES) return
    const id = `n${nodes.length}`
    nodes.push({ id, heading, manifest, edge: `  ${parent} ${arrow} ${id}` })
  }
  for (const platform of platformsToShow(graph)) {
    add('n0', '-.->', platform.platform ? formatPlatform(platform.platform) : '', platform)
  }
  for (const { id, manifest } of nodes) {
    for (const referrer of manifest.referrers) {
      add(id, '-->', referrer.artifactType ?? UNKNOWN_TYPE, referrer)
    }
  }
  return ['flowchart LR', ...nodes.map(renderNode), ...edges(nodes), ...rest(graph, nodes)].join(
    '\n',
  )
}

/**
 * Returns the text as part of a quoted label, cut: but for letters, digits and a few signs that mean
 * nothing to Mermaid, every character is written as an entity code such as `#35;`.
 */
export function mermaidLabel(text: string): string {
  return cut(text, MAX_LABEL).replace(
    /[^A-Za-z0-9 ./+:-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  )
}

function renderNode({ id, heading, manifest }: Node): string {
  const [algorithm, encoded] = splitDigest(manifest.digest)
  const digest = `${algorithm}:${encoded.slice(0, MAX_DIGEST)}`
  return `  ${id}["${mermaidLabel(heading)}<br/>${mermaidLabel(digest)}"]`
}

function edges(nodes: readonly Node[]): readonly string[] {
  return nodes.map(({ edge }) => edge).filter((edge) => edge !== '')
}

function rest(graph: Graph, nodes: readonly Node[]): readonly string[] {
  const platforms = platformsToShow(graph)
  const all = countBelow([graph]) + countBelow(platforms)
  return all > nodes.length ? [`  more["and ${all - nodes.length} more"]`] : []
}

function countBelow(manifests: readonly GraphManifest[]): number {
  return manifests.reduce((sum, { referrers }) => sum + 1 + countBelow(referrers), 0)
}
