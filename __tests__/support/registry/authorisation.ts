import {
  type Action,
  type Authentication,
  accountByBasic,
  type Client,
  isAllowed,
} from './accounts.ts'
import { type Access, challenge, nameInScope } from './challenge.ts'
import { type Answer, type Incoming, specError } from './exchange.ts'
import type { Quirks } from './quirks.ts'
import { type Tokens, useToken } from './tokens.ts'

/** Whom a request comes from, or the answer that sends it back. */
export type Authorisation =
  | { readonly mayPull: Incoming['mayPull']; readonly refusal?: never }
  | { readonly refusal: Answer }

/** What authorisation depends on besides the request. */
export interface Authority {
  readonly authentication: Authentication
  readonly quirks: Quirks
  readonly tokens: Tokens
  /** The URL of the token endpoint. */
  readonly realm: string
}

interface Identity {
  readonly client: Client
  /** The scopes a token was asked for; without a token nothing is limited by scopes. */
  readonly scopes?: readonly string[]
}

/**
 * Decides on a request: 401 with a challenge where it carries nothing valid, or a token that was
 * not asked for this access; 403 where the client is known and not allowed.
 */
export function authorise(
  authority: Authority,
  { headers }: Pick<Incoming, 'headers'>,
  access: Access,
): Authorisation {
  const { authentication, quirks } = authority
  const { authorization } = headers
  const challenged = (error?: string): Authorisation => ({
    refusal: challenge(
      authentication.scheme,
      quirks.challenge ?? {},
      authority.realm,
      access,
      error,
    ),
  })
  const identity = identify(authority, authorization)
  if (identity === undefined) return challenged('invalid_token')
  const { client, scopes } = identity
  const may = (repository: string, action: Action): boolean =>
    isAllowed(authentication, client, repository, action) &&
    isAskedFor(quirks, scopes, repository, action)
  const { repository, action } = access
  if (repository === '' ? authorization !== undefined : may(repository, action)) {
    return { mayPull: (other) => may(other, 'pull') }
  }
  const known = client !== 'anonymous' && isAskedFor(quirks, scopes, repository, action)
  if (known && quirks.challenge?.denial !== 401) {
    return { refusal: specError(403, 'DENIED', 'requested access to the resource is denied') }
  }
  return challenged(authorization && 'insufficient_scope')
}

function identify(authority: Authority, authorization: string | undefined): Identity | undefined {
  const { authentication, quirks, tokens } = authority
  const needsToken = authentication.scheme === 'bearer'
  if (authorization === undefined) return { client: 'anonymous', ...(needsToken && { scopes: [] }) }
  if (!needsToken) {
    const account = accountByBasic(authentication, authorization)
    return account && { client: account }
  }
  const value = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  const owner = authentication.accounts.find(({ registryToken }) => registryToken === value)
  return owner ? { client: owner } : useToken(tokens, quirks.tokens ?? {}, value)
}

function isAskedFor(
  { challenge = {}, tokens }: Quirks,
  scopes: readonly string[] | undefined,
  repository: string,
  action: Action,
): boolean {
  if (scopes === undefined) return true
  if (tokens?.scopes === 'any' && scopes.length > 0) return true
  if (challenge.scope === 'aws' || challenge.scope === '*') return scopes.includes(challenge.scope)
  const wanted = challenge.scope === 'any' ? 'any' : action
  const names = [repository, nameInScope(challenge, repository)]
  return scopes.some((scope) => {
    const [, name = '', actions = ''] = /^repository:(.+):([^:]*)$/.exec(scope) ?? []
    return names.includes(name) && actions.split(',').includes(wanted)
  })
}
