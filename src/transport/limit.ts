import type { Send } from './http.ts'
import { createThrottle, type Throttle } from './throttle.ts'

/**
 * Returns a Send with at most `most` requests under way at once to each origin, fewer while it
 * answers 429 or 503. A request is under way until the headers of its answer have come: so an
 * upload counts all along, and a body that is read slowly keeps nobody waiting. Urgent ones count too,
 * but do not wait for others.
 */
export function limiting(send: Send, most: number): Send {
  const throttles = new Map<string, Throttle>()
  return async (request) => {
    const { origin } = request.url
    const throttle = throttles.get(origin) ?? createThrottle(most)
    throttles.set(origin, throttle)
    const leave = request.urgent ? throttle.enterAtOnce() : await throttle.enter()
    try {
      const response = await send(request)
      leave(response.status === 429 || response.status === 503 ? 'refused' : 'served')
      return response
    } catch (error) {
      leave('failed')
      throw error
    }
  }
}
