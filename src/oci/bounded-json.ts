import type { JsonLimits } from '../json/limits.ts'
import { createJsonScanner } from '../json/scan.ts'

/**
 * Names that are kept at once to find the one that is there twice, and the most annotations that one thing
 * can have. Honest ones have some ten; each takes some hundred bytes of memory, many times what it has in
 * the document.
 */
export const MAX_NAMES = 10_000

/** Of two equal keys one client takes the first, another the last (RFC 8259, section 4). */
const LIMITS: JsonLimits = {
  /** Manifests have five levels; far deeper ones would overflow the stack of whoever writes them. */
  maxDepth: 64,
  /** Many times the length of real keys, and little enough to keep for each open object. */
  maxTextBytes: 4096,
  duplicateKeys: 'reject',
  maxNames: MAX_NAMES,
}

/**
 * Returns the value of a JSON text in UTF-8 that everybody reads alike and that needs little memory. Throws
 * JsonSyntaxError for any other: two keys of an object alike, nested too deep, more than `maxValues` values
 * or MAX_NAMES names.
 */
export function parseBounded(bytes: Uint8Array, maxValues: number): unknown {
  const scanner = createJsonScanner(undefined, { ...LIMITS, maxValues })
  scanner.write(bytes)
  scanner.end()
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** Returns how many values such a text has, on all levels together. */
export function countValues(bytes: Uint8Array): number {
  const { maxDepth } = LIMITS
  const scanner = createJsonScanner(undefined, {
    maxDepth,
    maxTextBytes: 0,
    duplicateKeys: 'allow',
  })
  scanner.write(bytes)
  scanner.end()
  return scanner.values
}
