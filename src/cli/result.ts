import type { Report } from '../gate/report.ts'
import type { Graph } from '../graph.ts'
import { parseChoice } from '../inputs/scalar.ts'
import type { Attached, Outcome, Pulled } from '../job.ts'
import { InputError } from '../oci/error.ts'
import { attachedJson, formatJson, graphJson, pulledJson, referencesJson } from '../render/json.ts'
import { renderMermaid } from '../render/mermaid.ts'
import { plain } from '../render/plain.ts'
import { renderReport } from '../render/report.ts'
import { reportJson } from '../render/report-json.ts'
import { renderTree } from '../render/tree.ts'
import type { JobCommand } from './parse.ts'

/** Returns the text for stdout that the outcome gives; undefined where there is nothing to print. */
export type RenderResult = (outcome: Outcome) => string | undefined

/**
 * Returns how the command wants its result. What `attach` and `push` have done is printed also if
 * the job failed afterwards, and so is the verdict of `gate`; a graph, and what was pulled, is
 * printed whole or not at all.
 *
 * Throws InputError (input `format` or `output`) for a format that the verb does not have.
 */
export function resultFormat(command: JobCommand): RenderResult {
  const { name } = command.verb
  if (name === 'attach' || name === 'push') {
    const render = attachedFormats[readFormat(command, 'format', ['text', 'json'])]
    return ({ attached, failure }) =>
      failure && attached.length === 0 ? undefined : render(attached)
  }
  if (name === 'pull') {
    const render = pulledFormats[readFormat(command, 'format', ['text', 'json'])]
    return ({ pulled, failure }) => (failure ? undefined : render(pulled))
  }
  if (name === 'gate') {
    const render = reportFormats[readFormat(command, 'format', ['text', 'json'])]
    return ({ gate }) => gate && render(gate)
  }
  const render = graphFormat(command)
  return ({ graphs, failure }) => (failure ? undefined : render(graphs))
}

const attachedFormats = {
  text: (attached: readonly Attached[]) =>
    attached.map(({ reference }) => plain(reference)).join('\n'),
  json: (attached: readonly Attached[]) => formatJson(attached.map(attachedJson), 2),
} as const

const pulledFormats = {
  text: (pulled: readonly Pulled[]) => pulled.map(({ path }) => plain(path)).join('\n'),
  json: (pulled: readonly Pulled[]) => formatJson(pulled.map(pulledJson), 2),
} as const

const reportFormats = {
  text: renderReport,
  json: (report: Report) => formatJson(reportJson(report), 2),
} as const

type RenderGraphs = (graphs: readonly Graph[]) => string

const trees: RenderGraphs = (graphs) => graphs.map(renderTree).join('\n\n')
const older = (graph: Graph): string => formatJson(referencesJson(graph), 2)
const whole = (graph: Graph): string => formatJson(graphJson(graph), 2)

const outputs: Readonly<Record<'tree' | 'json', RenderGraphs>> = {
  tree: trees,
  json: (graphs) => graphs.map(older).join('\n'),
}

const formats: Readonly<Record<'tree' | 'json' | 'mermaid', RenderGraphs>> = {
  tree: trees,
  json: (graphs) => graphs.map(whole).join('\n'),
  mermaid: (graphs) => graphs.map(renderMermaid).join('\n\n'),
}

function graphFormat(command: JobCommand): RenderGraphs {
  const { options } = command
  if (options.has('output') && options.has('format')) {
    throw new InputError('format', '--format and --output are both given', 'Give one of them.')
  }
  return options.has('output')
    ? outputs[readFormat(command, 'output', ['tree', 'json'])]
    : formats[readFormat(command, 'format', ['tree', 'json', 'mermaid'])]
}

function readFormat<const T extends string>(
  { options }: JobCommand,
  option: string,
  choices: readonly [T, ...T[]],
): T {
  return parseChoice(option, options.get(option)?.at(-1) ?? choices[0], choices)
}
