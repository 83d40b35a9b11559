import type { GraphManifest } from '../graph.ts'
import type { Attached, Job, Outcome } from '../job.ts'
import { attachedJson, formatJson, graphJson, pulledJson } from '../render/json.ts'
import { reportJson } from '../render/report-json.ts'
import { renderTree } from '../render/tree.ts'

/**
 * What the outputs of a step may come to, in UTF-16 units. GitHub takes 1 MB of a whole job, which is
 * 512 Ki units (documentation of job outputs); other steps of the job need some of it.
 */
export const MAX_OUTPUTS = 400 * 1024

/** The outputs by name; what is not known, after a failure, is missing. */
export type Outputs = ReadonlyMap<string, string>

/** Paths of the files that a step leaves for later ones. */
export interface StepFiles {
  readonly graphs: string | undefined
  readonly gateReport: string | undefined
}

/**
 * Returns the outputs that the outcome gives. The short ones, and those that later steps need most,
 * stand first.
 */
export function outputsOf(job: Job, outcome: Outcome, files: StepFiles): Outputs {
  const [subject] = outcome.subjects
  const graph = outcome.graphs.find(({ reference }) => reference === subject?.reference)
  const named = job.attach ? attachedOf(outcome) : selectedOf(outcome)
  const attached = job.attach ? attachedOf(outcome) : []
  const pulled = job.pull && outcome.failure ? undefined : outcome.pulled
  const outputs: readonly (readonly [string, string | undefined])[] = [
    ['subject', subject?.reference],
    ['subject-digest', subject?.digest],
    ['digest', named?.[0]?.digest],
    ['reference', named?.[0]?.reference],
    ['gate', outcome.gate?.verdict],
    ['graph-file', files.graphs],
    ['gate-report-file', files.gateReport],
    ['digests', named?.map(({ digest }) => digest).join('\n')],
    ['references', named?.map(({ reference }) => reference).join('\n')],
    ['attached', attached && formatJson(attached.map(attachedJson))],
    ['gate-report', outcome.gate && formatJson(reportJson(outcome.gate))],
    ['pulled', pulled && formatJson(pulled.map(pulledJson))],
    ['tree', graph && outcome.graphs.map(renderTree).join('\n\n')],
    ['referrers', graph && formatJson(graphJson(graph).referrers)],
  ]
  return new Map(
    outputs.flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}

/** What of the outputs GitHub takes. */
export interface FittingOutputs {
  /** All of them; the value of one that does not fit is empty. */
  readonly outputs: Outputs
  readonly tooLong: readonly string[]
}

/** Returns the outputs with those emptied that would pass GitHub's limit, the first ones kept first. */
export function fitOutputs(outputs: Outputs): FittingOutputs {
  let room = MAX_OUTPUTS
  const tooLong: string[] = []
  const fitting = [...outputs].map(([name, value]): [string, string] => {
    if (value.length > room) {
      tooLong.push(name)
      return [name, '']
    }
    room -= value.length
    return [name, value]
  })
  return { outputs: new Map(fitting), tooLong }
}

/** After a failure, those that were attached before it are known; none is not the same as unknown. */
function attachedOf({ attached, failure }: Outcome): readonly Attached[] | undefined {
  return failure === undefined || attached.length > 0 ? attached : undefined
}

/** A list of some of the referrers would look like the list of all. */
function selectedOf({ subjects, graphs }: Outcome): readonly GraphManifest[] | undefined {
  if (graphs.length === 0 || graphs.length < subjects.length) return undefined
  return graphs.flatMap(({ referrers }) => referrers)
}
