import { OciError } from '../oci/error.ts'
import type { Content } from '../repository/content.ts'
import { discardBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { type HttpBody, type HttpResponse, header } from '../transport/http.ts'
import { uploadsUrl, withDigest } from './endpoint.ts'
import type { Session } from './session.ts'

/** Uploads a blob, whether or not it is there. */
export type Upload = (content: Content) => Promise<void>

/**
 * What is sent with the first request while it is not known whether the registry takes a blob in
 * one: a registry that does not has read it in vain.
 */
export const SINGLE_REQUEST_BYTES = 1024 * 1024

/**
 * Returns the upload of blobs to the session's repository: in one request where the registry takes
 * it (`POST …?digest=` answered by 201), else by a POST and a single PUT (distribution-spec v1.1.1,
 * Pushing a blob monolithically). Never in chunks: a PATCH has limits of its own (at most 4 MiB on
 * ghcr.io, at least 5 MiB on Amazon ECR). A broken upload is begun anew, since what has arrived of
 * it cannot be known.
 *
 * The upload throws DENIED or UNAUTHORIZED without permission, NAME_UNKNOWN where the repository
 * does not exist.
 */
export function createUpload(session: Session): Upload {
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
    })
    if (isSingle && (begun.status === 201 || begun.status === 202)) {
      takesSingleRequest = begun.status === 201
    }
    if (begun.status !== 202) return begun
    const location = uploadLocation(begun)
    await discardBody(begun)
    return session.sendOnce({
      method: 'PUT',
      url: withDigest(location, digest),
      headers: octets,
      body: bodyOf(content),
      credentials: location.origin === begun.url.origin ? 'origin' : 'omit',
    })
  }

  return async (content) => {
    const response = await session.retrying(() => uploadOnce(content))
    // Registries differ in how they say "created"; containerd's pusher takes the same statuses.
    await expectStatus(response, [200, 201, 202, 204], { absent: 'NAME_UNKNOWN' })
    await discardBody(response)
  }
}

const octets = { 'content-type': 'application/octet-stream' }

function bodyOf(content: Content): HttpBody {
  return { size: content.descriptor.size, open: () => content.open() }
}

/**
 * Returns where the upload goes on, relative to where it began. Another origin is allowed by the
 * specification, but must not be less safe (GHSA-jxpm-75mh-9fp7). A registry behind a proxy that
 * does not tell it of HTTPS names its own host with `http:`; that is put right.
 */
function uploadLocation(begun: HttpResponse): URL {
  const stated = header(begun, 'location')
  const location = stated ? URL.parse(stated, begun.url.href) : null
  if (!location) throw unusable('began an upload without saying where it goes on')
  if (location.protocol === 'http:' && location.hostname === begun.url.hostname) {
    location.protocol = begun.url.protocol
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
