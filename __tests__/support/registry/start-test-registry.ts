import type { Authentication } from './accounts.ts'
import { createAnswer } from './answer.ts'
import type { RegistryContext } from './context.ts'
import { createFaults, type Fault } from './faults.ts'
import { type HostNames, originOf } from './host-names.ts'
import { harming } from './hostile.ts'
import { type HttpServer, startHttpServer, type Tls } from './http-server.ts'
import type { Quirks } from './quirks.ts'
import { contentOf, type RegistryContent } from './registry-content.ts'
import { createRequestLog, type RecordedRequest } from './request-log.ts'
import { type Serving, serve } from './serve.ts'
import { createStore } from './store.ts'

export interface TestRegistryOptions {
  /** Without it, everyone may do everything. */
  readonly authentication?: Authentication
  readonly quirks?: Quirks
  readonly faults?: readonly Fault[]
  /** How long every answer takes, so that requests which are sent together overlap. */
  readonly latencyMs?: number
  /** Names for clients that are told of `proxy`, instead of its address on loopback. */
  readonly names?: HostNames
  /** Which of both origins have HTTPS; without it, none has. */
  readonly tls?: { readonly registry: Tls; readonly other?: Tls }
}

/** A registry in memory, in the test's own process. */
export interface TestRegistry extends RegistryContent {
  /** `127.0.0.1:PORT`, or its name, as references name it. */
  readonly host: string
  readonly origin: string
  /** Where its redirects, and by quirk its token endpoint, lead. */
  readonly otherOrigin: string
  /** The HTTP proxy through which the names lead here, and all other names nowhere. */
  readonly proxy: string
  /** Every request answered so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

/**
 * Starts a registry on a free loopback port, and a second origin beside it. Without options it
 * follows the distribution specification v1.1.1 and keeps several repositories, made on first push.
 */
export async function startTestRegistry(options: TestRegistryOptions = {}): Promise<TestRegistry> {
  const { authentication, quirks = {}, faults = [], latencyMs = 0, names, tls } = options
  const log = createRequestLog()
  const startOrigin = (name: 'registry' | 'other'): Promise<HttpServer> =>
    startHttpServer(
      (origin, request, response) => serve(serving, { name, origin }, request, response),
      tls?.[name],
    )
  const registry = await startOrigin('registry')
  const other = await startOrigin('other')
  const origins = names
    ? { registry: `http://${names.registry}`, other: `http://${names.other}` }
    : { registry: registry.origin, other: other.origin }
  const proxy = await startHttpServer((_origin, request, response) =>
    serve(serving, originOf(request, origins), request, response),
  )
  const context: RegistryContext = { store: createStore(), quirks, origins, staleReads: new Map() }
  const serving: Serving = {
    log,
    latencyMs,
    faultAt: createFaults(faults),
    answer: harming(quirks.hostile ?? {}, createAnswer(context, authentication)),
  }
  return {
    ...contentOf(context),
    host: new URL(origins.registry).host,
    origin: origins.registry,
    otherOrigin: origins.other,
    proxy: proxy.origin,
    get requests() {
      return log.requests()
    },
    async close() {
      await Promise.all([registry.close(), other.close(), proxy.close()])
    },
  }
}
