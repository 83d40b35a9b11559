import type { JsonLimits } from './limits.ts'
import type { JsonListener } from './listener.ts'
import { createJsonScanner, type JsonScanner } from './scan.ts'

const LIMITS: JsonLimits = {
  // As for any document (documents/json-reader.ts): the predicate may be an SBOM.
  maxDepth: 1000,
  // Every name is compared: the longest in SBOMs are paths of files.
  maxTextBytes: 64 * 1024,
  // What judges or verifies a document and what uses it must not read two different things in it.
  duplicateKeys: 'reject',
}

/**
 * Returns a scanner of JSON that everybody reads alike, for what is judged: UTF-8, no name twice in an
 * object. It throws JsonSyntaxError for other text.
 */
export function createStrictScanner(listener?: JsonListener): JsonScanner {
  return createJsonScanner(listener, LIMITS)
}
