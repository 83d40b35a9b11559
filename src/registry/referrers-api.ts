import { parseDescriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import { OciError } from '../oci/error.ts'
import { arrayOrEmpty, isObject, type JsonObject, parseJson } from '../oci/json.ts'
import { MAX_MANIFEST_BYTES } from '../oci/manifest-size.ts'
import { OCI_IMAGE_INDEX, withoutParameters } from '../oci/media-types.ts'
import type { Referrers } from '../repository/referrers.ts'
import { discardBody, readBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { type HttpResponse, header } from '../transport/http.ts'
import { referrersUrl } from './endpoint.ts'
import { nextPage } from './link.ts'
import { type Page, readPages } from './pages.ts'
import type { Session } from './session.ts'

/**
 * Returns every page of what the referrers API lists for the subject, or undefined where the
 * registry has no such API: a 404 or 405, a redirect to another origin (ghcr.io to its web site, a
 * sign-in page) or a 200 that does not call itself one. The OCI-Subject header proves nothing: registries had
 * it without the API (Docker Hub, Amazon ECR in 2024) and have the API without it (Quay, Harbor 2.8).
 *
 * Every other answer is thrown as the error that it is: taken for absence it would split the list
 * and let a proxy hide evidence (distribution-spec v1.1.1, Listing Referrers).
 */
export async function listByApi(session: Session, subject: Digest): Promise<Referrers | undefined> {
  const first = await getPage(session, referrersUrl(session.endpoint, subject))
  if (isUnsupported(first)) {
    await discardBody(first)
    return undefined
  }
  await expectStatus(first, [200], { absent: 'MANIFEST_UNKNOWN' })
  const index = await readIndex(first)
  return index && readPages(pageOf(first, index), (url) => readPage(session, url))
}

async function readPage(session: Session, url: URL): Promise<Page> {
  const response = await getPage(session, url)
  await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' })
  return pageOf(response, (await readIndex(response)) ?? notAnIndex())
}

function pageOf({ url, headers }: HttpResponse, { value, size }: Index): Page {
  const next = nextPage(headers.get('link') ?? [], url)
  return { url, referrers: entriesOf(value), size, next }
}

function getPage(session: Session, url: URL): Promise<HttpResponse> {
  return session.send({
    method: 'GET',
    url,
    headers: { accept: OCI_IMAGE_INDEX },
    redirects: 'same-origin',
    wholeBody: MAX_MANIFEST_BYTES,
  })
}

function isUnsupported(response: HttpResponse): boolean {
  return response.status === 404 || response.status === 405 || leadsAway(response)
}

/** A redirect within the origin has been followed; of the others only one to another origin is an answer. */
function leadsAway(response: HttpResponse): boolean {
  const target = URL.parse(header(response, 'location') ?? '', response.url.href)
  const isRedirect = [301, 302, 303, 307, 308].includes(response.status)
  return isRedirect && target !== null && target.origin !== response.url.origin
}

interface Index {
  readonly value: JsonObject
  /** In bytes. */
  readonly size: number
}

/**
 * Returns the body if it is an index, or undefined if it is something else. Harbor up to 2.9 calls
 * it `application/json`; ocimem writes an empty list as null.
 */
async function readIndex(response: HttpResponse): Promise<Index | undefined> {
  const contentType = withoutParameters(header(response, 'content-type') ?? '')
  if (contentType !== OCI_IMAGE_INDEX && contentType !== 'application/json') {
    await discardBody(response)
    return undefined
  }
  const bytes = await readBody(response, MAX_MANIFEST_BYTES)
  const value = parseJson(bytes)
  const isIndex =
    isObject(value) &&
    value['schemaVersion'] === 2 &&
    (Array.isArray(value['manifests']) || value['manifests'] === null)
  if (isIndex) return { value, size: bytes.length }
  if (contentType === OCI_IMAGE_INDEX) notAnIndex()
  return undefined
}

function entriesOf(index: JsonObject): Referrers {
  return arrayOrEmpty(index, 'manifests', 'the list of referrers').map((entry, at) => ({
    descriptor: parseDescriptor(entry, `entry ${at} of the list of referrers`),
    sources: ['referrers-api'],
  }))
}

function notAnIndex(): never {
  throw invalid('the list of referrers is not the image index that it says it is')
}

function invalid(what: string): OciError {
  return new OciError('RESPONSE_INVALID', what)
}
