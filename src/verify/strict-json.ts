import type { JsonListener } from '../json/listener.ts'
import type { JsonScanner } from '../json/scan.ts'
import { createStrictScanner, createTreeScanner } from '../json/strict.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import { isObject, type JsonObject, parseJson } from '../oci/json.ts'
import { quoted, Refusal } from './refusal.ts'

/**
 * Tells the listener of a JSON text that everybody reads alike: UTF-8, no name twice in an object.
 * Throws a {@link Refusal} if it is none; `what` names it there.
 */
export function scanStrictly(what: string, bytes: Uint8Array, listener: JsonListener): void {
  scanWith(createStrictScanner(listener), what, bytes)
}

/** Returns the object that such a text is; throws a {@link Refusal} if it is none, or not a small one. */
export function parseStrictly(what: string, bytes: Uint8Array): JsonObject {
  scanWith(createTreeScanner(), what, bytes)
  const value = parseJson(bytes)
  if (isObject(value)) return value
  throw new Refusal(`has ${what} that is not a JSON object`)
}

function scanWith(scanner: JsonScanner, what: string, bytes: Uint8Array): void {
  try {
    scanner.write(bytes)
    scanner.end()
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    throw new Refusal(`has ${what} that is not JSON as it must be: ${quoted(error.message)}`)
  }
}
