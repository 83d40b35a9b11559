import { parseDescriptor } from '../oci/descriptor.ts'
import { OciError } from '../oci/error.ts'
import { isObject, parseJson } from '../oci/json.ts'
import { MAX_MANIFEST_BYTES } from '../oci/manifest-size.ts'
import { withoutParameters } from '../oci/media-types.ts'
import type { Referrers } from '../repository/referrers.ts'
import { discardBody, readBody } from '../transport/body.ts'
import { expectStatus } from '../transport/errors.ts'
import { type HttpResponse, header } from '../transport/http.ts'
import { nextPage } from './link.ts'
import { type Page, readPages } from './pages.ts'
import type { Session } from './session.ts'

/** Sends a GET for JSON, of which ORAS is made; a redirect that leaves the registry is its answer. */
export function getJson(session: Session, url: URL): Promise<HttpResponse> {
  return session.send({
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    redirects: 'same-origin',
    wholeBody: MAX_MANIFEST_BYTES,
  })
}

/** Returns the body of an answer if it says that it is JSON; undefined for anything else. */
export async function readJsonBody(response: HttpResponse): Promise<Uint8Array | undefined> {
  if (withoutParameters(header(response, 'content-type') ?? '') === 'application/json') {
    return readBody(response, MAX_MANIFEST_BYTES)
  }
  await discardBody(response)
  return undefined
}

/**
 * Returns every page of the list at the URL, whose first answer is given, or undefined if that is a
 * 200 without a list in it. The list is called `references` or `referrers` and may be null
 * (oras-project/distribution, v0.0.1-alpha to v1.0.0-rc.2).
 *
 * Throws for any other status the error that it is, and as `readPages` does.
 */
export async function readOrasList(
  session: Session,
  url: URL,
  first: HttpResponse,
): Promise<Referrers | undefined> {
  const page = await readPage(url, first)
  return (
    page &&
    readPages(page, async (next) => {
      const following = await readPage(next, await getJson(session, next))
      if (following) return following
      throw invalid('ends in something that is no list')
    })
  )
}

async function readPage(url: URL, response: HttpResponse): Promise<Page | undefined> {
  await expectStatus(response, [200], { absent: 'MANIFEST_UNKNOWN' })
  const body = await readJsonBody(response)
  const entries = body && entriesOf(parseJson(body))
  if (!entries) return undefined
  const referrers = entries.map((entry, at) => ({
    descriptor: parseDescriptor(entry, `entry ${at} of the list of referrers`),
    sources: ['oras-referrers'] as const,
  }))
  return { url, referrers, size: body.length, next: nextUrl(url, response) }
}

function entriesOf(body: unknown): readonly unknown[] | undefined {
  if (!isObject(body)) return undefined
  const lists = [body['references'], body['referrers']]
  const isList = lists.some((list) => Array.isArray(list) || list === null)
  return isList ? lists.flatMap((list) => (Array.isArray(list) ? list : [])) : undefined
}

/**
 * Only the token is taken from a Link. The rest of the query is ours, and distribution writes it
 * without the escapes that it needs: the `+` of a media type would come back as a space.
 */
function nextUrl(url: URL, response: HttpResponse): URL | undefined {
  const link = nextPage(response.headers.get('link') ?? [], response.url)
  if (!link) return undefined
  const token = link.searchParams.get('nextToken')
  if (token === null) throw invalid('goes on without a nextToken')
  const next = new URL(url)
  next.searchParams.set('nextToken', token)
  return next
}

function invalid(what: string): OciError {
  return new OciError('RESPONSE_INVALID', `the list of referrers by the API of ORAS ${what}`)
}
