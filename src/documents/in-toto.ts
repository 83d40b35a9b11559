import type { JsonFormat } from './json-format.ts'
import { at, oneOf, text } from './wants.ts'

/**
 * An in-toto statement that stands alone, unsigned (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
 * With an SBOM as its predicate it is still a statement.
 */
export const inTotoStatement: JsonFormat = {
  kind: 'in-toto-statement',
  signs: [
    at('_type', oneOf('https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1')),
  ],
  predicateType: text('predicateType'),
}
