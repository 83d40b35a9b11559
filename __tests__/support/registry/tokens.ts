import { randomUUID } from 'node:crypto'
import { type Account, type Authentication, accountByBasic, type Client } from './accounts.ts'
import { type Answer, type Incoming, json, specError } from './exchange.ts'
import type { TokenQuirks } from './quirks.ts'

/** A bearer token: of whom, and for which scopes `repository:NAME:ACTIONS` it was asked. */
export interface Token {
  readonly client: Client
  readonly scopes: readonly string[]
  /** In milliseconds since the epoch. */
  readonly expires: number
  readonly uses: number
}

/** The tokens issued, by what the client sends. */
export type Tokens = Map<string, Token>

/** What GHCR names in place of a scope; it gives no token for it. */
export const PLACEHOLDER_SCOPE = 'repository:user/image:pull'

/** Returns where the token endpoint is, at its origin. */
export function tokenPath({ path = '/token' }: TokenQuirks): string {
  return path
}

const unauthorized = specError(401, 'UNAUTHORIZED', 'incorrect username or password')
const denied = specError(403, 'DENIED', 'Unauthenticated request. (or it may not exist)')

/**
 * Answers the token endpoint: GET with Basic credentials or none (distribution, Token Authentication
 * Specification), and OAuth2 POST with a refresh token or a password (distribution, OAuth2 Token
 * Authentication).
 */
export function answerTokenEndpoint(
  tokens: Tokens,
  authentication: Authentication,
  quirks: TokenQuirks,
  request: Incoming,
): Answer {
  if (request.method === 'GET') {
    const client = clientByGet(authentication, request)
    if (client) return issue(tokens, quirks, client, request.url.searchParams, keysOf(quirks))
    return quirks.refusal === 403 ? denied : unauthorized
  }
  if (request.method !== 'POST') return specError(405, 'UNSUPPORTED', 'unsupported')
  if (quirks.oauth2) return specError(quirks.oauth2, 'UNSUPPORTED', 'GET is supported here')
  const form = new URLSearchParams(new TextDecoder().decode(request.body))
  const account = accountByForm(authentication, form)
  return account ? issue(tokens, quirks, account, form, ['access_token']) : unauthorized
}

function clientByGet(authentication: Authentication, { headers }: Incoming): Client | undefined {
  const anonymous = headers.authorization === undefined && authentication.anonymousPull === true
  return anonymous ? 'anonymous' : accountByBasic(authentication, headers.authorization)
}

function keysOf({ key }: TokenQuirks): readonly string[] {
  return key === 'both' ? ['token', 'access_token'] : [key ?? 'token']
}

function accountByForm({ accounts }: Authentication, form: URLSearchParams): Account | undefined {
  switch (form.get('grant_type')) {
    case 'refresh_token':
      return accounts.find(({ refreshToken }) => refreshToken === form.get('refresh_token'))
    case 'password':
      return accounts.find(
        ({ username, password }) =>
          username === form.get('username') && password === form.get('password'),
      )
    default:
      return undefined
  }
}

function issue(
  tokens: Tokens,
  quirks: TokenQuirks,
  client: Client,
  parameters: URLSearchParams,
  keys: readonly string[],
): Answer {
  const { expiresIn } = quirks
  const scopes = parameters.getAll('scope').flatMap((scope) => scope.split(' '))
  if (scopes.includes(PLACEHOLDER_SCOPE)) return denied
  const value = randomUUID()
  tokens.set(value, {
    client,
    scopes,
    expires: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000,
    uses: 0,
  })
  return json(200, {
    ...Object.fromEntries(keys.map((key) => [key, value])),
    ...(expiresIn !== undefined && { expires_in: expiresIn }),
  })
}

/** Returns the token that a request carries, used once more; undefined if it is not valid any more. */
export function useToken(
  tokens: Tokens,
  { maxUses = Number.POSITIVE_INFINITY }: TokenQuirks,
  value: string,
): Token | undefined {
  const token = tokens.get(value)
  if (token === undefined || token.uses >= maxUses || token.expires <= Date.now()) return undefined
  tokens.set(value, { ...token, uses: token.uses + 1 })
  return token
}
