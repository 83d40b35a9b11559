import type { Credential } from '../transport/credential.ts'
import { TOKEN_USERNAME } from './login.ts'

/**
 * Returns every form of the credential that must not appear in a log: the password or token, its
 * base64, and the base64 of `user:password` that Basic authentication sends (RFC 7617), by which a
 * refresh token goes to services that take none otherwise.
 */
export function secretsOf(credential: Credential): readonly string[] {
  switch (credential.kind) {
    case 'basic':
      return formsOf(credential.username, credential.password)
    case 'refresh-token':
      return formsOf(TOKEN_USERNAME, credential.token)
    case 'bearer':
      return [credential.token, base64(credential.token)]
  }
}

function formsOf(username: string, secret: string): readonly string[] {
  return [secret, base64(secret), base64(`${username}:${secret}`)]
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
