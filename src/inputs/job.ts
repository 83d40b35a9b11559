import { MAX_LEVELS } from '../discover/walk.ts'
import type { AttachRequest, Job } from '../job.ts'
import { readDescription } from './annotations.ts'
import { readArtifactType, readSelectedTypes } from './artifact-types.ts'
import { readConnection } from './connection.ts'
import { readImages } from './images.ts'
import { readPlatforms } from './platforms.ts'
import { readAll } from './problems.ts'
import { readPullRequest } from './pull.ts'
import { readBoolean, readChoice, readWholeNumber } from './scalar.ts'
import type { InputSource } from './source.ts'

/**
 * Returns the job that the inputs describe. What is not given has the default that `action.yml`
 * states. `imagesOf` reads which images it is about.
 *
 * Throws InputError or, for several, InputProblems: every input is checked, also one that this job
 * does not need.
 */
export function readJob(source: InputSource, imagesOf = readImages): Job {
  const attaches = source.values('files').length > 0
  const { request, pull, ...rest } = readAll({
    images: () => imagesOf(source),
    platform: () => readPlatforms(source),
    request: () => readAttachRequest(source),
    artifactTypes: () => (attaches ? [] : readSelectedTypes(source)),
    dryRun: () => readBoolean(source, 'dry-run', false),
    pull: () => readPullRequest(source),
    depth: () => readWholeNumber(source, 'depth', { least: 0, most: MAX_LEVELS, fallback: 0 }),
    connection: () => readConnection(source),
  })
  return { ...rest, discovers: true, ...(request && { attach: request }), ...(pull && { pull }) }
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
