import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, Incoming } from './exchange.ts'
import type { Fault } from './faults.ts'
import { readBody, send, sendHalf } from './http-server.ts'
import type { OriginName, RequestLog } from './request-log.ts'

/** What happens to every request, at both origins. */
export interface Serving {
  readonly log: RequestLog
  readonly latencyMs: number
  faultAt(request: string): Fault['fails'] | undefined
  answer(name: OriginName, request: Incoming): Answer
}

/** Records a request, reads it whole, and answers it after the latency, unless a fault is due. */
export async function serve(
  { log, latencyMs, faultAt, answer }: Serving,
  at: { readonly name: OriginName; readonly origin: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url: target = '', headers } = request
  // What comes through a proxy is asked for by its whole URL (RFC 9112, section 3.2.2).
  const path = target.replace(/^http:\/\/[^/]+/, '')
  const answered = log.arrive({ origin: at.name, method, path, headers })
  const drop = (size: number): void => {
    answered('dropped', size)
    request.socket.destroy()
  }
  const fault = faultAt(`${method} ${path}`)
  if (fault === 'dropped-before') return drop(0)
  const body = await readBody(request).catch(() => undefined)
  if (body === undefined) return drop(0)
  if (fault === 'stalled') return
  await delay(latencyMs)
  const incoming = { method, url: new URL(path, at.origin), headers, body, mayPull: () => true }
  const result = typeof fault === 'object' ? fault : answer(at.name, incoming)
  if (fault === 'dropped-after') return drop(body.length)
  answered(result.status, body.length)
  if (fault === 'dropped-midway') sendHalf(response, result)
  else send(response, result)
}
