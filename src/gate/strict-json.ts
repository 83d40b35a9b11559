import type { JsonListener } from '../json/listener.ts'
import type { JsonScanner } from '../json/scan.ts'
import { createStrictScanner, createTreeScanner } from '../json/strict.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import { isObject, type JsonObject, parseJson } from '../oci/json.ts'
import { Unreadable } from './unreadable.ts'

/** Returns the scanner of JSON that everybody reads alike; it throws {@link Unreadable} for other text. */
export function createEvidenceScanner(listener?: JsonListener): JsonScanner {
  return readable(createStrictScanner(listener))
}

/** Returns the object that such a text is; throws {@link Unreadable} if it is none, or not a small one. */
export function parseStrictly(bytes: Uint8Array): JsonObject {
  const scanner = readable(createTreeScanner())
  scanner.write(bytes)
  scanner.end()
  const value = parseJson(bytes)
  if (isObject(value)) return value
  throw new Unreadable('it is JSON, but no object')
}

function readable(scanner: JsonScanner): JsonScanner {
  return {
    write: (chunk) => readably(() => scanner.write(chunk)),
    end: () => readably(() => scanner.end()),
  }
}

function readably(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    throw new Unreadable(`it is not JSON as it must be: ${error.message}`)
  }
}
