import type { Readable } from 'node:stream'

/** The bytes of a request, as often as a retry or a re-authorisation needs them. */
export interface HttpBody {
  readonly size: number
  open(): Readable
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly url: URL
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HttpBody
  /**
   * What to do with a redirect. `none` (the default) and, for one to another origin, `same-origin`
   * return the redirect itself; `follow` goes to other origins too, without credentials.
   */
  readonly redirects?: 'none' | 'same-origin' | 'follow'
  /**
   * The most bytes of a 200's body, which is then read before the answer is returned: a connection
   * that breaks in the middle of it is tried again. Without it the body is a stream.
   */
  readonly wholeBody?: number
  /**
   * `omit` sends no credentials, whatever the origin; `at-hand` sends those that the requests before
   * have got, and asks for no others.
   */
  readonly credentials?: 'origin' | 'omit' | 'at-hand'
  /**
   * What becomes of it when the job is cancelled or over: without it, it ends at once. `finish`: once
   * begun it goes on for a while, since the answer tells what has to be tidied up. `begin`: it is even
   * begun then, since it tidies up.
   */
  readonly onCancel?: 'finish' | 'begin'
  /** Does not wait until fewer requests are under way: what has to be done now, or not at all. */
  readonly urgent?: boolean
  /** Ends it, with the signal's reason; it is not even begun afterwards. */
  readonly signal?: AbortSignal
}

/** An answer of any status; its body must be read or discarded, else the connection stays busy. */
export interface HttpResponse {
  readonly status: number
  /** Values by name in lower case, in the order received. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Readable
  /** The URL that answered, after redirects. */
  readonly url: URL
  /** The method that it answers, for error messages. */
  readonly method: HttpRequest['method']
  /** Where the credential that was sent was found; absent where none was sent. */
  readonly credentialSource?: string
}

/**
 * Sends one request and returns the answer, whatever its status. Throws CONNECTION_FAILED,
 * TLS_FAILED, TIMEOUT or CANCELLED where there is no answer, RESPONSE_INVALID for one that is not
 * HTTP, and what opening or reading the request's body throws. Decorators add to it: each takes a
 * Send and returns a Send.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>

/** Returns the first value of a header, or undefined. */
export function header(response: HttpResponse, name: string): string | undefined {
  return response.headers.get(name)?.[0]
}
