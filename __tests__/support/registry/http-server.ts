import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Answer } from './exchange.ts'

/** A server on a free loopback port. */
export interface HttpServer {
  /** `http://127.0.0.1:PORT`, or with `https:`. */
  readonly origin: string
  close(): Promise<void>
}

/** What a server with HTTPS proves itself by, PEM. */
export interface Tls {
  readonly cert: string
  readonly key: string
}

type Serve = (origin: string, request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Starts a server that hands each request, with its own origin, to `serve`; given `tls`, one with HTTPS. */
export async function startHttpServer(serve: Serve, tls?: Tls): Promise<HttpServer> {
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(origin, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`test registry: ${error}`)
    })
  }
  const server = tls ? createSecureServer(tls, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`
  return {
    origin,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Returns the body of a request; throws if the connection breaks before its end. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Sends the answer; of a HEAD's, Node leaves the body out. */
export function send(response: ServerResponse, { status, headers, body = '' }: Answer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const hasLength = status !== 204 && status !== 304
  response.writeHead(status, { ...headers, ...(hasLength && { 'content-length': bytes.length }) })
  response.end(bytes)
}

/** Sends the head of the answer and half of its body, then breaks the connection. */
export function sendHalf(response: ServerResponse, { status, headers, body = '' }: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}
