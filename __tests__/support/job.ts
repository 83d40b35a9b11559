import type { ArtifactRequest, AttachRequest, Connection, Job, Outcome } from '../../src/job.ts'
import { parseReference } from '../../src/oci/reference.ts'
import { run } from '../../src/run.ts'
import type { RunContext } from '../../src/run-context.ts'

const connection: Connection = { plainHttp: 'auto', referrersMode: 'auto', concurrency: 32 }

const artifactDefaults: Omit<ArtifactRequest, 'files'> = {
  combine: false,
  annotations: {},
  ifExists: 'skip',
  manifestFormat: 'oci-image',
}

export interface JobOptions
  extends Partial<Omit<Job, 'images' | 'attach' | 'push' | 'connection'>> {
  readonly attach?: Partial<AttachRequest> & Pick<AttachRequest, 'files'>
  readonly push?: Partial<ArtifactRequest> & Pick<ArtifactRequest, 'files'>
  readonly connection?: Partial<Connection>
}

/** Returns the job about the images, with the defaults of the inputs for what is not given. */
export function jobOn(images: string | readonly string[], options: JobOptions = {}): Job {
  const { attach, push, connection: given, ...rest } = options
  return {
    images: [images].flat().map((image) => parseReference(image)),
    platform: 'subject',
    artifactTypes: [],
    dryRun: false,
    discovers: true,
    confirms: 'later',
    depth: 0,
    deadline: 60_000,
    ...rest,
    ...(attach && { attach: { ...artifactDefaults, ...attach } }),
    ...(push && { push: { ...artifactDefaults, combine: true, ...push } }),
    connection: { ...connection, ...given },
  }
}

/** How a test runs a job otherwise than by default. */
export type JobContext = Partial<RunContext>

/** Returns a clock that goes on by itself, and by as much as is slept, which takes no time. */
export function withoutWaiting(): Required<Pick<RunContext, 'sleep' | 'now'>> {
  let slept = 0
  return {
    sleep: async (milliseconds) => {
      slept += milliseconds
    },
    now: () => performance.now() + slept,
  }
}

/** Returns the outcome of the job, run with no credentials but those of the job, and without waiting. */
export function outcomeOf(job: Job, context: JobContext = {}): Promise<Outcome> {
  return run(job, {
    onProgress: () => {},
    signal: new AbortController().signal,
    env: { HOME: '/nonexistent' },
    cacheDirectory: '/nonexistent',
    ...withoutWaiting(),
    ...context,
  })
}

/** Returns the outcome of a job that is to succeed; throws its failure. */
export async function succeed(job: Job, context: JobContext = {}): Promise<Outcome> {
  const outcome = await outcomeOf(job, context)
  if (outcome.failure) throw outcome.failure
  return outcome
}
