import { OciError } from '../oci/error.ts'
import { isObject, type JsonObject } from '../oci/json.ts'

/** A file with credentials, in the form that Docker and Podman share. */
export interface AuthFile {
  /** For messages: `Docker configuration ~/.docker/config.json`. */
  readonly name: string
  /** The entries by registry, or by namespace below one. */
  readonly auths: ReadonlyMap<string, JsonObject>
  /** The names of credential helpers by registry. */
  readonly credHelpers: ReadonlyMap<string, string>
  /** The name of the helper for every other registry; empty for none. */
  readonly credsStore: string
}

/**
 * Returns what the bytes of such a file say, or undefined if they are only white space, as Docker
 * takes them. `name` is the file's name for messages.
 *
 * Throws CREDENTIALS_INVALID, without the content, if they are not such a file (Docker's
 * config.json; containers-auth.json(5)).
 */
export function parseAuthFile(bytes: Uint8Array, name: string): AuthFile | undefined {
  const json = parseJson(bytes, name)
  if (json === undefined) return undefined
  if (!isObject(json)) throw invalidAuthFile(name, 'is not a JSON object')
  const credsStore = json['credsStore'] ?? ''
  if (!isString(credsStore)) throw invalidAuthFile(name, 'has a credsStore that is not a string')
  return {
    name,
    auths: mapOf(json, 'auths', isObject, name),
    credHelpers: mapOf(json, 'credHelpers', isString, name),
    credsStore,
  }
}

/** Returns the error for a file that is not as it should be; `what` says how, without content. */
export function invalidAuthFile(name: string, what: string): OciError {
  return new OciError('CREDENTIALS_INVALID', `${name} ${what}`, {
    advice: 'Log in again to have it written anew, or give username and password.',
  })
}

/** The parser's own message is left out: it quotes what it could not parse. */
function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? undefined : JSON.parse(text)
  } catch {
    throw invalidAuthFile(name, 'is not JSON in UTF-8')
  }
}

function mapOf<T>(
  json: JsonObject,
  field: string,
  isItem: (item: unknown) => item is T,
  name: string,
): ReadonlyMap<string, T> {
  const object = json[field] ?? {}
  if (!isObject(object)) throw invalidAuthFile(name, `has ${field} that is not an object`)
  const map = new Map<string, T>()
  for (const [key, item] of Object.entries(object)) {
    if (!isItem(item)) throw invalidAuthFile(name, `has an entry in ${field} of the wrong type`)
    map.set(key, item)
  }
  return map
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
