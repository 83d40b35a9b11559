import type { Credential } from '../transport/credential.ts'

/**
 * Returns every form of the credential that must not appear in a log: the password or token, its
 * base64, and the base64 of `user:password` that Basic authentication sends (RFC 7617).
 */
export function secretsOf(credential: Credential): readonly string[] {
  if (credential.kind !== 'basic') return [credential.token, base64(credential.token)]
  const { username, password } = credential
  return [password, base64(password), base64(`${username}:${password}`)]
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
