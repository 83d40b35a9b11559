import { randomUUID } from 'node:crypto'
import { type Digest, isDigest } from '../../../src/oci/digest.ts'
import { isDigestOf } from './content-digest.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, type Incoming, specError } from './exchange.ts'
import { repositoryOf, type Upload } from './store.ts'

const tooLargeChunk = specError(
  416,
  'REQUESTED_RANGE_NOT_SATISFIABLE',
  'the request body is too large and exceeds the maximum permissible limit of 4.00MiB',
)
const unknownUpload = specError(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
const emptyBlob = specError(400, 'SIZE_INVALID', 'a blob of zero bytes')
const wrongDigest = specError(400, 'DIGEST_INVALID', 'provided digest did not match content')

/**
 * Answers the POST that starts an upload, stores a whole blob (`digest`) or mounts one from another
 * repository (`mount`, `from`; 202 where that does not have it) (distribution-spec v1.1.1, Pushing
 * blobs).
 */
export const startUpload: Handler = (context, request, name) => {
  const parameters = request.url.searchParams
  const { repository } = context.quirks.uploads ?? {}
  if (repository === 'must-exist' && !context.store.repositories.has(name)) {
    return unknownRepository(name)
  }
  const digest = parameters.get('digest')
  if (digest !== null && context.quirks.uploads?.singlePost !== 202) {
    return storeBlob(context, name, digest, request.body, 201)
  }
  const mounted = mount(context, request, name)
  if (mounted) return mounted
  const id = randomUUID()
  const upload = { repository: name, state: newState(), received: new Uint8Array() }
  context.store.uploads.set(id, upload)
  return progress(context, id, upload, 202)
}

function unknownRepository(name: string): Answer {
  const message = `The repository with name '${name}' does not exist in the registry`
  return specError(404, 'NAME_UNKNOWN', message)
}

/** Answers GET of an upload: how much of it has arrived. */
export const getUpload: Handler = (context, request, name, id) =>
  withUpload(context, request, name, id, (upload) => progress(context, id, upload, 204))

/** Answers PATCH: a chunk. */
export const patchUpload: Handler = (context, request, name, id) =>
  withUpload(context, request, name, id, (upload) => {
    if (isOutOfOrder(request, upload)) return outOfOrder(context, id, upload)
    const { maxChunk = Number.POSITIVE_INFINITY } = context.quirks.uploads ?? {}
    if (request.body.length > maxChunk) return tooLargeChunk
    const received = Buffer.concat([upload.received, request.body])
    const longer = { ...upload, state: newState(), received }
    context.store.uploads.set(id, longer)
    return progress(context, id, longer, 202)
  })

/** Answers the PUT that finishes an upload, with the rest of its bytes. */
export const finishUpload: Handler = (context, request, name, id) =>
  withUpload(context, request, name, id, (upload) => {
    if (isOutOfOrder(request, upload)) return outOfOrder(context, id, upload)
    const bytes = Buffer.concat([upload.received, request.body])
    const digest = request.url.searchParams.get('digest') ?? ''
    const status = context.quirks.uploads?.putStatus ?? 201
    const answer = storeBlob(context, name, digest, bytes, status)
    if (answer.status === status) context.store.uploads.delete(id)
    return answer
  })

/** Answers DELETE of an upload. */
export const cancelUpload: Handler = (context, request, name, id) =>
  withUpload(context, request, name, id, () => {
    context.store.uploads.delete(id)
    return { status: 204 }
  })

function withUpload(
  { store, quirks }: RegistryContext,
  { url }: Incoming,
  name: string,
  id: string,
  answer: (upload: Upload) => Answer,
): Answer {
  const upload = store.uploads.get(id)
  if (upload?.repository !== name) return unknownUpload
  if (quirks.uploads?.state === 'required' && url.searchParams.get('_state') !== upload.state) {
    return specError(400, 'BLOB_UPLOAD_INVALID', 'blob upload invalid: _state')
  }
  return answer(upload)
}

/** Bytes that say where they begin must begin where the last ones ended. */
function isOutOfOrder({ headers }: Incoming, { received }: Upload): boolean {
  const range = headers['content-range']
  return range !== undefined && Number(range.split('-')[0]) !== received.length
}

function outOfOrder(context: RegistryContext, id: string, upload: Upload): Answer {
  const { headers } = progress(context, id, upload, 416)
  return specError(416, 'BLOB_UPLOAD_INVALID', 'chunk out of order', headers)
}

function storeBlob(
  { store, quirks }: RegistryContext,
  name: string,
  digest: string,
  bytes: Uint8Array,
  status: number,
): Answer {
  if (!isDigestOf(digest, bytes)) return wrongDigest
  if (bytes.length === 0 && quirks.uploads?.emptyBlob === 400) return emptyBlob
  repositoryOf(store, name).blobs.set(digest, bytes)
  return stored(name, digest, status)
}

function mount(
  { store, quirks }: RegistryContext,
  { url, mayPull }: Incoming,
  name: string,
): Answer | undefined {
  const digest = url.searchParams.get('mount') ?? ''
  const from = url.searchParams.get('from') ?? ''
  if (quirks.uploads?.mount === 202 || !isDigest(digest) || !mayPull(from)) return undefined
  const bytes = store.repositories.get(from)?.blobs.get(digest)
  if (bytes === undefined) return undefined
  repositoryOf(store, name).blobs.set(digest, bytes)
  return stored(name, digest, 201)
}

function stored(name: string, digest: Digest, status: number): Answer {
  const headers = { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest }
  return { status, headers }
}

function progress(context: RegistryContext, id: string, upload: Upload, status: number): Answer {
  const range = `0-${Math.max(upload.received.length - 1, 0)}`
  return { status, headers: { location: locationOf(context, id, upload), range } }
}

function locationOf({ quirks, origins }: RegistryContext, id: string, upload: Upload): string {
  const { location = 'relative', state } = quirks.uploads ?? {}
  const { repository } = upload
  const query = state === 'required' ? `?_state=${encodeURIComponent(upload.state)}` : ''
  const path = `/v2/${repository}/blobs/uploads/${id}${query}`
  const locations = {
    relative: path,
    absolute: origins.registry + path,
    'other-origin': origins.other + path,
    'private-network': `https://169.254.169.254${path}`,
    'other-path': `/artifacts-uploads/namespaces/project/repositories/${repository}/uploads/${id}${query}`,
  } as const
  return locations[location]
}

/** Holds characters that must arrive as they were escaped, like the base64 that registries use. */
function newState(): string {
  return `${randomUUID()}+/==`
}
