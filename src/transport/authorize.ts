import { memoize } from '../memoize.ts'
import { OciError } from '../oci/error.ts'
import { discardBody } from './body.ts'
import type { Credential } from './credential.ts'
import { type Demand, demandOf, type TokenDemand } from './demand.ts'
import { directGrant, type Grant, tokenGrant } from './grant.ts'
import type { HttpRequest, HttpResponse, Send } from './http.ts'
import { tokenService } from './realm.ts'
import { coversScopes, mergeScopes } from './scope.ts'
import { requestToken } from './token.ts'

/** Each is good for a minute at least, so a run of six hours, as long as GitHub's jobs may be, needs fewer. */
const MAX_TOKENS = 500

export interface AuthorizerOptions {
  /** The registry as users write it, for messages. */
  readonly registry: string
  /** Scheme, host and port of its API: the only place that authorization is sent to. */
  readonly origin: URL
  /** What the whole job needs, such as `repository:org/app:pull,push`. */
  readonly scopes: readonly string[]
  /** Asked once, with the first request. */
  readonly credential: () => Promise<Credential | undefined>
  /** Sends the requests for tokens and for a challenge. */
  readonly send: Send
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Told each token before it is used, so that logs can mask it. */
  readonly onSecret?: (secret: string) => void
}

/** Makes a Send that adds to requests what the registry demands. */
export type Authorizing = (send: Send) => Send

/**
 * Returns how to authorise requests to one registry; every Send made by it shares one token.
 *
 * A request goes out with what is known. A 401 says what is missing, and the request is repeated
 * once with that: so a token that has expired or is for too little is replaced. A second 401, and
 * every 403, is the answer, and its `credentialSource` says whose credential was sent.
 *
 * A token is asked for the job's scopes and those of the challenge (some name actions of their own:
 * `metadata_read` Azure, `any` Cloudsmith, `aws` Amazon ECR Public); requests that need one at the
 * same time share one. A 401 without a challenge (gcr.io, Artifact Registry) means what was demanded
 * before, else what `GET /v2/` demands.
 *
 * The Send throws UNAUTHORIZED, DENIED, TOOMANYREQUESTS or RESPONSE_INVALID where no token is to be
 * had (`requestToken`, `tokenService`), LIMIT_EXCEEDED where they are never good for long,
 * CREDENTIALS_INVALID as the source of the credential does.
 */
export function createAuthorizer(options: AuthorizerOptions): Authorizing {
  const findCredential = memoize(options.credential)
  const askForChallenge = memoize(() => challengeOf(options))
  const orders = new Map<string, Promise<Grant>>()
  let demand: Demand | undefined
  let current: Grant | undefined
  let asked = 0

  async function orderToken(wanted: TokenDemand, scopes: readonly string[]): Promise<Grant> {
    const key = JSON.stringify([wanted.realm, wanted.service, scopes])
    const order = orders.get(key) ?? exchange(wanted, scopes)
    orders.set(key, order)
    try {
      current = await order
      return current
    } finally {
      orders.delete(key)
    }
  }

  async function exchange(
    { realm, service }: TokenDemand,
    scopes: readonly string[],
  ): Promise<Grant> {
    const { registry, origin, send, now } = options
    asked += 1
    if (asked > MAX_TOKENS) throw tooMany(registry)
    const credential = await findCredential()
    const start = now()
    const token = await requestToken(send, {
      realm: tokenService(realm, origin, credential),
      service,
      scopes,
      credential,
      registry,
    })
    options.onSecret?.(token.value)
    return tokenGrant(token, scopes, start, credential?.source)
  }

  async function grantAtHand(): Promise<Grant | undefined> {
    if (!current || options.now() < current.expires || demand?.kind !== 'token') return current
    return orderToken(demand, current.scopes)
  }

  async function grantInstead(
    refused: HttpResponse,
    used: Grant | undefined,
  ): Promise<Grant | undefined> {
    const wanted = demandOf(refused) ?? demand ?? (await askForChallenge())
    if (!wanted) return undefined
    demand = wanted
    const credential = await findCredential()
    if (wanted.kind === 'basic' || credential?.kind === 'bearer') {
      if (used) return undefined
      current = credential && directGrant(credential)
      return current
    }
    const scopes = mergeScopes(options.scopes, current?.scopes ?? [], wanted.scopes)
    const isReplaced = current && current !== used && coversScopes(current.scopes, scopes)
    return isReplaced ? current : orderToken(wanted, scopes)
  }

  return (send) => async (request) => {
    const { credentials, url } = request
    if (credentials === 'omit' || url.origin !== options.origin.origin) return send(request)
    if (credentials === 'at-hand') return sendWith(send, request, current)
    findCredential().catch(ignore)
    const grant = await grantAtHand()
    const response = await sendWith(send, request, grant)
    if (response.status !== 401) return response
    const instead = await grantInstead(response, grant).catch(async (error: unknown) => {
      await discardBody(response)
      throw error
    })
    if (!instead) return response
    await discardBody(response)
    return sendWith(send, request, instead)
  }
}

async function sendWith(
  send: Send,
  request: HttpRequest,
  grant: Grant | undefined,
): Promise<HttpResponse> {
  if (!grant) return send(request)
  const { authorization, source } = grant
  const response = await send({ ...request, headers: { ...request.headers, authorization } })
  return source === undefined ? response : { ...response, credentialSource: source }
}

async function challengeOf({ send, origin }: AuthorizerOptions): Promise<Demand | undefined> {
  const response = await send({ method: 'GET', url: new URL('/v2/', origin) })
  await discardBody(response)
  return response.status === 401 ? demandOf(response) : undefined
}

function tooMany(registry: string): OciError {
  return new OciError('LIMIT_EXCEEDED', `${registry} took none of ${MAX_TOKENS} tokens for long`, {
    advice:
      'The registry and its token service disagree: tell whoever runs them, and compare their clocks.',
  })
}

function ignore(): void {
  // It is thrown where the credential is needed.
}
