import { gzipSync } from 'node:zlib'
import { digestOf, isDigest } from '../../../src/oci/digest.ts'
import { withoutParameters } from '../../../src/oci/media-types.ts'
import { isDigestOf } from './content-digest.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, type Incoming, specError } from './exchange.ts'
import { checkManifest } from './manifest-validation.ts'
import { keepTag, tellsSubject } from './referrers.ts'
import { repositoryOf, type StoredManifest, storeManifest } from './store.ts'

/** What clients can count on, so more is a client's fault (distribution-spec, Pushing Manifests). */
const MAX_SIZE = 4 * 1024 * 1024

const unknownManifest = specError(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
const notAccepted = specError(
  404,
  'MANIFEST_UNKNOWN',
  'OCI artifact found, but accept header does not support OCI artifacts',
)
const notDeleted = specError(405, 'UNSUPPORTED', 'The operation is unsupported.')

/** Answers GET and HEAD of a manifest (distribution-spec v1.1.1, Pulling manifests). */
export const getManifest: Handler = (context, request, name, reference) => {
  const manifest = find(context, name, reference)
  if (manifest === undefined) {
    return context.store.repositories.has(name)
      ? unknownManifest
      : specError(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  }
  const { digestHeader, accept } = context.quirks.manifests ?? {}
  if (accept === 'must-match' && !accepts(request, manifest.mediaType)) return notAccepted
  const omitted =
    digestHeader === 'missing' ||
    (digestHeader === 'missing-on-get-by-tag' && request.method === 'GET' && !isDigest(reference))
  const answer = {
    status: 200,
    headers: {
      'content-type': manifest.mediaType,
      ...(!omitted && { 'docker-content-digest': manifest.digest }),
    },
    body: manifest.bytes,
  }
  return isCompressed(context, request) ? compress(answer, manifest.bytes) : answer
}

/** Answers PUT of a manifest by tag or digest (distribution-spec v1.1.1, Pushing Manifests). */
export const putManifest: Handler = (context, request, name, reference) => {
  const mediaType = withoutParameters(request.headers['content-type'] ?? '')
  const refused =
    checkSize(context, request) ??
    checkManifest(context, request, name, mediaType) ??
    checkReference(context, request, name, reference)
  if (refused) return refused
  const repository = repositoryOf(context.store, name)
  const digest = isDigest(reference) ? reference : digestOf(request.body)
  const manifest = storeManifest(repository, mediaType, request.body, digest)
  if (!isDigest(reference)) repository.tags.set(reference, digest)
  const { subject } = manifest.facts
  const { staleReads = 0 } = context.quirks.referrers ?? {}
  if (subject !== undefined && staleReads > 0) context.staleReads.set(digest, staleReads)
  if (subject !== undefined && isDigest(subject) && isTagKept(context)) {
    keepTag(context, name, subject)
  }
  const place = context.quirks.manifests?.location === 'upload' ? 'blobs/uploads' : 'manifests'
  return {
    status: 201,
    headers: {
      location: `/v2/${name}/${place}/${digest}`,
      'docker-content-digest': digest,
      ...(subject !== undefined && tellsSubject(context.quirks) && { 'oci-subject': subject }),
    },
  }
}

/**
 * Answers DELETE of a manifest by its digest, which its tags go with, or of a tag alone
 * (distribution-spec v1.1.1, Deleting tags, Deleting Manifests).
 */
export const deleteManifest: Handler = ({ store, quirks }, _request, name, reference) => {
  const { deletion } = quirks.manifests ?? {}
  if (deletion === 'refused') return notDeleted
  if (deletion === 'of-tags-refused' && !isDigest(reference)) return notDeleted
  const repository = store.repositories.get(name)
  if (repository === undefined) return unknownManifest
  if (!isDigest(reference)) {
    return repository.tags.delete(reference) ? { status: 202 } : unknownManifest
  }
  if (!repository.manifests.delete(reference)) return unknownManifest
  for (const [tag, digest] of repository.tags) {
    if (digest === reference) repository.tags.delete(tag)
  }
  return { status: 202 }
}

function find(
  { store }: RegistryContext,
  name: string,
  reference: string,
): StoredManifest | undefined {
  const repository = store.repositories.get(name)
  const digest = isDigest(reference) ? reference : repository?.tags.get(reference)
  return digest && repository?.manifests.get(digest)
}

function isTagKept({ quirks }: RegistryContext): boolean {
  return quirks.referrers?.tag === 'kept-by-registry'
}

function accepts({ headers }: Incoming, mediaType: string): boolean {
  const accepted = (headers.accept ?? '*/*').split(',').map((each) => withoutParameters(each))
  return accepted.some((each) => each === mediaType || each === '*/*')
}

function isCompressed({ quirks }: RegistryContext, { headers }: Incoming): boolean {
  const { encoding } = quirks.manifests ?? {}
  if (encoding === 'gzip') return true
  return encoding === 'gzip-if-accepted' && /\bgzip\b/.test(String(headers['accept-encoding']))
}

function compress(answer: Answer, bytes: Uint8Array): Answer {
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip' },
    body: gzipSync(bytes),
  }
}

function checkSize({ quirks }: RegistryContext, { body }: Incoming): Answer | undefined {
  const { maxSize = MAX_SIZE, tooLarge = 413 } = quirks.manifests ?? {}
  if (body.length <= maxSize) return undefined
  return specError(tooLarge, 'MANIFEST_INVALID', 'http: request body too large')
}

function checkReference(
  context: RegistryContext,
  { body }: Incoming,
  name: string,
  reference: string,
): Answer | undefined {
  if (isDigest(reference)) {
    return isDigestOf(reference, body)
      ? undefined
      : specError(400, 'DIGEST_INVALID', 'provided digest did not match content')
  }
  if (!/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/.test(reference)) {
    return specError(400, 'MANIFEST_INVALID', `not a tag: ${reference}`)
  }
  const existing = context.store.repositories.get(name)?.tags.get(reference)
  const moves = existing !== undefined && existing !== digestOf(body)
  return moves ? immutableTag(context, name, reference) : undefined
}

function immutableTag({ quirks }: RegistryContext, name: string, tag: string): Answer | undefined {
  switch (quirks.manifests?.immutableTags) {
    case undefined:
      return undefined
    case 400:
      return specError(
        400,
        'TAG_INVALID',
        `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the repository is immutable.`,
      )
    case 409:
      return specError(409, 'TAG_IMMUTABLE', `tag ${tag} is immutable`)
    case 412:
      return specError(
        412,
        'PRECONDITION',
        `Failed to process request due to '${name}:${tag}' configured as immutable.`,
      )
  }
}
