import { prepare } from './attach/prepare.ts'
import type { Report } from './gate/report.ts'
import type { Graph } from './graph.ts'
import type { Attached, Job, Outcome, Pulled, ResolvedSubject, Traffic } from './job.ts'
import { hasCode, OciError } from './oci/error.ts'
import { type OpenedImages, openImages } from './open.ts'
import { requireUnlinked } from './pull/unlinked.ts'
import { confirmAll, type Pending, pendingOf } from './run/confirm.ts'
import { withDeadline } from './run/deadline.ts'
import { prepareGate, requirePassed } from './run/gate.ts'
import { fulfilled, throwFirst } from './run/settled.ts'
import { discoverFrom, pullFor } from './run/show.ts'
import { attachedTo, attachTo, pushTo, tagFor } from './run/store.ts'
import { resolvedSubject, resolveTargets } from './run/targets.ts'
import type { RunContext } from './run-context.ts'
import { workspaceOf } from './workspace.ts'

const noTraffic: Traffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 }

/**
 * Does the job: push, or resolve, attach, discover, judge, pull, whichever parts it has. Returns
 * everything that is known at the end; what went wrong is its `failure`, an InputError or OciError where
 * the cause is known. Before the first request files are looked up and read, and links on the way to where
 * files are pulled refused; every subject is resolved before anything is written, and nothing is pulled
 * unless the gate is passed: a denied one is a failure, GATE_DENIED. Lists without a lock are confirmed last
 * of all, unless that is for later. What takes longer than the job allows fails with TIMEOUT.
 */
export function run(job: Job, context: RunContext): Promise<Outcome> {
  return withDeadline(job.deadline, context, (limited) => runParts(job, limited))
}

async function runParts(job: Job, context: RunContext): Promise<Outcome> {
  const subjects: ResolvedSubject[] = []
  const attached: Attached[] = []
  const graphs: Graph[] = []
  const pending: Pending[] = []
  const pulled: Pulled[] = []
  const warnings = new Set<string>()
  const onWarning = (message: string): void => void warnings.add(message)
  let opened: OpenedImages | undefined
  let gate: Report | undefined
  let failure: Error | undefined
  try {
    if (job.pull) await requireUnlinked(job.pull.directory, await workspaceOf(context.env))
    const prepared = await prepare(job, context, onWarning)
    const judge = await prepareGate(job, context)
    opened = await openImages({ ...job, access: accessFor(job) }, context)
    if (job.push && prepared) {
      attached.push(...(await pushTo(opened.images, prepared, job.dryRun, context)))
    }
    const targets = job.push ? [] : await resolveTargets(job, prepared, opened.images, context)
    subjects.push(...targets.map(resolvedSubject))
    const attachments = await Promise.allSettled(
      targets.map((target) => attachTo(target, job, context)),
    )
    attached.push(
      ...fulfilled(attachments).flatMap(({ target, result }) => attachedTo(target, result)),
    )
    pending.push(...pendingOf(fulfilled(attachments)))
    // Last of all, and where that fails, what is attached is nevertheless to be confirmed.
    const tagged = await Promise.allSettled(fulfilled(attachments).map((each) => tagFor(each, job)))
    throwFirst(attachments)
    throwFirst(tagged)
    const wantsGraph = job.discovers || job.gate || job.pull?.what === 'referrers'
    const discoveries = await Promise.allSettled(
      wantsGraph
        ? fulfilled(attachments).map((each) => discoverFrom(each, job, context, onWarning))
        : [],
    )
    graphs.push(...fulfilled(discoveries).map(({ shown }) => shown))
    throwFirst(discoveries)
    gate = await judge?.(fulfilled(discoveries))
    if (gate) requirePassed(gate)
    pulled.push(...(await pullFor(job, targets, fulfilled(discoveries), context, onWarning)))
  } catch (error) {
    failure = failureOf(error, context.signal)
  }
  if (job.confirms === 'before-end') failure = (await confirmNow(pending, context)) ?? failure
  await opened?.close()
  const traffic = opened?.traffic() ?? noTraffic
  return {
    subjects,
    attached,
    unconfirmed: job.confirms === 'later' ? pending.map((each) => each.unconfirmed) : [],
    graphs,
    ...(gate && { gate }),
    pulled,
    warnings: [...warnings],
    traffic,
    ...(failure && { failure }),
  }
}

function accessFor({ attach, push, dryRun }: Job): 'read' | 'write' {
  return (attach || push) && !dryRun ? 'write' : 'read'
}

/** Also what a job that failed has attached is to stay; why it does not is the graver failure. */
async function confirmNow(
  pending: readonly Pending[],
  { onProgress, signal }: RunContext,
): Promise<Error | undefined> {
  if (pending.length === 0) return undefined
  try {
    const message = 'Waiting until the list of referrers is safe from other writers'
    onProgress({ kind: 'step', message })
    await confirmAll(pending)
    return undefined
  } catch (error) {
    return failureOf(error, signal)
  }
}

/** What was under way when the job was cancelled fails in words of its own; they are the cause. */
function failureOf(error: unknown, { aborted }: AbortSignal): Error {
  if (aborted && !hasCode(error, 'CANCELLED')) {
    const advice = 'Run it again: what is already there is not sent again.'
    return new OciError('CANCELLED', 'cancelled before it was done', { advice, cause: error })
  }
  return error instanceof Error ? error : new Error(String(error))
}
