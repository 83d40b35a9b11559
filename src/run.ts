import { attachedOf } from './attach/attached.ts'
import type { PlannedArtifact } from './attach/plan.ts'
import { withPlanned } from './attach/planned-graph.ts'
import { type Prepared, prepare } from './attach/prepare.ts'
import { openFiles } from './attach/store.ts'
import { type AttachResult, attach } from './attach.ts'
import { discover } from './discover.ts'
import type { Graph } from './graph.ts'
import type { Attached, Job, Outcome, Pulled, ResolvedSubject, Traffic } from './job.ts'
import { hasCode, OciError } from './oci/error.ts'
import { targetOf } from './oci/reference.ts'
import { type OpenedImage, type OpenedImages, openImages } from './open.ts'
import { selectAttached } from './pull/select.ts'
import { type PullTarget, pull } from './pull.ts'
import { push } from './push.ts'
import type { Repository } from './repository/repository.ts'
import { resolveSubjects, type Subject } from './resolve.ts'
import type { RunContext } from './run-context.ts'

/** A subject with where it is and what is to be attached to it. */
interface Target extends Subject {
  readonly repository: Repository
  readonly reference: string
  readonly plan: readonly PlannedArtifact[]
}

type OnWarning = (message: string) => void

const noTraffic: Traffic = { requests: 0, retries: 0, bytesSent: 0, bytesReceived: 0 }

/**
 * Does the job: push, or resolve, attach, discover, pull, whichever parts it has. Returns everything
 * that is known at the end; what went wrong is its `failure`, an InputError or OciError where the cause is known.
 * Files are looked up and read before the first request, and every subject is resolved before
 * anything is written.
 */
export async function run(job: Job, context: RunContext): Promise<Outcome> {
  const subjects: ResolvedSubject[] = []
  const attached: Attached[] = []
  const graphs: Graph[] = []
  const pulled: Pulled[] = []
  const warnings = new Set<string>()
  const onWarning = (message: string): void => void warnings.add(message)
  let opened: OpenedImages | undefined
  let failure: Error | undefined
  try {
    const prepared = await prepare(job, context, onWarning)
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
    const wantsGraph = job.discovers || job.pull?.what === 'referrers'
    const discoveries = await Promise.allSettled(
      wantsGraph ? fulfilled(attachments).map((each) => discoverFrom(each, job, onWarning)) : [],
    )
    graphs.push(...fulfilled(discoveries).map(({ graph }) => graph))
    throwFirst(discoveries)
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

function fulfilled<T>(results: readonly PromiseSettledResult<T>[]): readonly T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected) throw rejected.reason
}

/** Each image is where the artifact goes, and the tag that it gets. */
async function pushTo(
  images: readonly OpenedImage[],
  prepared: Prepared,
  dryRun: boolean,
  { onProgress, signal }: RunContext,
): Promise<readonly Attached[]> {
  const plan = await prepared.plan()
  const { ifExists } = prepared.request
  const open = openFiles(onProgress, signal)
  const pushes = images.flatMap(({ repository, reference: { tag } }) =>
    plan.map(async (artifact) => {
      const options = { ifExists, dryRun, open, ...(tag !== undefined && { tag }) }
      return attachedOf(await push(repository, artifact, options), repository.name)
    }),
  )
  return Promise.all(pushes)
}

/**
 * Which blobs are there is asked while the subjects are resolved, and not again. What is wrong with
 * the image is told first: the answer to a HEAD has no words that say why.
 */
async function resolveTargets(
  job: Job,
  prepared: Prepared | undefined,
  images: readonly OpenedImage[],
  { onProgress }: RunContext,
): Promise<readonly Target[]> {
  const files = prepared?.files ?? []
  const perImage = await Promise.all(
    images.map(async ({ repository, reference }) => {
      const asked = Promise.allSettled(
        files.map((file) => repository.hasBlob({ ...file, mediaType: '' })),
      )
      const subjects = await resolveSubjects(repository, targetOf(reference), job.platform)
      throwFirst(await asked)
      return Promise.all(subjects.map((subject) => planTarget(repository, subject)))
    }),
  )
  return [...Map.groupBy(perImage.flat(), ({ reference }) => reference).values()].flatMap(merged)

  async function planTarget(repository: Repository, subject: Subject): Promise<Target> {
    const reference = `${repository.name}@${subject.descriptor.digest}`
    onProgress({ kind: 'step', message: `Resolved ${reference}` })
    return { ...subject, repository, reference, plan: (await prepared?.plan(subject)) ?? [] }
  }
}

/**
 * An image may be named twice, by several tags, and one manifest may be that of two platforms
 * (arm64 and arm64/v8), each with files of its own: each artifact is attached once.
 */
function merged([first, ...others]: readonly Target[]): readonly Target[] {
  if (!first) return []
  const digests = new Set(first.plan.map(({ manifest }) => manifest.descriptor.digest))
  const more = others
    .flatMap(({ plan }) => plan)
    .filter(({ manifest }) => !digests.has(manifest.descriptor.digest))
  return [{ ...first, plan: [...first.plan, ...more] }]
}

interface Attachment {
  readonly target: Target
  readonly result: AttachResult
}

async function attachTo(
  target: Target,
  job: Job,
  { onProgress, signal }: RunContext,
): Promise<Attachment> {
  const { ifExists = 'skip', tag } = job.attach ?? {}
  const open = openFiles(onProgress, signal)
  const options = { ifExists, dryRun: job.dryRun, open, ...(tag !== undefined && { tag }) }
  return {
    target,
    result: await attach(target.repository, target.descriptor, target.plan, options),
  }
}

interface Discovery {
  readonly target: Target
  readonly graph: Graph
}

/** The graph is also the proof: what was attached must be in it. */
async function discoverFrom(
  { target, result }: Attachment,
  job: Job,
  onWarning: OnWarning,
): Promise<Discovery> {
  const { repository, descriptor, platform, index } = target
  const { artifacts, referrers } = result
  const found = await discover(repository, descriptor, {
    depth: job.depth,
    ...(index && { index }),
    ...(referrers && { referrers }),
    onWarning,
  })
  const seen = new Set(found.referrers.map(({ digest }) => digest))
  const lost = artifacts.find(
    ({ status, manifest }) => status !== 'planned' && !seen.has(manifest.descriptor.digest),
  )
  if (lost) {
    throw new OciError(
      'NOT_LISTED',
      `${lost.manifest.descriptor.digest} is not among the referrers of ${target.reference}`,
    )
  }
  const graph = platform ? { ...found, platform } : found
  return { target, graph: withPlanned(graph, artifacts, repository.name) }
}

async function pullFor(
  { pull: request, artifactTypes, connection }: Job,
  targets: readonly Target[],
  discoveries: readonly Discovery[],
  { onProgress, signal }: RunContext,
  onWarning: OnWarning,
): Promise<readonly Pulled[]> {
  if (!request) return []
  const themselves = targets.map(
    ({ repository, descriptor }): PullTarget => ({
      reader: repository,
      selections: [{ descriptor, folder: [] }],
    }),
  )
  const attached = discoveries.map(
    ({ target, graph }): PullTarget => ({
      reader: target.repository,
      selections: selectAttached(graph, artifactTypes),
    }),
  )
  const { concurrency } = connection
  return pull(request.what === 'artifact' ? themselves : attached, request, {
    concurrency,
    onProgress,
    onWarning,
    signal,
  })
}

function resolvedSubject({ reference, descriptor, platform }: Target): ResolvedSubject {
  return { reference, digest: descriptor.digest, ...(platform && { platform }) }
}

function attachedTo(
  { reference, repository }: Target,
  { artifacts }: AttachResult,
): readonly Attached[] {
  return artifacts.map((artifact) => attachedOf(artifact, repository.name, reference))
}
