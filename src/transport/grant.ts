import { OciError } from '../oci/error.ts'
import { basicAuthorization } from './basic.ts'
import type { Credential } from './credential.ts'
import type { Token } from './token.ts'

/** What is sent with requests, and how far it goes. */
export interface Grant {
  /** The Authorization header. */
  readonly authorization: string
  /** What it allows, as far as was asked; empty for what has no scopes. */
  readonly scopes: readonly string[]
  /** Milliseconds since the epoch. */
  readonly expires: number
  /** Where the credential behind it was found; absent for an anonymous token. */
  readonly source?: string
}

/** A token is not used in the last fifth of its life, at most half a minute, to arrive alive. */
const UNUSED_PART = 0.2
const UNUSED_SECONDS = 30

/** Returns what a token that was asked for at the moment `now` grants. */
export function tokenGrant(
  { value, lifetime }: Token,
  scopes: readonly string[],
  now: number,
  source: string | undefined,
): Grant {
  const usable = lifetime - Math.min(lifetime * UNUSED_PART, UNUSED_SECONDS)
  return {
    authorization: `Bearer ${value}`,
    scopes,
    expires: now + usable * 1000,
    ...(source !== undefined && { source }),
  }
}

/**
 * Returns what the credential grants as it is, or undefined if it must be exchanged for a token.
 * Throws CREDENTIALS_INVALID for a registry token that HTTP cannot carry.
 */
export function directGrant(credential: Credential): Grant | undefined {
  if (credential.kind === 'refresh-token') return undefined
  const { source } = credential
  if (credential.kind === 'bearer' && !/^[\x21-\x7e]+$/.test(credential.token)) {
    throw new OciError('CREDENTIALS_INVALID', `the registry token from ${source} is not a token`)
  }
  const authorization =
    credential.kind === 'bearer'
      ? `Bearer ${credential.token}`
      : basicAuthorization(credential.username, credential.password)
  return { authorization, scopes: [], expires: Number.POSITIVE_INFINITY, source }
}
