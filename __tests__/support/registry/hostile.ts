import type { Answer, Incoming } from './exchange.ts'
import type { OriginName } from './request-log.ts'

/**
 * What a registry does that means harm, or that somebody made do harm: each switch is an attack that was
 * published. What one answer is enough for, a fault does.
 */
export interface HostileQuirks {
  /**
   * `altered`: what is asked for by its digest is answered with other bytes, as many as the right ones
   * have, under headers that say that all is well (CVE-2025-24882, CVE-2023-33959).
   */
  readonly content?: 'altered'
  /**
   * `moving`: a tag names one image to who asks first and then the one at `TAG-moved`, so that what was
   * judged is not what is used (CVE-2023-33959).
   */
  readonly tags?: 'moving'
  /**
   * `gzip`: every answer says that it is compressed, whatever was asked for: a small one could become an
   * endless one (CVE-2026-22036).
   */
  readonly encoding?: 'gzip'
  /**
   * `echo`: a request with credentials is refused in words that quote them, for a log to show;
   * `echo-token`: only one with a token, which it has given itself.
   */
  readonly errors?: 'echo' | 'echo-token'
  /** `set`: every answer sets a cookie for all hosts of its domain. */
  readonly cookies?: 'set'
  /** What every answer warns of (distribution-spec v1.1.1, Warnings). */
  readonly warning?: string
}

type AnswerAt = (name: OriginName, request: Incoming) => Answer

/** Returns the answers with the harm done. */
export function harming(quirks: HostileQuirks, answerAt: AnswerAt): AnswerAt {
  const asked = new Set<string>()
  const { errors, content, encoding } = quirks
  return (name, request) => {
    const { authorization = '' } = request.headers
    if (isEchoed(errors, authorization)) return echo(authorization)
    const { pathname } = request.url
    const hasMoved = quirks.tags !== undefined && asked.has(pathname)
    const answer = answerAt(name, hasMoved ? afterMove(request) : request)
    if (answer.status === 200 && isByTag(request)) asked.add(pathname)
    const isAltered = content === 'altered' && answer.status === 200 && isByDigest(request)
    return {
      ...answer,
      headers: {
        ...answer.headers,
        ...(encoding && { 'content-encoding': encoding }),
        ...(quirks.cookies && { 'set-cookie': 'session=of-the-victim; Path=/' }),
        ...(quirks.warning !== undefined && { warning: `299 - "${quirks.warning}"` }),
      },
      ...(isAltered && { body: alter(answer.body ?? '') }),
    }
  }
}

function isEchoed(errors: HostileQuirks['errors'], authorization: string): boolean {
  if (errors === 'echo-token') return authorization.startsWith('Bearer ')
  return errors === 'echo' && authorization !== ''
}

function echo(authorization: string): Answer {
  const decoded = Buffer.from(authorization.split(' ')[1] ?? '', 'base64').toString()
  const headers = { 'content-type': 'text/plain' }
  return {
    status: 400,
    headers,
    body: `bad request by ${decoded}, authorization: ${authorization}`,
  }
}

/** The request as it would be for the image that the tag names next. */
function afterMove(request: Incoming): Incoming {
  return { ...request, url: new URL(`${request.url.pathname}-moved`, request.url) }
}

function isByTag({ url }: Incoming): boolean {
  return /\/manifests\/(?!sha(?:256|512)[:-])[^/]+$/.test(url.pathname)
}

function isByDigest({ url }: Incoming): boolean {
  return /\/(?:manifests|blobs)\/sha(?:256|512)(?::|%3A)/.test(url.pathname)
}

function alter(body: string | Uint8Array): Uint8Array {
  return Buffer.from(body).map((byte, at) => (at === 0 ? byte ^ 1 : byte))
}
