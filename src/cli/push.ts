import { resolve } from 'node:path'
import { readImages } from '../inputs/images.ts'
import { readJob } from '../inputs/job.ts'
import type { InputSource } from '../inputs/source.ts'
import type { AttachRequest, Job } from '../job.ts'
import { InputError } from '../oci/error.ts'
import { readAll } from '../oci/problems.ts'
import { formatRepository, parseReference, type Reference } from '../oci/reference.ts'
import { asReference, commandInputs } from './inputs.ts'
import type { JobCommand } from './parse.ts'

/**
 * Returns the job of a command `push`: all files become one artifact, attached to the subject, or with
 * none pushed by itself; where REPOSITORY has a tag, the artifact gets it. `password` is what standard
 * input holds.
 *
 * Throws InputError or InputProblems as `readJob` does (input `image` is the subject), and InputError
 * (input `repository` or `subject`) for a REPOSITORY that is none or is not the subject's.
 */
export function pushJob(command: JobCommand, password: string | undefined): Job {
  const subject = command.options.get('subject')?.at(-1)
  const source = pushInputs(command, password, subject)
  const { destination, job } = readAll({
    destination: () => readDestination(command),
    job: () => readJob(source, { images: subject === undefined ? () => [] : readImages }),
  })
  const { attach: request, ...rest } = { ...job, discovers: false, confirms: 'before-end' as const }
  const [image] = job.images
  return image
    ? { ...rest, ...(request && { attach: taggedRequest(request, image, destination) }) }
    : { ...rest, images: [destination], ...(request && { push: request }) }
}

/** A subject that is given but empty, as an unset variable is, is none, which `readImages` refuses. */
function pushInputs(
  command: JobCommand,
  password: string | undefined,
  subject: string | undefined,
): InputSource {
  const { value, values } = commandInputs(command, password)
  const images = subject?.trim() ? [asReference(subject, command)] : []
  return {
    value: (name) => (name === 'combine' ? 'true' : value(name)),
    values: (name) => (name === 'image' ? images : values(name)),
  }
}

function readDestination(command: JobCommand): Reference {
  const [operand = ''] = command.operands
  const reference = parseDestination(asReference(operand, command))
  if (!reference.digest) return reference
  throw new InputError(
    'repository',
    'a digest is given, but that of an artifact follows from its files',
    'Give a tag instead of it, or nothing.',
  )
}

function parseDestination(text: string): Reference {
  try {
    return parseReference(text)
  } catch (error) {
    if (error instanceof InputError) {
      throw new InputError('repository', error.message, error.advice)
    }
    throw error
  }
}

/** An artifact is found by what it refers to only in the same repository (distribution-spec v1.1.1). */
function taggedRequest(
  request: AttachRequest,
  subject: Reference,
  destination: Reference,
): AttachRequest {
  if (placeOf(subject) !== placeOf(destination)) {
    throw new InputError(
      'subject',
      `it is in ${formatRepository(subject)}, not in ${formatRepository(destination)}`,
      'An artifact is attached in the repository of its subject: name that one.',
    )
  }
  const { tag } = destination
  if (tag === undefined) return request
  if (tag !== subject.tag) return { ...request, tag }
  throw new InputError(
    'repository',
    `the tag ${tag} is the subject's: the artifact would take its place`,
    'Give another tag, or none.',
  )
}

function placeOf(reference: Reference): string {
  return reference.kind === 'registry' ? formatRepository(reference) : resolve(reference.path)
}
