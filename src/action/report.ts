import { join } from 'node:path'
import * as core from '@actions/core'
import type { Job, Outcome } from '../job.ts'
import { LISTING } from '../pull/plan.ts'
import { formatAttached } from '../render/attached.ts'
import { deniedLines } from '../render/denied.ts'
import { graphJson } from '../render/json.ts'
import type { Masks } from '../render/masks.ts'
import { formatPulled } from '../render/pulled.ts'
import { renderReport } from '../render/report.ts'
import { reportJson } from '../render/report-json.ts'
import { selectInOutcome } from '../render/selected.ts'
import { formatTraffic } from '../render/traffic.ts'
import { renderTree } from '../render/tree.ts'
import { writeJsonFile } from './json-file.ts'
import { errors, group, info, warnings } from './log.ts'
import { fitOutputs, outputsOf, type StepFiles } from './outputs.ts'
import { renderSummary } from './summary.ts'

interface ReportOptions {
  /** Whether there is to be a summary. */
  readonly summary: boolean
  readonly env: NodeJS.ProcessEnv
  readonly masks: Pick<Masks, 'hide'>
}

/**
 * Shows all that is known at the end of a job, also of one that failed: log, outputs, files with the
 * graphs and the gate's report and, if wanted, summary. The failure itself is the caller's to report.
 */
export async function report(
  job: Job,
  outcome: Outcome,
  { summary, env, masks }: ReportOptions,
): Promise<void> {
  const selected = selectInOutcome(outcome, job.artifactTypes)
  const files = await writeFiles(selected, env)
  writeLog(job, selected)
  const { outputs, tooLong } = fitOutputs(outputsOf(job, selected, files))
  for (const [name, value] of outputs) core.setOutput(name, value)
  const listing = job.pull && join(job.pull.directory, LISTING)
  const cut = tooLong.map((name) => tooLongWarning(name, { ...files, listing }))
  warnings([...cut, ...outcome.warnings].map(masks.hide))
  if (summary) await writeSummary(masks.hide(renderSummary(job, selected, files.graphs)), env)
}

function writeLog(job: Job, { attached, graphs, gate, pulled, traffic, failure }: Outcome): void {
  for (const each of attached) info(formatAttached(each))
  for (const graph of graphs) group(`Referrers of ${graph.reference}`, renderTree(graph))
  if (gate) {
    group(`Gate: ${gate.verdict}`, renderReport(gate))
    errors(deniedLines(gate).map((line) => `Denied: ${line}`))
  }
  if (job.pull && !failure) info(formatPulled(job.pull, pulled))
  info(formatTraffic(traffic))
}

interface Files extends StepFiles {
  readonly listing: string | undefined
}

function tooLongWarning(name: string, files: Files): string {
  return `The output ${name} is left empty: it would pass the limit of GitHub.${where(name, files)}`
}

function where(name: string, { graphs, gateReport, listing }: Files): string {
  if (name === 'pulled' && listing) return ` ${listing} has it.`
  if (name === 'gate-report' && gateReport)
    return ` ${gateReport} has it (output gate-report-file).`
  return graphs ? ` The graphs are in ${graphs} (output graph-file).` : ''
}

async function writeFiles({ graphs, gate }: Outcome, env: NodeJS.ProcessEnv): Promise<StepFiles> {
  return {
    graphs: graphs.length === 0 ? undefined : await written('graph', graphs.map(graphJson), env),
    gateReport: gate && (await written('gate-report', reportJson(gate), env)),
  }
}

/** The outputs have most of what it has, so a step that has done its job does not fail for want of it. */
async function written(
  what: Parameters<typeof writeJsonFile>[0],
  value: unknown,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    return await writeJsonFile(what, value, env)
  } catch (error) {
    warnings([`The file ${what} could not be written: ${(error as Error).message}`])
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
