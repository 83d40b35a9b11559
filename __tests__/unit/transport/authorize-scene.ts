import { type AuthorizerOptions, createAuthorizer } from '../../../src/transport/authorize.ts'
import type { Credential } from '../../../src/transport/credential.ts'
import type { HttpRequest, HttpResponse } from '../../../src/transport/http.ts'
import { type Answer, type ScriptedSend, scripted } from './scripted-send.ts'

export const origin = new URL('https://registry.example/')
export const JOB_SCOPE = 'repository:org/app:pull,push'
export const basic: Credential = {
  kind: 'basic',
  username: 'u',
  password: 'p',
  source: 'config.json',
}

/** What the registry and its token service say, and what they were asked. */
export interface Scene {
  /** The answer to a request with this Authorization header. */
  readonly registry: (authorization: string | undefined, path: string) => Answer | Promise<Answer>
  /** The answer to the request for a token, counted from 1. */
  readonly service?: (request: HttpRequest, count: number) => Answer | Promise<Answer>
  readonly options?: Partial<AuthorizerOptions>
}

export interface Play {
  readonly get: (path: string, more?: Partial<HttpRequest>) => Promise<HttpResponse>
  /** The host and authorization of each request, in their order. */
  readonly sent: () => readonly string[]
  /** The scopes of each request for a token. */
  readonly scopes: () => readonly (readonly string[])[]
  readonly responses: readonly HttpResponse[]
}

/** Returns a client of a registry whose token service is at auth.registry.example. */
export function play({ registry, service, options }: Scene): Play {
  let asked = 0
  const network: ScriptedSend = scripted((request) => {
    if (request.url.host !== 'auth.registry.example') {
      return registry(request.headers?.['authorization'], request.url.pathname)
    }
    asked += 1
    return service?.(request, asked) ?? { body: `{"token":"t${asked}"}` }
  })
  const send = createAuthorizer({
    registry: 'registry.example',
    origin,
    scopes: [JOB_SCOPE],
    credential: async () => undefined,
    send: network.send,
    now: () => 0,
    ...options,
  })(network.send)
  return {
    get: (path, more = {}) => send({ method: 'GET', url: new URL(path, origin), ...more }),
    sent: () =>
      network.requests.map(({ url, headers }) =>
        [url.host, headers?.['authorization']].filter(Boolean).join(' '),
      ),
    scopes: () =>
      network.requests
        .filter(({ url }) => url.host === 'auth.registry.example')
        .map(({ url }) => url.searchParams.getAll('scope')),
    responses: network.responses,
  }
}

/** Returns the answer that demands a token. */
export const bearer = (scope = 'repository:org/app:pull'): Answer => ({
  status: 401,
  headers: {
    'www-authenticate': `Bearer realm="https://auth.registry.example/token",service="s",scope="${scope}"`,
  },
})

/** Returns a registry that takes these Authorization headers. */
export const wantsToken =
  (...good: readonly string[]) =>
  (authorization: string | undefined): Answer =>
    good.includes(authorization ?? '') ? {} : bearer()
