import { Readable } from 'node:stream'
import { algorithmOf, type Digest, digestOf, isDigest } from '../oci/digest.ts'
import { decodeManifest, type Encoded, verifyDigest } from '../oci/encoded.ts'
import { hasCode, OciError } from '../oci/error.ts'
import { isObject, parseJson } from '../oci/json.ts'
import type { Manifest } from '../oci/manifest.ts'
import { MAX_MANIFEST_BYTES } from '../oci/manifest-size.ts'
import { isManifestMediaType, MANIFEST_MEDIA_TYPES, withoutParameters } from '../oci/media-types.ts'
import type { TagOrDigest } from '../oci/reference.ts'
import { discardBody, readBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { type HttpRequest, type HttpResponse, header } from '../transport/http.ts'
import { manifestUrl } from './endpoint.ts'
import type { Session } from './session.ts'

/**
 * Returns the manifest at the tag or digest, exactly as stored. GET and not HEAD: the digest and
 * the size are taken from the bytes, for a HEAD's Content-Length may be another (Harbor's
 * compression, oras-project/oras-go#1177) and Docker-Content-Digest is a claim.
 *
 * Throws MANIFEST_UNKNOWN or NAME_UNKNOWN if there is none, DIGEST_INVALID if the bytes are not
 * the digest's, MANIFEST_INVALID, LIMIT_EXCEEDED, UNAUTHORIZED or DENIED.
 */
export async function getManifest(
  session: Session,
  target: TagOrDigest,
  options: Pick<HttpRequest, 'urgent'> = {},
): Promise<Encoded<Manifest>> {
  const tagOrDigest = 'digest' in target ? target.digest : target.tag
  const response = await session.send({
    method: 'GET',
    url: manifestUrl(session.endpoint, tagOrDigest),
    headers: { accept: MANIFEST_MEDIA_TYPES.join(', ') },
    redirects: 'follow',
    wholeBody: MAX_MANIFEST_BYTES,
    ...options,
  })
  await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' })
  const bytes = await readBody(response, MAX_MANIFEST_BYTES)
  const digest = 'digest' in target ? target.digest : digestOfTagged(response, bytes)
  verifyDigest(bytes, digest)
  const mediaType = mediaTypeOf(response, bytes)
  return decodeManifest(bytes, { mediaType, digest, size: bytes.length })
}

/**
 * Returns the manifest at the tag, or undefined if the registry says that there is none; everything
 * else is thrown as the error that it is.
 */
export async function findManifest(
  session: Session,
  tag: string,
  options: Pick<HttpRequest, 'urgent'> = {},
): Promise<Encoded<Manifest> | undefined> {
  try {
    return await getManifest(session, { tag }, options)
  } catch (error) {
    if (hasCode(error, 'MANIFEST_UNKNOWN', 'NAME_UNKNOWN')) return undefined
    throw error
  }
}

/**
 * Stores the manifest's exact bytes under its digest or the tag.
 * Throws MANIFEST_INVALID, MANIFEST_BLOB_UNKNOWN, TAG_IMMUTABLE, DENIED or UNAUTHORIZED.
 */
export async function putManifest(
  session: Session,
  manifest: Encoded<Manifest>,
  tag?: string,
): Promise<void> {
  await expectStored(await session.send(manifestPut(session, manifest, tag)))
}

/** Returns the request that stores the manifest's exact bytes under its digest or the tag. */
export function manifestPut(
  { endpoint }: Session,
  { bytes, descriptor }: Encoded<Manifest>,
  tag?: string,
): HttpRequest {
  return {
    method: 'PUT',
    url: manifestUrl(endpoint, tag ?? descriptor.digest),
    headers: { 'content-type': descriptor.mediaType },
    body: { size: bytes.length, open: () => Readable.from([bytes], { objectMode: false }) },
  }
}

/** Throws the refusal of a manifest, as `putManifest` says, if the answer is one. */
export async function expectStored(response: HttpResponse): Promise<void> {
  await expectStatus(response, [200, 201, 202, 204], { absent: 'NAME_UNKNOWN' })
  await discardBody(response)
}

/** A tag's digest is the registry's word for it only as far as its algorithm goes. */
function digestOfTagged(response: HttpResponse, bytes: Uint8Array): Digest {
  const stated = header(response, 'docker-content-digest')
  if (stated === undefined || !isDigest(stated)) return digestOf(bytes)
  return digestOf(bytes, algorithmOf(stated)) === stated ? stated : mismatch(stated, bytes)
}

function mismatch(stated: Digest, bytes: Uint8Array): never {
  throw new OciError(
    'DIGEST_INVALID',
    `the registry says that the manifest is ${stated}, but its bytes are ${digestOf(bytes, algorithmOf(stated))}`,
    { advice: 'The registry, or something between, altered the content: do not trust it.' },
  )
}

/** The Content-Type without parameters, else, where that names no manifest, what the body says. */
function mediaTypeOf(response: HttpResponse, bytes: Uint8Array): string {
  const contentType = withoutParameters(header(response, 'content-type') ?? '')
  if (isManifestMediaType(contentType)) return contentType
  const stated = statedMediaType(bytes)
  return stated ?? (contentType || 'application/octet-stream')
}

function statedMediaType(bytes: Uint8Array): string | undefined {
  const value = parseJson(bytes)
  return isObject(value) && typeof value['mediaType'] === 'string' ? value['mediaType'] : undefined
}
