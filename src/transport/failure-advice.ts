import type { OciErrorCode } from '../oci/error.ts'
import { accessAdvice } from './access-advice.ts'
import type { HttpResponse } from './http.ts'

/** Returns what to do about an answer that failed with the code and the registry's words, if anything. */
export function adviceOn(
  code: OciErrorCode,
  response: HttpResponse,
  words: string,
): string | undefined {
  const { status, method, url, credentialSource } = response
  if (code === 'UNAUTHORIZED' || code === 'DENIED') {
    const isWrite = method !== 'GET' && method !== 'HEAD'
    return accessAdvice({ host: url.host, isWrite, credentialSource, words })
  }
  if (code === 'TAG_IMMUTABLE') return IMMUTABLE
  if (code === 'TOOMANYREQUESTS') {
    return credentialSource
      ? 'Wait until the limit is reset, or lower concurrency.'
      : 'Log in, which raises the limit, or wait until it is reset.'
  }
  if (status === 413 || /too large|exceed/i.test(words)) return TOO_LARGE
  if (status === 404) {
    return `Check the name, and that it exists.${credentialSource ? '' : ' Without credentials, a private repository seems absent too.'}`
  }
  if (wantsHttps(response, words)) return HTTPS
  if (status >= 500) return 'The registry failed; try again later, or ask its operator.'
  return undefined
}

/** The answer to HEAD has no body that would say so. */
function wantsHttps({ status, method, url }: HttpResponse, words: string): boolean {
  const isSilent = status === 400 && method === 'HEAD' && url.protocol === 'http:'
  return isSilent || /HTTP request.*HTTPS/i.test(words)
}

/** A loopback registry is taken to use plain HTTP, whether or not plain-http is set. */
const HTTPS = 'If the registry uses HTTPS on this port, set plain-http to false.'

const IMMUTABLE =
  'The repository does not let a tag be overwritten: exempt tags that begin with sha256- from that rule, since referrers are listed there.'

const TOO_LARGE =
  'That is more than the registry takes: attach fewer or smaller files, or shorter annotations.'
