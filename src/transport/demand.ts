import { parseChallenges } from './challenge.ts'
import type { HttpResponse } from './http.ts'
import { challengeScopes } from './scope.ts'

/** What a registry wants to be sent with requests. */
export type Demand = { readonly kind: 'basic' } | TokenDemand

/** A token from a token service. */
export interface TokenDemand {
  readonly kind: 'token'
  /** Where the service is, as the registry wrote it. */
  readonly realm: string
  readonly service: string | undefined
  readonly scopes: readonly string[]
}

/**
 * Returns what the answer's challenges demand, or undefined if they are none that this client can
 * meet. A token is preferred to Basic: it sends the password to fewer places.
 */
export function demandOf(response: HttpResponse): Demand | undefined {
  const challenges = parseChallenges(response.headers.get('www-authenticate') ?? [])
  for (const { scheme, parameters } of challenges) {
    const realm = parameters.get('realm')
    if (scheme !== 'bearer' || !realm) continue
    const scopes = challengeScopes(parameters.get('scope'))
    return { kind: 'token', realm, service: parameters.get('service'), scopes }
  }
  return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : undefined
}
