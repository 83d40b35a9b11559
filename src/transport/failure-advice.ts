import type { OciErrorCode } from '../oci/error.ts'
import { accessAdvice } from './access-advice.ts'
import type { HttpResponse } from './http.ts'

/** Returns what to do about an answer that failed with the code and the registry's words, if anything. */
export function adviceOn(
  code: OciErrorCode,
  { status, method, url, credentialSource }: HttpResponse,
  words: string,
): string | undefined {
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
  if (/HTTP request.*HTTPS/i.test(words)) return 'The registry uses HTTPS: do not set plain-http.'
  if (status >= 500) return 'The registry failed; try again later, or ask its operator.'
  return undefined
}

const IMMUTABLE =
  'The repository does not let a tag be overwritten: exempt tags that begin with sha256- from that rule, since referrers are listed there.'

const TOO_LARGE =
  'That is more than the registry takes: attach fewer or smaller files, or shorter annotations.'
