import type { PlannedArtifact } from '../attach/plan.ts'
import type { Prepared } from '../attach/prepare.ts'
import type { Job, OnProgress, ResolvedSubject } from '../job.ts'
import { targetOf } from '../oci/reference.ts'
import { tellingSoFar } from '../oci/so-far.ts'
import type { OpenedImage } from '../open.ts'
import type { Repository } from '../repository/repository.ts'
import { resolveSubjects, type Subject } from '../resolve.ts'
import type { RunContext } from '../run-context.ts'
import { throwFirst } from './settled.ts'

/** A subject with where it is and what is to be attached to it. */
export interface Target extends Subject {
  readonly repository: Repository
  readonly reference: string
  readonly plan: readonly PlannedArtifact[]
}

/**
 * Returns the subjects of the images, each once, with what is to be attached to it.
 *
 * Which blobs are there is asked while the subjects are resolved, and not again. What is wrong with
 * the image is told first: the answer to a HEAD has no words that say why.
 */
export async function resolveTargets(
  job: Job,
  prepared: Prepared | undefined,
  images: readonly OpenedImage[],
  { onProgress }: RunContext,
): Promise<readonly Target[]> {
  const resolving = (): Promise<readonly Target[]> => resolveAll(job, prepared, images, onProgress)
  return prepared ? tellingSoFar(() => 'nothing was attached', resolving) : resolving()
}

async function resolveAll(
  job: Job,
  prepared: Prepared | undefined,
  images: readonly OpenedImage[],
  onProgress: OnProgress,
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

/** Returns the target as the outcome names it. */
export function resolvedSubject({ reference, descriptor, platform }: Target): ResolvedSubject {
  return { reference, digest: descriptor.digest, ...(platform && { platform }) }
}
