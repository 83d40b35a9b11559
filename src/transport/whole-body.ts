import { Readable } from 'node:stream'
import { readBody } from './body.ts'
import type { Send } from './http.ts'

/**
 * Returns a Send that has read the body before it returns a 200 to a request that wants it whole, so
 * that a connection which breaks in the middle of the body fails as one that breaks before it.
 * Throws LIMIT_EXCEEDED for a body that is longer than the request allows.
 */
export function readingWhole(send: Send): Send {
  return async (request) => {
    const { wholeBody } = request
    const response = await send(request)
    // An encoded body cannot be read, which only matters to who wants it.
    const isReadable = response.status === 200 && !response.headers.has('content-encoding')
    if (wholeBody === undefined || !isReadable) return response
    const bytes = await readBody(response, wholeBody)
    return { ...response, body: Readable.from([bytes], { objectMode: false }) }
  }
}
