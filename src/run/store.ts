import { attachedOf } from '../attach/attached.ts'
import type { Prepared } from '../attach/prepare.ts'
import { openFiles } from '../attach/store.ts'
import { tagAttached } from '../attach/tag.ts'
import { type AttachResult, attach } from '../attach.ts'
import type { Attached, Job } from '../job.ts'
import type { OpenedImage } from '../open.ts'
import { push } from '../push.ts'
import type { RunContext } from '../run-context.ts'
import type { Target } from './targets.ts'

/** Returns what was pushed: each image is where the artifact goes, and the tag that it gets. */
export async function pushTo(
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

/** A target with what became of its artifacts. */
export interface Attachment {
  readonly target: Target
  readonly result: AttachResult
}

/** Returns the target with its artifacts attached. */
export async function attachTo(
  target: Target,
  job: Job,
  { onProgress, signal }: RunContext,
): Promise<Attachment> {
  const { ifExists = 'skip' } = job.attach ?? {}
  const open = openFiles(onProgress, signal)
  const options = { ifExists, dryRun: job.dryRun, open }
  return {
    target,
    result: await attach(target.repository, target.descriptor, target.plan, options),
  }
}

/** Gives what is attached the tag that the job asks for, if it does. Throws as `tagAttached` does. */
export async function tagFor(
  { target, result }: Attachment,
  { attach, dryRun }: Job,
): Promise<void> {
  if (attach?.tag === undefined || dryRun) return
  const { repository, descriptor } = target
  await tagAttached(repository, descriptor, result.artifacts, attach.tag)
}

/** Returns the artifacts of a target as the outcome names them. */
export function attachedTo(
  { reference, repository }: Target,
  { artifacts }: AttachResult,
): readonly Attached[] {
  return artifacts.map((artifact) => attachedOf(artifact, repository.name, reference))
}
