import { Readable } from 'node:stream'
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici'
import { OciError } from '../oci/error.ts'
import type { Timeouts } from '../run-context.ts'
import { trusting } from './certificates.ts'
import { connectionError } from './connection-error.ts'
import { createEnding, type Ending } from './ending.ts'
import type { HttpBody, HttpRequest, HttpResponse, Send } from './http.ts'
import { metered } from './metered.ts'
import { isDirect, proxiesOf } from './proxies.ts'
import { describeRequest } from './redact.ts'
import type { TrafficMeter } from './traffic.ts'

export interface ConnectionOptions {
  /** CA certificates to trust besides the usual ones, PEM. */
  readonly certificates?: string
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. */
  readonly env: NodeJS.ProcessEnv
  /** Ends every request with CANCELLED, those that tidy up a little later. */
  readonly signal?: AbortSignal
  readonly traffic: TrafficMeter
  readonly timeouts?: Timeouts
}

/** Headers take long where a registry copies a large blob into its storage before it answers. */
export const TIMEOUTS: Timeouts = { connect: 15_000, headers: 120_000, body: 60_000 }

/** Longer than a job's pauses between requests, shorter than the patience of servers. */
const KEEP_ALIVE_MS = 15_000

export interface Connections extends Pick<Ending, 'over' | 'tidying'> {
  readonly send: Send
  /**
   * Ends the requests under way with CANCELLED, waits a little for what tidies up, and closes every
   * connection.
   */
  close(): Promise<void>
}

/**
 * Returns a Send over HTTP/1.1 that keeps a pool of connections for each origin, through the
 * proxies that the environment names; `close` must be called at the end. A request is sent with
 * `accept-encoding: identity`: digests are taken over the bytes as they are stored, and decoding
 * would let a small answer become an endless one (CVE-2026-22036).
 *
 * Throws InputError (input `ca-file`) for certificates that cannot be used, CONNECTION_FAILED for
 * proxies that are no URLs. The Send throws CONNECTION_FAILED, TLS_FAILED, TIMEOUT, CANCELLED,
 * RESPONSE_INVALID or SIZE_INVALID as `connectionError` says, UNSUPPORTED for a header that HTTP
 * cannot carry; and what the request's own body throws, as it is. Reading the answer's body throws
 * the same.
 */
export function openConnections(options: ConnectionOptions): Connections {
  const { env, signal, traffic } = options
  const proxies = proxiesOf(env)
  const settings = dispatcherOptions(options)
  const direct = new Agent(settings)
  const proxied = new EnvHttpProxyAgent({
    ...settings,
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: proxies.none,
  })
  const ending = createEnding(signal)
  const close = async (): Promise<void> => {
    await ending.close()
    await Promise.all([direct.destroy(), proxied.destroy()])
  }

  const send: Send = async (request) => {
    const { method, url } = request
    const end = endOf(request, ending)
    const headers = sentHeaders(request)
    const upload = request.body && openUpload(request.body, traffic)
    traffic.countRequest()
    try {
      const answer = await (isDirect(url, proxies) ? direct : proxied).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers,
        body: upload?.body ?? null,
        signal: end,
        // undici would close the connection after a HEAD, in case its answer has a body after all.
        reset: false,
      })
      return responseTo(request, answer, traffic)
    } catch (error) {
      if (ending.over.aborted) throw connectionError(ending.over.reason, url)
      throw upload?.failure() ?? connectionError(error, url)
    }
  }
  const { over, tidying } = ending
  return { send, over, tidying, close }
}

/** Returns what ends the request. Throws CANCELLED, or the reason of its own signal, if that has come. */
function endOf(
  { url, onCancel, signal }: HttpRequest,
  { over, gone }: Pick<Ending, 'over' | 'gone'>,
): AbortSignal {
  if (over.aborted && onCancel !== 'begin') throw connectionError(over.reason, url)
  if (signal?.aborted) throw connectionError(signal.reason, url)
  const end = onCancel ? gone : over
  return signal ? AbortSignal.any([end, signal]) : end
}

/**
 * HTTP/1.1 alone: undici would offer HTTP/2, where all uploads share one connection and one
 * connection's flow control, and a proxy's reset ends them all; with a pool each has its own.
 */
function dispatcherOptions({
  certificates,
  timeouts = TIMEOUTS,
}: ConnectionOptions): Agent.Options & EnvHttpProxyAgent.Options {
  const tls = {
    timeout: timeouts.connect,
    ...(certificates !== undefined && { secureContext: trusting(certificates) }),
  }
  return {
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    connect: tls,
    requestTls: tls,
    proxyTls: tls,
    clientFactory: (origin, factoryOptions): Dispatcher =>
      new Pool(origin, { ...factoryOptions, headersTimeout: timeouts.connect }),
  }
}

function sentHeaders({ headers, body }: HttpRequest): Record<string, string> {
  const sent = {
    'user-agent': 'oras-attach',
    ...headers,
    'accept-encoding': 'identity',
    ...(body && { 'content-length': String(body.size) }),
  }
  for (const [name, value] of Object.entries(sent)) {
    if (!/^[\t\x20-\x7e]*$/.test(value)) {
      throw new OciError(
        'UNSUPPORTED',
        `the header ${name} would hold a character that HTTP forbids`,
      )
    }
  }
  return sent
}

interface Upload {
  readonly body: Readable | null
  /** What the content itself threw, where that ended the request. */
  failure(): unknown
}

function openUpload(content: HttpBody, traffic: TrafficMeter): Upload {
  if (content.size === 0) return { body: null, failure: () => undefined }
  const source = content.open()
  let failed: Error | undefined
  source.once('error', (error: Error) => {
    // When the connection breaks, `body` is destroyed first, and the source with the same error.
    if (!body.destroyed) failed = error
  })
  const body = metered(source, { onBytes: traffic.countSent })
  return { body, failure: () => failed }
}

function responseTo(
  request: HttpRequest,
  answer: Dispatcher.ResponseData,
  traffic: TrafficMeter,
): HttpResponse {
  const { url, method } = request
  const headers = receivedHeaders(answer.headers)
  const body = metered(answer.body, {
    onBytes: traffic.countReceived,
    asError: (error) => connectionError(error, url),
  })
  return {
    status: answer.statusCode,
    headers,
    body: isEncoded(headers) ? unreadable(body, request) : body,
    url,
    method,
  }
}

function receivedHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): HttpResponse['headers'] {
  return new Map(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat()]))
}

function isEncoded(headers: HttpResponse['headers']): boolean {
  return (headers.get('content-encoding') ?? []).some(
    (value) => !/^(?:identity)?$/i.test(value.trim()),
  )
}

/** The status of an encoded answer is good; its bytes are not, and fail whoever wants them. */
function unreadable(body: Readable, request: HttpRequest): Readable {
  body.destroy()
  const error = new OciError(
    'RESPONSE_INVALID',
    `the answer to ${describeRequest(request)} is compressed, which was not asked for`,
    {
      advice: 'Something before the registry compresses what it passes on: have that switched off.',
    },
  )
  return new Readable({
    read() {
      this.destroy(error)
    },
  })
}
