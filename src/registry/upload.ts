import { OciError } from '../oci/error.ts'
import type { Content } from '../repository/content.ts'
import { mayBeSentTo } from '../transport/addresses.ts'
import { discardBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { type HttpBody, type HttpResponse, header } from '../transport/http.ts'
import { uploadsUrl, withDigest } from './endpoint.ts'
import type { Session } from './session.ts'

/** Uploads a blob, whether or not it is there. */
export type Upload = (content: Content) => Promise<void>

type UploadSession = Pick<Session, 'endpoint' | 'sendOnce' | 'retrying' | 'tidying'>

/**
 * What is sent with the first request while it is not known whether the registry takes a blob in
 * one: a registry that does not has read it in vain.
 */
export const SINGLE_REQUEST_BYTES = 1024 * 1024

/** Registries differ in how they say "created"; containerd's pusher takes the same statuses. */
const CREATED: readonly number[] = [200, 201, 202, 204]

/**
 * Returns the upload of blobs to the session's repository: in one request where the registry takes
 * it (`POST …?digest=` answered by 201), else by a POST and a single PUT (distribution-spec v1.1.1,
 * Pushing a blob monolithically). Never in chunks: a PATCH has limits of its own (at most 4 MiB on
 * ghcr.io, at least 5 MiB on Amazon ECR). A broken upload is begun anew, since what has arrived of
 * it cannot be known; the registry is told that it is abandoned, also when the job is cancelled.
 *
 * The upload throws DENIED or UNAUTHORIZED without permission, NAME_UNKNOWN where the repository
 * does not exist.
 */
export function createUpload(session: UploadSession): Upload {
  let takesSingleRequest: boolean | undefined

  async function uploadOnce(content: Content): Promise<HttpResponse> {
    const { digest, size } = content.descriptor
    const isSingle = takesSingleRequest ?? size <= SINGLE_REQUEST_BYTES
    const begin = uploadsUrl(session.endpoint)
    const begun = await session.sendOnce({
      method: 'POST',
      url: isSingle ? withDigest(begin, digest) : begin,
      headers: octets,
      ...(isSingle && { body: bodyOf(content) }),
      // Without the answer nobody knows which upload was begun.
      onCancel: 'finish',
    })
    if (isSingle && (begun.status === 201 || begun.status === 202)) {
      takesSingleRequest = begun.status === 201
    }
    if (begun.status !== 202) return begun
    const location = uploadLocation(begun)
    await discardBody(begun)
    return finish(content, location, location.origin === begun.url.origin)
  }

  async function finish(content: Content, location: URL, isOwn: boolean): Promise<HttpResponse> {
    let status: number | undefined
    try {
      const response = await session.sendOnce({
        method: 'PUT',
        url: withDigest(location, content.descriptor.digest),
        headers: octets,
        body: bodyOf(content),
        credentials: isOwn ? 'origin' : 'omit',
      })
      status = response.status
      return response
    } finally {
      const isDone = status !== undefined && CREATED.includes(status)
      if (isOwn && !isDone) void session.tidying(() => abandon(session, location))
    }
  }

  return async (content) => {
    const response = await session.retrying(() => session.tidying(() => uploadOnce(content)))
    await expectStatus(response, CREATED, { absent: 'NAME_UNKNOWN' })
    await discardBody(response)
  }
}

/** Bytes that were under way when an upload was cut off may arrive between two requests. */
const MAX_DELETES = 3

/**
 * Tells the registry that an upload will not go on (Docker Registry HTTP API V2, DELETE Blob Upload);
 * one that does not take that forgets the upload some day. One that has got a part of the bytes may
 * answer 416, since they are not where the Location says (distribution, registry/handlers/
 * blobupload.go, ResumeBlobUpload): it is asked where the upload stands (distribution-spec v1.1.1,
 * Pushing a blob in chunks), and told again. No token is asked for: some want one with the permission to
 * delete (distribution, registry/handlers/app.go), which no job of this client is to have.
 */
async function abandon(session: UploadSession, location: URL): Promise<void> {
  try {
    let place: URL | undefined = location
    for (let told = 0; place && told < MAX_DELETES; told += 1) {
      const { status } = await sendAbout(session, 'DELETE', place)
      place = status === 416 ? await currentPlace(session, place) : undefined
    }
  } catch {
    // What failed is the upload, and the caller knows.
  }
}

/** Undefined where the registry does not say, or it is elsewhere. */
async function currentPlace(session: UploadSession, place: URL): Promise<URL | undefined> {
  const response = await sendAbout(session, 'GET', place)
  if (response.status !== 204) return undefined
  const current = uploadLocation(response)
  return current.origin === place.origin ? current : undefined
}

async function sendAbout(
  session: UploadSession,
  method: 'GET' | 'DELETE',
  url: URL,
): Promise<HttpResponse> {
  const response = await session.sendOnce({
    method,
    url,
    credentials: 'at-hand',
    onCancel: 'begin',
  })
  await discardBody(response)
  return response
}

const octets = { 'content-type': 'application/octet-stream' }

function bodyOf(content: Content): HttpBody {
  return { size: content.descriptor.size, open: () => content.open() }
}

/**
 * Returns where the upload goes on, relative to where it began. Another origin is allowed by the
 * specification, but must not be less safe (GHSA-jxpm-75mh-9fp7), nor one that only we can reach. A
 * registry behind a proxy that does not tell it of HTTPS names its own host with `http:`; that is put
 * right.
 */
function uploadLocation(begun: HttpResponse): URL {
  const stated = header(begun, 'location')
  const location = stated ? URL.parse(stated, begun.url.href) : null
  if (!location) throw unusable('began an upload without saying where it goes on')
  if (location.protocol === 'http:' && location.hostname === begun.url.hostname) {
    location.protocol = begun.url.protocol
  }
  if (!mayBeSentTo(location.hostname, begun.url.hostname)) {
    throw unusable(`wants an upload to go on in a private network: ${location.origin}`)
  }
  if (location.protocol === 'https:' || location.origin === begun.url.origin) return location
  throw unusable(`wants an upload to go on at another place without encryption: ${location.origin}`)
}

function unusable(what: string): OciError {
  return new OciError('RESPONSE_INVALID', `the registry ${what}`, {
    advice:
      'A proxy before the registry may have to tell it its public address (X-Forwarded-Proto).',
  })
}
