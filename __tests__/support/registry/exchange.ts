import type { IncomingHttpHeaders } from 'node:http'

/** A request that arrived whole. */
export interface Incoming {
  readonly method: string
  /** Absolute, at the origin that was asked. */
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
  /** Tells whether who sent it may read another repository, to mount its blobs. */
  mayPull(repository: string): boolean
}

/** What is sent back; to a HEAD the same without the body. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** Returns an answer with a JSON body. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

/** Returns an error as the specification words it (distribution-spec v1.1.1, Error Codes). */
export function specError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return json(status, { errors: [{ code, message }] }, headers)
}

/** Returns an answer with a body of plain text. */
export function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

/** Returns a web page, as what is no registry answers. */
export function html(status: number, title: string): Answer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

/** What Go's router says of a path that nobody serves. */
export const pageNotFound: Answer = text(404, '404 page not found\n')
