import type { JsonLimits } from './limits.ts'
import type { JsonListener } from './listener.ts'
import { createJsonScanner, type JsonScanner } from './scan.ts'

/**
 * Names that are kept at once to find the one that is there twice. Each takes some hundred bytes of memory,
 * many times what it has in the document; honest objects have some ten names, maps of files some thousands.
 */
export const MAX_NAMES = 100_000

/**
 * Values of what is parsed to a tree: bundles, envelopes, payloads, entries of a log. `JSON.parse` makes
 * gigabytes of the two bytes of each `{}`. A bundle with 32 log entries of long proofs has some 3,000 values;
 * what is large in one is a single string.
 */
export const MAX_VALUES = 10_000

const LIMITS: JsonLimits = {
  // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
  maxDepth: 1000,
  // Every name is compared: the longest in SBOMs are paths of files.
  maxTextBytes: 64 * 1024,
  // What judges or verifies a document and what uses it must not read two different things in it.
  duplicateKeys: 'reject',
  maxNames: MAX_NAMES,
  // Of who uses such a document many take none.
  byteOrderMark: 'reject',
}

/**
 * Returns a scanner of JSON that everybody reads alike, for what is judged: UTF-8, no name twice in an
 * object. It throws JsonSyntaxError for other text.
 */
export function createStrictScanner(listener?: JsonListener): JsonScanner {
  return createJsonScanner(listener, LIMITS)
}

/** Returns such a scanner for what is parsed to a tree afterwards, which must be small. */
export function createTreeScanner(): JsonScanner {
  return createJsonScanner(undefined, { ...LIMITS, maxValues: MAX_VALUES })
}
