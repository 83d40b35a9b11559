import type { Credential } from '../transport/credential.ts'

/** The user name by which Docker and its helpers mark a secret that is an identity token. */
export const TOKEN_USERNAME = '<token>'

/** Returns the credential for a user name and secret as Docker stores them. */
export function credentialOfLogin(username: string, secret: string, source: string): Credential {
  return username === TOKEN_USERNAME
    ? { kind: 'refresh-token', token: secret, source }
    : { kind: 'basic', username, password: secret, source }
}
