import { isDigest } from '../../../src/oci/digest.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, specError, text } from './exchange.ts'

const SIGNATURE = 'X-Amz-Signature'
const unknownBlob = specError(404, 'BLOB_UNKNOWN', 'blob unknown to registry')

/** Answers GET and HEAD of a blob (distribution-spec v1.1.1, Pulling blobs). */
export const getBlob: Handler = (context, { method }, name, digest) => {
  const { quirks, origins } = context
  const bytes = blobOf(context, name, digest)
  if (bytes === undefined) return unknownBlob
  if (method === 'GET' && quirks.blobs?.download === 'redirected') {
    const location = `${origins.other}/storage/${name}/${digest}?${SIGNATURE}=signed`
    return { status: 307, headers: { location } }
  }
  return blobAnswer(bytes, { 'docker-content-digest': digest })
}

/** Answers GET at the storage that downloads are redirected to. */
export const getFromStorage: Handler = (context, { url, headers }, name, digest) => {
  if (headers.authorization !== undefined) return text(400, 'Only one auth mechanism allowed')
  if (!url.searchParams.has(SIGNATURE)) return text(403, 'AccessDenied')
  const bytes = blobOf(context, name, digest)
  return bytes === undefined ? text(404, 'NoSuchKey') : blobAnswer(bytes)
}

/** Answers DELETE of a blob (distribution-spec v1.1.1, Deleting Blobs). */
export const deleteBlob: Handler = ({ store }, _request, name, digest) => {
  const blobs = store.repositories.get(name)?.blobs
  return isDigest(digest) && blobs?.delete(digest) ? { status: 202 } : unknownBlob
}

function blobOf({ store }: RegistryContext, name: string, digest: string): Uint8Array | undefined {
  return isDigest(digest) ? store.repositories.get(name)?.blobs.get(digest) : undefined
}

function blobAnswer(bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: bytes,
  }
}
