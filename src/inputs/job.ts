import { MAX_LEVELS } from '../discover/walk.ts'
import type { AttachRequest, Job } from '../job.ts'
import { readAll } from '../oci/problems.ts'
import { readDescription } from './annotations.ts'
import { readArtifactType, readSelectedTypes } from './artifact-types.ts'
import { readConnection } from './connection.ts'
import { type ReadPolicy, readGateRequest } from './gate.ts'
import { readImages } from './images.ts'
import { readPlatforms } from './platforms.ts'
import { readPullRequest } from './pull.ts'
import { readBoolean, readChoice, readWholeNumber } from './scalar.ts'
import type { InputSource } from './source.ts'
import { readTimeout } from './timeout.ts'

/** What the fronts read each in their own way. */
export interface JobReaders {
  /** Which images the job is about. */
  readonly images?: typeof readImages
  /** What they must carry; nothing where it is left out. */
  readonly policy?: ReadPolicy
}

/**
 * Returns the job that the inputs describe. What is not given has the default that `action.yml`
 * states.
 *
 * Throws InputError or, for several, InputProblems: every input is checked, also one that this job
 * does not need.
 */
export function readJob(
  source: InputSource,
  { images = readImages, policy = () => undefined }: JobReaders = {},
): Job {
  const attaches = source.values('files').length > 0
  const { request, gate, pull, ...rest } = readAll({
    images: () => images(source),
    platform: () => readPlatforms(source),
    request: () => readAttachRequest(source),
    artifactTypes: () => (attaches ? [] : readSelectedTypes(source)),
    dryRun: () => readBoolean(source, 'dry-run', false),
    gate: () => readGateRequest(source, policy),
    pull: () => readPullRequest(source),
    depth: () => readWholeNumber(source, 'depth', { least: 0, most: MAX_LEVELS, fallback: 0 }),
    deadline: () => readTimeout(source),
    connection: () => readConnection(source),
  })
  return {
    ...rest,
    discovers: true,
    confirms: 'later',
    ...(request && { attach: request }),
    ...(gate && { gate }),
    ...(pull && { pull }),
  }
}

function readAttachRequest(source: InputSource): AttachRequest | undefined {
  const files = source.values('files')
  const { artifactType, description, ...rest } = readAll({
    artifactType: () => (files.length > 0 ? readArtifactType(source) : undefined),
    combine: () => readBoolean(source, 'combine', false),
    description: () => readDescription(source),
    ifExists: () => readChoice(source, 'if-exists', ['skip', 'append']),
    manifestFormat: () => readChoice(source, 'manifest-format', ['oci-image', 'oras-artifact']),
  })
  if (files.length === 0) return undefined
  return { files, ...(artifactType !== undefined && { artifactType }), ...rest, ...description }
}
