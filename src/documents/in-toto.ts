import type { JsonFormat } from './json-format.ts'
import { at, oneOf, text } from './wants.ts'

/** Of a statement by itself, and as the payload of a DSSE envelope (in-toto/attestation, spec/v1/envelope.md). */
export const STATEMENT_MEDIA_TYPE = 'application/vnd.in-toto+json'

/** Tells whether a document's `_type` is that of a statement, of in-toto's v1 or of v0.1 before it. */
export const isStatementType = oneOf(
  'https://in-toto.io/Statement/v0.1',
  'https://in-toto.io/Statement/v1',
)

/**
 * An in-toto statement that stands alone, unsigned (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
 * With an SBOM as its predicate it is still a statement.
 */
export const inTotoStatement: JsonFormat = {
  kind: 'in-toto-statement',
  signs: [at('_type', isStatementType)],
  predicateType: text('predicateType'),
}
