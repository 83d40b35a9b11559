import { prepare } from './attach/prepare.ts'
import type { Report } from './gate/report.ts'
import type { Graph } from './graph.ts'
import type { Attached, Job, Outcome, Pulled, ResolvedSubject, Traffic } from './job.ts'
import { hasCode, OciError } from './oci/error.ts'
import { type OpenedImages, openImages } from './open.ts'
import { withDeadline } from './run/deadline.ts'
import { prepareGate, requirePassed } from './run/gate.ts'
import { fulfilled, throwFirst } from './run/settled.ts'
import { discoverFrom, pullFor } from './run/show.ts'
import { attachedTo, attachTo, pushTo } from './run/store.ts'
import { resolvedSubject, resolveTargets } from './run/targets.ts'
import type { RunContext } from './run-context.ts'

const noTraffic: Traffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 }

/**
 * Does the job: push, or resolve, attach, discover, judge, pull, whichever parts it has. Returns
 * everything that is known at the end; what went wrong is its `failure`, an InputError or OciError where
 * the cause is known. Files are looked up and read before the first request, every subject is resolved
 * before anything is written, and nothing is pulled unless the gate is passed: a denied one is a
 * failure, GATE_DENIED. What takes longer than the job allows fails with TIMEOUT.
 */
export function run(job: Job, context: RunContext): Promise<Outcome> {
  return withDeadline(job.deadline, context, (limited) => runParts(job, limited))
}

async function runParts(job: Job, context: RunContext): Promise<Outcome> {
  const subjects: ResolvedSubject[] = []
  const attached: Attached[] = []
  const graphs: Graph[] = []
  const pulled: Pulled[] = []
  const warnings = new Set<string>()
  const onWarning = (message: string): void => void warnings.add(message)
  let opened: OpenedImages | undefined
  let gate: Report | undefined
  let failure: Error | undefined
  try {
    const prepared = await prepare(job, context, onWarning)
    const judge = await prepareGate(job, context)
    opened = await openImages(job, context)
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
    throwFirst(attachments)
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
  } finally {
    await opened?.close()
  }
  const traffic = opened?.traffic() ?? noTraffic
  return {
    subjects,
    attached,
    graphs,
    ...(gate && { gate }),
    pulled,
    warnings: [...warnings],
    traffic,
    ...(failure && { failure }),
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
