import { otherwiseCreated } from './attach/otherwise-created.ts'
import { type PlannedArtifact, planAttach, requireTypes } from './attach/plan.ts'
import { withPlanned } from './attach/planned-graph.ts'
import { type AttachResult, attach } from './attach.ts'
import { discover } from './discover.ts'
import { type SelectedFiles, selectFiles } from './files/select.ts'
import type { Graph } from './graph.ts'
import type { Attached, AttachedFile, Job, Outcome, ResolvedSubject, Traffic } from './job.ts'
import { OciError } from './oci/error.ts'
import { type OpenedImage, type OpenedImages, openImages } from './open.ts'
import { type Content, contentOfFile, observed } from './repository/content.ts'
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
 * Does the job: resolve, attach, discover, whichever parts it has. Returns everything that is known
 * at the end; what went wrong is its `failure`, an InputError or OciError where the cause is known.
 * Files are looked up and read before the first request, and every subject is resolved before
 * anything is written.
 */
export async function run(job: Job, context: RunContext): Promise<Outcome> {
  const subjects: ResolvedSubject[] = []
  const attached: Attached[] = []
  const graphs: Graph[] = []
  const warnings = new Set<string>()
  const onWarning = (message: string): void => void warnings.add(message)
  let opened: OpenedImages | undefined
  let failure: Error | undefined
  try {
    const files = job.attach && (await selectFiles(job.attach.files, job.platform))
    if (job.attach && files) requireTypes(files.all, job.attach, job.platform)
    warnOfEmptyBills(files, onWarning)
    opened = await openImages(job, context)
    const targets = await resolveTargets(job, files, opened.images, context)
    subjects.push(...targets.map(resolvedSubject))
    const attachments = await Promise.allSettled(
      targets.map((target) => attachTo(target, job, context)),
    )
    attached.push(
      ...fulfilled(attachments).flatMap(({ target, result }) => attachedTo(target, result)),
    )
    throwFirst(attachments)
    const discoveries = await Promise.allSettled(
      job.discovers ? fulfilled(attachments).map((each) => discoverFrom(each, job, onWarning)) : [],
    )
    graphs.push(...fulfilled(discoveries))
    throwFirst(discoveries)
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
  } finally {
    await opened?.close()
  }
  const traffic = opened?.traffic() ?? noTraffic
  return {
    subjects,
    attached,
    graphs,
    warnings: [...warnings],
    traffic,
    ...(failure && { failure }),
  }
}

function fulfilled<T>(results: readonly PromiseSettledResult<T>[]): readonly T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

function throwFirst(results: readonly PromiseSettledResult<unknown>[]): void {
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected) throw rejected.reason
}

/** Which blobs are there is asked while the subjects are resolved, and not again. */
async function resolveTargets(
  job: Job,
  files: SelectedFiles | undefined,
  images: readonly OpenedImage[],
  { onProgress, env }: RunContext,
): Promise<readonly Target[]> {
  const created = otherwiseCreated(env, new Date())
  const perImage = await Promise.all(
    images.map(async ({ repository, target }) => {
      const [subjects] = await Promise.all([
        resolveSubjects(repository, target, job.platform),
        ...(files?.all ?? []).map((file) => repository.hasBlob({ ...file, mediaType: '' })),
      ])
      return Promise.all(subjects.map((subject) => planTarget(repository, subject)))
    }),
  )
  return [...new Map(perImage.flat().map((target) => [target.reference, target])).values()]

  async function planTarget(repository: Repository, subject: Subject): Promise<Target> {
    const reference = `${repository.name}@${subject.descriptor.digest}`
    onProgress({ kind: 'step', message: `Resolved ${reference}` })
    const plan =
      job.attach && files
        ? planAttach(
            subject.descriptor,
            await files.forPlatform(subject.platform),
            job.attach,
            created,
          )
        : []
    return { ...subject, repository, reference, plan }
  }
}

interface Attachment {
  readonly target: Target
  readonly result: AttachResult
}

async function attachTo(target: Target, job: Job, { onProgress }: RunContext): Promise<Attachment> {
  const open = (file: AttachedFile): Content =>
    observed(contentOfFile(file.path, file), (sent) =>
      onProgress({ kind: 'upload', title: file.title, sent, size: file.size }),
    )
  const ifExists = job.attach?.ifExists ?? 'skip'
  const options = { ifExists, dryRun: job.dryRun, open }
  return {
    target,
    result: await attach(target.repository, target.descriptor, target.plan, options),
  }
}

/** The graph is also the proof: what was attached must be in it. */
async function discoverFrom(
  { target, result }: Attachment,
  job: Job,
  onWarning: OnWarning,
): Promise<Graph> {
  const { repository, descriptor, platform } = target
  const { artifacts, referrers } = result
  const found = await discover(repository, descriptor, {
    depth: job.depth,
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
  return withPlanned(platform ? { ...found, platform } : found, artifacts, repository.name)
}

function resolvedSubject({ reference, descriptor, platform }: Target): ResolvedSubject {
  return { reference, digest: descriptor.digest, ...(platform && { platform }) }
}

function attachedTo(
  { reference, repository }: Target,
  { artifacts }: AttachResult,
): readonly Attached[] {
  return artifacts.map(({ manifest, artifactType, files, status, via }) => ({
    subject: reference,
    reference: `${repository.name}@${manifest.descriptor.digest}`,
    digest: manifest.descriptor.digest,
    mediaType: manifest.descriptor.mediaType,
    size: manifest.descriptor.size,
    artifactType,
    files,
    status,
    ...(via && { via }),
  }))
}

function warnOfEmptyBills(files: SelectedFiles | undefined, onWarning: OnWarning): void {
  for (const { path, document } of files?.all ?? []) {
    if (document?.components === 'none') onWarning(`${path} lists no component at all`)
  }
}
