import type { Graph } from '../graph.ts'
import type { Job, Outcome, ResolvedSubject } from '../job.ts'
import { formatPlatform } from '../oci/platform.ts'
import { codeBlock, codeSpan } from '../render/markdown.ts'
import { renderMermaid } from '../render/mermaid.ts'
import { cut, MAX_NAME, plain } from '../render/plain.ts'
import { platformsToShow } from '../render/platforms.ts'
import { formatTraffic } from '../render/traffic.ts'
import { renderTree } from '../render/tree.ts'
import { attachedTable } from './attached-table.ts'
import { failureLines } from './failure.ts'
import { gateTable } from './gate-table.ts'
import { pulledTable } from './pulled-table.ts'

/**
 * The most bytes of a step's summary. Above 1 MiB the runner drops the whole (FileCommandManager);
 * the rest is room for the masks that it puts in.
 */
export const MAX_SUMMARY_BYTES = 1000 * 1024

/**
 * Returns the summary of the step in GitHub's Markdown: what failed, the subjects, the gate's
 * verdict, what was attached and pulled, each graph as a diagram and as a tree, and what it cost. Parts
 * that do not fit are left out, which a note says; it names the file with the graphs, `graphFile`.
 */
export function renderSummary(job: Job, outcome: Outcome, graphFile: string | undefined): string {
  const { failure, subjects, attached, graphs, gate, pulled, traffic } = outcome
  const parts = [
    ...(failure ? [`**Failed**\n\n${codeBlock(failureLines(failure))}`] : []),
    ...(subjects.length > 0 ? [subjects.map(subjectLine).join('\n')] : []),
    ...(gate ? [gateTable(gate)] : []),
    ...(job.attach ? [attachedTable(attached, subjects.length > 1)] : []),
    ...(job.dryRun ? ['Dry run: nothing was attached.'] : []),
    ...(job.pull && !failure ? [pulledTable(pulled)] : []),
    ...graphs.flatMap(graphParts),
  ]
  return fitted('## OCI referrers', parts, cutNote(graphFile), formatTraffic(traffic))
}

function subjectLine({ reference, platform }: ResolvedSubject): string {
  const name = platform && cut(plain(formatPlatform(platform)), MAX_NAME)
  return `- Subject: ${codeSpan(reference)}${name ? ` (${codeSpan(name)})` : ''}`
}

/** An image alone makes no diagram. */
function graphParts(graph: Graph): readonly string[] {
  const isAlone = graph.referrers.length === 0 && platformsToShow(graph).length === 0
  const diagram = isAlone ? [] : [codeBlock(renderMermaid(graph), 'mermaid')]
  const tree = codeBlock(renderTree(graph))
  return [...diagram, `<details><summary>Tree</summary>\n\n${tree}\n\n</details>`]
}

function cutNote(graphFile: string | undefined): string {
  const where = graphFile ? ` The graphs are in ${codeSpan(graphFile)} (output graph-file).` : ''
  return `**This summary is cut: not all of it fits.**${where}`
}

function fitted(start: string, parts: readonly string[], note: string, end: string): string {
  let room = MAX_SUMMARY_BYTES - size([start, note, end])
  const fitting = parts.filter((part) => {
    const fits = size([part]) <= room
    if (fits) room -= size([part])
    return fits
  })
  const isCut = fitting.length < parts.length
  return join([start, ...fitting, ...(isCut ? [note] : []), end])
}

function size(parts: readonly string[]): number {
  return Buffer.byteLength(join(parts))
}

function join(parts: readonly string[]): string {
  return parts.map((part) => `${part}\n\n`).join('')
}
