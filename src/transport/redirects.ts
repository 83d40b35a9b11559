import { OciError } from '../oci/error.ts'
import { mayBeSentTo } from './addresses.ts'
import { discardBody } from './body.ts'
import { type HttpRequest, type HttpResponse, header, type Send } from './http.ts'
import { describeRequest } from './redact.ts'

/** Registries need one or two (to their storage, from there to a mirror); more go in circles. */
export const MAX_REDIRECTS = 5

type RedirectMode = NonNullable<HttpRequest['redirects']>

const redirects: readonly number[] = [301, 302, 303, 307, 308]

/**
 * Returns a Send that goes after redirects as the request asks, of GET and HEAD alone. An origin is
 * scheme, host and port together; once it is left, no credentials are sent any more, not even when a
 * later redirect leads back (GHSA-vh4v-2xq2-g5cg).
 *
 * Throws RESPONSE_INVALID for a redirect from HTTPS to HTTP, to an address that only we can reach
 * (`mayBeSentTo`), to no web address, or for too many.
 */
export function redirecting(send: Send): Send {
  return async (request) => {
    let current = request
    for (let hops = 0; ; hops += 1) {
      const response = await send(current)
      const target = targetOf(response, request.redirects ?? 'none')
      if (!target) return response
      await discardBody(response)
      checkTarget(target, current, request)
      if (hops === MAX_REDIRECTS) throw invalid(request, `redirects more than ${hops} times`)
      const isLeaving = target.origin !== current.url.origin
      current = { ...current, url: target, ...(isLeaving && { credentials: 'omit' }) }
    }
  }
}

/** Returns where to go from here, or undefined where the answer is the one to return. */
function targetOf(response: HttpResponse, mode: RedirectMode): URL | undefined {
  const { method, status, url } = response
  const isRead = method === 'GET' || method === 'HEAD'
  if (mode === 'none' || !isRead || !redirects.includes(status)) return undefined
  const location = header(response, 'location')
  const target = location ? URL.parse(location, url.href) : null
  if (!target || (mode === 'same-origin' && target.origin !== url.origin)) return undefined
  return target
}

function checkTarget(target: URL, { url }: HttpRequest, first: HttpRequest): void {
  if (target.protocol !== 'https:' && target.protocol !== 'http:') {
    throw invalid(first, `redirects to no web address (${target.protocol})`)
  }
  if (url.protocol === 'https:' && target.protocol === 'http:') {
    throw invalid(first, `redirects from HTTPS to HTTP (${target.origin})`)
  }
  if (!mayBeSentTo(target.hostname, first.url.hostname)) {
    throw invalid(first, `redirects into a private network (${target.origin})`)
  }
}

function invalid(request: HttpRequest, what: string): OciError {
  return new OciError('RESPONSE_INVALID', `${describeRequest(request)} ${what}`, {
    advice:
      'This is not followed. The storage or the public address is not set up right at the registry.',
  })
}
