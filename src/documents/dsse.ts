import type { JsonFormat } from './json-format.ts'
import { anArray, aString, at } from './wants.ts'

/** A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md); what it signs is in base64. */
export const dsseEnvelope: JsonFormat = {
  kind: 'dsse-envelope',
  signs: [at('payloadType', aString), at('payload', aString), at('signatures', anArray)],
}
