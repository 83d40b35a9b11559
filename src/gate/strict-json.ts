import type { JsonLimits } from '../json/limits.ts'
import type { JsonListener } from '../json/listener.ts'
import { createJsonScanner, type JsonScanner } from '../json/scan.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import { isObject, type JsonObject, parseJson } from '../oci/json.ts'
import { Unreadable } from './unreadable.ts'

/** As where signatures are verified (verify/strict-json.ts): the same text must be the same to both. */
const LIMITS: JsonLimits = {
  maxDepth: 1000,
  maxTextBytes: 64 * 1024,
  // What judges a document and what made it must not read two different things in it.
  duplicateKeys: 'reject',
}

/** Returns a scanner of JSON that everybody reads alike; it throws {@link Unreadable} for other text. */
export function createStrictScanner(listener?: JsonListener): JsonScanner {
  const scanner = createJsonScanner(listener, LIMITS)
  return {
    write: (chunk) => readably(() => scanner.write(chunk)),
    end: () => readably(() => scanner.end()),
  }
}

/** Returns the object that such a text is; throws {@link Unreadable} if it is none. */
export function parseStrictly(bytes: Uint8Array): JsonObject {
  const scanner = createStrictScanner()
  scanner.write(bytes)
  scanner.end()
  const value = parseJson(bytes)
  if (isObject(value)) return value
  throw new Unreadable('it is JSON, but no object')
}

function readably(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    throw new Unreadable(`it is not JSON as it must be: ${error.message}`)
  }
}
