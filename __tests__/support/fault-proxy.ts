import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { type FaultPlan, type Mishap, noFaults, type RetryAfter } from './fault-plan.ts'

export interface FaultProxy {
  /** `127.0.0.1:PORT`, in place of the registry's. */
  readonly host: string
  /** Has the requests from now on go by another plan, which counts them anew. */
  follow(plan: FaultPlan): void
  /** Returns how often each kind of mishap has happened. */
  happened(): ReadonlyMap<Mishap['kind'], number>
  close(): Promise<void>
}

/**
 * Starts a proxy to a registry on a loopback port, which has happen to each request what the plan says.
 * It hands on a Host header as it is, and an answer as a whole, with a Content-Length.
 */
export async function startFaultProxy(
  targetPort: number,
  firstPlan: FaultPlan = noFaults,
): Promise<FaultProxy> {
  let plan = firstPlan
  let arrivals = 0
  const happened = new Map<Mishap['kind'], number>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const mishap = plan(arrivals, `${request.method} ${request.url}`)
    arrivals += 1
    if (mishap) happened.set(mishap.kind, (happened.get(mishap.kind) ?? 0) + 1)
    pass(targetPort, request, response, mishap).catch(() => request.socket.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket.on('error', ignore))
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    follow(next) {
      plan = next
      arrivals = 0
    },
    happened: () => happened,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function pass(
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
  mishap: Mishap | undefined,
): Promise<void> {
  switch (mishap?.kind) {
    case 'cut before':
      request.socket.destroy()
      return
    case 'stalled before':
      return
    case 'cut in request':
    case 'stalled in request':
      await passPart(port, request, mishap.bytes)
      if (mishap.kind === 'cut in request') request.socket.destroy()
      return
    case 'refused':
      await refuse(request, response, mishap)
      return
    default:
      await passBack(await answerOf(port, request), request, response, mishap)
  }
}

interface Answer {
  readonly status: number
  readonly reason: string
  readonly headers: readonly string[]
  readonly body: Buffer
}

/** What belongs to one connection, or to a body that has not been read as a whole. */
const ofConnection = /^(?:connection|keep-alive|transfer-encoding)$/i
const ofLength = /^content-length$/i

async function answerOf(port: number, request: IncomingMessage): Promise<Answer> {
  const forwarded = forward(port, request)
  request.pipe(forwarded)
  const [answer] = (await once(forwarded, 'response')) as [IncomingMessage]
  const body = await buffer(answer)
  const { statusCode: status = 0, statusMessage: reason = '', rawHeaders } = answer
  const headers = without(rawHeaders, ofConnection)
  const hasBody = request.method !== 'HEAD' && status !== 204 && status !== 304
  return { status, reason, headers: hasBody ? withLength(headers, body.length) : headers, body }
}

function forward(port: number, request: IncomingMessage): ReturnType<typeof send> {
  const { method, url: path, rawHeaders } = request
  const forwarded = send({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: rawHeaders,
    agent: false,
  })
  const end = (): void => void forwarded.destroy()
  request.socket.once('close', end)
  forwarded.once('close', () => request.socket.off('close', end))
  return forwarded.on('error', ignore)
}

/**
 * Has the registry get so many bytes of the body, and then a broken connection: a socket that is not
 * read from does not tell that its other side is gone, and go-containerregistry's registry answers
 * nobody while it waits for the rest (pkg/registry/blobs.go).
 */
async function passPart(port: number, request: IncomingMessage, bytes: number): Promise<void> {
  const forwarded = forward(port, request)
  forwarded.flushHeaders()
  let left = bytes
  // Who leaves the loop does not break the connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const part: Buffer = chunk.subarray(0, left)
    left -= part.length
    if (!forwarded.write(part)) await once(forwarded, 'drain')
    if (left === 0) break
  }
  forwarded.destroy()
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, retryAfter }: Extract<Mishap, { readonly kind: 'refused' }>,
): Promise<void> {
  request.resume()
  await once(request, 'end')
  response.writeHead(status, { 'content-type': 'text/plain', ...retryAfterHeader(retryAfter) })
  response.end('not now')
}

function retryAfterHeader(form: RetryAfter): Readonly<Record<string, string>> {
  if (form === 'none') return {}
  return { 'retry-after': form === 'seconds' ? '1' : new Date(Date.now() + 1000).toUTCString() }
}

async function passBack(
  answer: Answer,
  { socket, method }: IncomingMessage,
  response: ServerResponse,
  mishap: Mishap | undefined,
): Promise<void> {
  const { status, reason, headers, body } = answer
  switch (mishap?.kind) {
    case 'lost answer':
      socket.destroy()
      return
    case 'garbage':
      socket.end('HTTP/9.9 what?\r\n\r\n')
      return
    case 'cut in answer':
      socket.end(inBytes(answer).subarray(0, mishap.bytes))
      return
    case 'stalled in answer':
      socket.write(inBytes(answer).subarray(0, mishap.bytes))
      return
    case 'slow':
      response.writeHead(status, reason, [...headers])
      await writeSlowly(response, body)
      return
    case 'shortened':
      response.writeHead(status, reason, [...shortened(answer, method)])
      response.end(body.subarray(0, body.length / 2))
      return
    default:
      response.writeHead(status, reason, [...headers])
      response.end(body)
  }
}

function shortened({ headers, body }: Answer, method: string | undefined): readonly string[] {
  const hasBody = method !== 'HEAD' && body.length > 0
  return hasBody ? withLength(headers, Math.floor(body.length / 2)) : headers
}

function inBytes({ status, reason, headers, body }: Answer): Buffer {
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${headers[at + 1]}` : []))
  const head = [`HTTP/1.1 ${status} ${reason}`, ...lines, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head), body])
}

function withLength(headers: readonly string[], length: number): readonly string[] {
  return [...without(headers, ofLength), 'Content-Length', String(length)]
}

/** Returns the headers, names and values in turn, but for those that the pattern names. */
function without(headers: readonly string[], names: RegExp): readonly string[] {
  return headers.filter((_, at) => !names.test(headers[at - (at % 2)] ?? ''))
}

const PIECES = 20
const PIECE_PAUSE_MS = 10

async function writeSlowly(response: ServerResponse, body: Buffer): Promise<void> {
  const size = Math.ceil(body.length / PIECES)
  for (let from = 0; from < body.length; from += size) {
    response.write(body.subarray(from, from + size))
    await wait(PIECE_PAUSE_MS)
  }
  response.end()
}

function ignore(): void {
  // Whoever broke the connection knows; the other side sees it broken.
}
