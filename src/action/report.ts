import { join } from 'node:path'
import * as core from '@actions/core'
import type { Graph } from '../graph.ts'
import type { Job, Outcome } from '../job.ts'
import { LISTING } from '../pull/plan.ts'
import { formatAttached } from '../render/attached.ts'
import { formatPulled } from '../render/pulled.ts'
import { selectInOutcome } from '../render/selected.ts'
import { formatTraffic } from '../render/traffic.ts'
import { renderTree } from '../render/tree.ts'
import { writeGraphFile } from './graph-file.ts'
import { group, info, warnings } from './log.ts'
import { fitOutputs, outputsOf } from './outputs.ts'
import { renderSummary } from './summary.ts'

/**
 * Shows all that is known at the end of a job, also of one that failed: log, outputs, file with the
 * graphs and, if wanted, summary. The failure itself is the caller's to report.
 */
export async function report(
  job: Job,
  outcome: Outcome,
  { summary, env }: { readonly summary: boolean; readonly env: NodeJS.ProcessEnv },
): Promise<void> {
  const selected = selectInOutcome(outcome, job.artifactTypes)
  const { graphs } = selected
  const graphFile = await writeGraphs(graphs, env)
  for (const attached of outcome.attached) info(formatAttached(attached))
  for (const graph of graphs) group(`Referrers of ${graph.reference}`, renderTree(graph))
  if (job.pull && !outcome.failure) info(formatPulled(job.pull, outcome.pulled))
  info(formatTraffic(outcome.traffic))
  const { outputs, tooLong } = fitOutputs(outputsOf(job, selected, graphFile))
  for (const [name, value] of outputs) core.setOutput(name, value)
  const files = { graphs: graphFile, pulled: job.pull && join(job.pull.directory, LISTING) }
  warnings([...tooLong.map((name) => tooLongWarning(name, files)), ...outcome.warnings])
  if (summary) await writeSummary(renderSummary(job, selected, graphFile), env)
}

interface Files {
  readonly graphs: string | undefined
  readonly pulled: string | undefined
}

function tooLongWarning(name: string, { graphs, pulled }: Files): string {
  const ofGraphs = graphs ? ` The graphs are in ${graphs} (output graph-file).` : ''
  const where = name === 'pulled' && pulled ? ` ${pulled} has it.` : ofGraphs
  return `The output ${name} is left empty: it would pass the limit of GitHub.${where}`
}

/** Most outputs have what it has, so a step that has done its job does not fail for want of it. */
async function writeGraphs(
  graphs: readonly Graph[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if (graphs.length === 0) return undefined
  try {
    return await writeGraphFile(graphs, env)
  } catch (error) {
    warnings([`The file with the graphs could not be written: ${(error as Error).message}`])
    return undefined
  }
}

/**
 * Outside of GitHub, as in some runners of workflows, there may be no summary to write to. One that
 * cannot be written is no reason to fail a step that has done its job.
 */
async function writeSummary(text: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!env['GITHUB_STEP_SUMMARY']) return
  try {
    await core.summary.addRaw(text).write()
  } catch (error) {
    warnings([`The summary could not be written: ${(error as Error).message}`])
  }
}
