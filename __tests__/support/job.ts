import type { AttachRequest, Connection, Job, OnProgress, Outcome } from '../../src/job.ts'
import { parseReference } from '../../src/oci/reference.ts'
import { run } from '../../src/run.ts'

const connection: Connection = { plainHttp: 'auto', referrersMode: 'auto', concurrency: 32 }

const attachDefaults: Omit<AttachRequest, 'files'> = {
  combine: false,
  annotations: {},
  ifExists: 'skip',
  manifestFormat: 'oci-image',
}

export interface JobOptions extends Partial<Omit<Job, 'images' | 'attach' | 'connection'>> {
  readonly attach?: Partial<AttachRequest> & Pick<AttachRequest, 'files'>
  readonly connection?: Partial<Connection>
}

/** Returns the job about the images, with the defaults of the inputs for what is not given. */
export function jobOn(images: string | readonly string[], options: JobOptions = {}): Job {
  const { attach, connection: given, ...rest } = options
  return {
    images: [images].flat().map((image) => parseReference(image)),
    platform: 'subject',
    artifactTypes: [],
    dryRun: false,
    depth: 0,
    ...rest,
    ...(attach && { attach: { ...attachDefaults, ...attach } }),
    connection: { ...connection, ...given },
  }
}

/** Returns the outcome of the job, run with no credentials but those of the job. */
export function outcomeOf(job: Job, onProgress: OnProgress = () => {}): Promise<Outcome> {
  return run(job, { onProgress, signal: new AbortController().signal, env: {} })
}

/** Returns the outcome of a job that is to succeed; throws its failure. */
export async function succeed(job: Job): Promise<Outcome> {
  const outcome = await outcomeOf(job)
  if (outcome.failure) throw outcome.failure
  return outcome
}
