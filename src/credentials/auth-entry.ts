import { OciError } from '../oci/error.ts'
import type { JsonObject } from '../oci/json.ts'
import type { Credential } from '../transport/credential.ts'
import { credentialOfLogin } from './login.ts'

interface Login {
  readonly username: string
  readonly password: string
}

/**
 * Returns the credential of an entry of `auths`, or undefined if the entry holds none, as where
 * Docker keeps the secret in a store. `key` is the entry's key, `file` the file's name for messages.
 *
 * A `registrytoken` comes before an `identitytoken`, that before `auth`, and that before `username`
 * and `password`, as in Docker (docker/cli, configfile/file.go; moby, registry/auth.go).
 * Throws CREDENTIALS_INVALID, without the content, if it is not such an entry.
 */
export function credentialOfEntry(
  entry: JsonObject,
  key: string,
  file: string,
): Credential | undefined {
  const field = (name: string): string => {
    const value = entry[name] ?? ''
    if (typeof value !== 'string') throw invalid(file, key, `${name} is not a string`)
    return value
  }
  const registryToken = field('registrytoken')
  if (registryToken) return { kind: 'bearer', token: registryToken, source: file }
  const identityToken = field('identitytoken')
  if (identityToken) return { kind: 'refresh-token', token: identityToken, source: file }
  const auth = field('auth')
  const login = auth
    ? decodeLogin(auth)
    : { username: field('username'), password: field('password') }
  if (!login) throw invalid(file, key, 'auth is not the base64 of user:password')
  if (!login.username && !login.password) return undefined
  if (!login.username || !login.password) {
    throw invalid(file, key, 'it has a user name or a password, but not both')
  }
  return credentialOfLogin(login.username, login.password, file)
}

/** Only the first colon divides. Zero bytes around the password are dropped, as Docker does. */
function decodeLogin(auth: string): Login | undefined {
  const base64 = auth.replace(/[\r\n]/g, '')
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined
  const text = Buffer.from(base64, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  return { username: text.slice(0, colon), password: trimZeros(text.slice(colon + 1)) }
}

function trimZeros(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '\0') start += 1
  while (end > start && text[end - 1] === '\0') end -= 1
  return text.slice(start, end)
}

function invalid(file: string, key: string, what: string): OciError {
  return new OciError('CREDENTIALS_INVALID', `${file}, entry ${JSON.stringify(key)}: ${what}`, {
    advice: 'Log in again to have the entry written anew, or give username and password.',
  })
}
