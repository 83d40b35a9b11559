import type { JsonFormat } from './json-format.ts'
import { anArray, at, either, latest, matching, oneOf } from './wants.ts'

/** SARIF 2.1.0 (OASIS, sections 3.13 and 3.20.8). `$schema` is optional; `version` is not, but files of drafts differ in it. */
export const sarif: JsonFormat = {
  kind: 'sarif',
  signs: [
    at('runs', anArray),
    either(at('version', oneOf('2.1.0')), at('$schema', matching(/\bsarif\b/i))),
  ],
  created: latest('runs[].invocations[].endTimeUtc'),
}
