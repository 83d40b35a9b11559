import { Readable } from 'node:stream'
import { OciError, type OciErrorCode } from '../oci/error.ts'
import { isObject, parseJson } from '../oci/json.ts'
import { accessAdvice } from './access-advice.ts'
import { basicAuthorization } from './basic.ts'
import { discardBody, readBody } from './body.ts'
import { quote, readComplaints } from './complaints.ts'
import type { Credential } from './credential.ts'
import type { HttpBody, HttpRequest, HttpResponse, Send } from './http.ts'
import { describeRequest } from './redact.ts'

/** What a token is asked for. */
export interface TokenOrder {
  /** The token service, of whose address and safety the caller is sure (`tokenService`). */
  readonly realm: URL
  readonly service: string | undefined
  readonly scopes: readonly string[]
  readonly credential: Credential | undefined
  /** The registry as users write it, for messages. */
  readonly registry: string
}

export interface Token {
  readonly value: string
  /** Seconds. */
  readonly lifetime: number
}

/** The answer may hold the token twice, and others beside it. */
const MAX_TOKEN_BYTES = 256 * 1024
/**
 * Tokens with many claims have some 10 KB, and few servers take more than 32 KB of headers: nginx 8 in
 * one, Node 16 in all, Kestrel 32. The log is searched for each token, and for what it looks encoded.
 */
const MAX_TOKEN_LENGTH = 32 * 1024

/** Holds where none is stated, and instead of less (distribution, Token Authentication). */
const LEAST_LIFETIME = 60

/** The user name under which Azure Container Registry takes its refresh tokens as passwords. */
const AZURE_TOKEN_USERNAME = '00000000-0000-0000-0000-000000000000'

/** How services without the OAuth2 POST answer it: Google 404, Artifactory 401, Azure 400 (containerd, authorizer.go). */
const noOauth: readonly number[] = [400, 401, 404, 405]

/**
 * Returns a token: by OAuth2 POST for a refresh token, else, and where the service does not take
 * that, by GET with Basic authentication, which every service takes; without a credential by GET
 * alone (distribution, Token Authentication and OAuth2 Token Authentication). No redirect is
 * followed, so the credential stays where the caller wants it.
 *
 * Throws UNAUTHORIZED, DENIED or TOOMANYREQUESTS with the service's words, RESPONSE_INVALID for an
 * answer without a token, LIMIT_EXCEEDED for one that is too long.
 */
export async function requestToken(send: Send, order: TokenOrder): Promise<Token> {
  const refreshToken = refreshTokenOf(order.credential)
  if (refreshToken !== undefined) {
    const response = await send(oauthRequest(order, refreshToken))
    if (!noOauth.includes(response.status)) return tokenOf(response, order)
    await discardBody(response)
  }
  return tokenOf(await send(getRequest(order)), order)
}

function refreshTokenOf(credential: Credential | undefined): string | undefined {
  if (credential?.kind === 'refresh-token') return credential.token
  const isAzures = credential?.kind === 'basic' && credential.username === AZURE_TOKEN_USERNAME
  return isAzures ? credential.password : undefined
}

function oauthRequest({ realm, service, scopes }: TokenOrder, refreshToken: string): HttpRequest {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'oras-attach',
    ...(service !== undefined && { service }),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    refresh_token: refreshToken,
  })
  return {
    method: 'POST',
    url: realm,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    wholeBody: MAX_TOKEN_BYTES,
    body: bodyOf(form.toString()),
  }
}

function bodyOf(text: string): HttpBody {
  const bytes = Buffer.from(text)
  return { size: bytes.length, open: () => Readable.from([bytes], { objectMode: false }) }
}

function getRequest({ realm, service, scopes, credential }: TokenOrder): HttpRequest {
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.append('service', service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  const authorization = authorizationOf(credential)
  return {
    method: 'GET',
    url,
    headers: { accept: 'application/json', ...(authorization && { authorization }) },
    wholeBody: MAX_TOKEN_BYTES,
  }
}

function authorizationOf(credential: Credential | undefined): string | undefined {
  if (credential?.kind === 'basic') {
    return basicAuthorization(credential.username, credential.password)
  }
  return credential && basicAuthorization('<token>', credential.token)
}

async function tokenOf(response: HttpResponse, order: TokenOrder): Promise<Token> {
  if (response.status !== 200) throw await refusal(response, order)
  // Never quoted in an error: the bytes may hold the token.
  const answer = parseJson(await readBody(response, MAX_TOKEN_BYTES))
  const { token, access_token, expires_in } = isObject(answer) ? answer : {}
  const value = token || access_token
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new OciError(
      'RESPONSE_INVALID',
      `${describeRequest(response)} was answered without a token`,
    )
  }
  if (value.length > MAX_TOKEN_LENGTH) {
    throw new OciError(
      'LIMIT_EXCEEDED',
      `${describeRequest(response)} was answered with a token of ${value.length} characters, of which ${MAX_TOKEN_LENGTH} are taken`,
      { advice: 'A token for fewer repositories, or of an account with fewer rights, is shorter.' },
    )
  }
  const lifetime = typeof expires_in === 'number' ? expires_in : 0
  return { value, lifetime: Math.max(lifetime, LEAST_LIFETIME) }
}

const refusals: ReadonlyMap<number, OciErrorCode> = new Map([
  [400, 'UNAUTHORIZED'],
  [401, 'UNAUTHORIZED'],
  [403, 'DENIED'],
  [429, 'TOOMANYREQUESTS'],
])

async function refusal(
  response: HttpResponse,
  { registry, scopes, credential }: TokenOrder,
): Promise<OciError> {
  const { status } = response
  const words = quote(await readComplaints(response))
  const code = refusals.get(status) ?? 'RESPONSE_INVALID'
  const advice = accessAdvice({
    host: registry,
    isWrite: scopes.some((scope) => /[:,]push\b/.test(scope)),
    credentialSource: credential?.source,
    words,
  })
  return new OciError(
    code,
    `no token for ${registry}: ${describeRequest(response)} was answered ${status}${words && `: ${words}`}`,
    { status, ...((code === 'UNAUTHORIZED' || code === 'DENIED') && { advice }) },
  )
}
