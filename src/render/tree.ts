import type { Graph, GraphManifest, GraphReferrer } from '../graph.ts'
import { formatPlatform } from '../oci/platform.ts'
import { cut, MAX_NAME, plain } from './plain.ts'
import { platformsToShow } from './platforms.ts'

/** Stands where a manifest does not tell what it is. */
export const UNKNOWN_TYPE = '<unknown>'

interface Branch {
  readonly label: string
  readonly branches: readonly Branch[]
}

/**
 * Returns the graph as a text tree: the image, below it a heading for each artifact type with the
 * digests of that type, and so on. Headings stand in the order of their first member. A
 * multi-platform image's platforms follow, each with its manifest. Longer types than there are, and such
 * platforms, are cut.
 */
export function renderTree(graph: Graph): string {
  const branches = [...byType(graph.referrers), ...platformsToShow(graph).map(platformBranch)]
  return [plain(graph.reference), ...lines(branches, '')].join('\n')
}

function byType(referrers: readonly GraphReferrer[]): readonly Branch[] {
  const groups = Map.groupBy(referrers, ({ artifactType }) => artifactType ?? UNKNOWN_TYPE)
  return [...groups].map(([type, members]) => ({ label: type, branches: members.map(branch) }))
}

function platformBranch(manifest: GraphManifest): Branch {
  const { platform } = manifest
  return {
    label: platform ? formatPlatform(platform) : UNKNOWN_TYPE,
    branches: [branch(manifest)],
  }
}

function branch({ digest, referrers }: GraphManifest): Branch {
  return { label: digest, branches: byType(referrers) }
}

function lines(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap((each, at) => {
    const [corner, below] = at === branches.length - 1 ? ['└── ', '    '] : ['├── ', '│   ']
    return [
      `${indent}${corner}${cut(plain(each.label), MAX_NAME)}`,
      ...lines(each.branches, `${indent}${below}`),
    ]
  })
}
