import type { Send } from './http.ts'
import { describeRequest } from './redact.ts'

/**
 * Returns a Send that tells of each request, in a line: method, scheme, host and path, then the
 * status or what went wrong. Headers, queries and bodies, which hold secrets, are never in it.
 */
export function reporting(send: Send, onRequest: (message: string) => void): Send {
  return async (request) => {
    const what = describeRequest(request)
    try {
      const response = await send(request)
      onRequest(`${what}: ${response.status}`)
      return response
    } catch (error) {
      onRequest(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    }
  }
}
