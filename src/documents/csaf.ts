import type { JsonFormat } from './json-format.ts'
import { aString, at, latest } from './wants.ts'

/** CSAF 2.x: `document.csaf_version` is required (OASIS CSAF 2.0, section 3.2.1.4). */
export const csaf: JsonFormat = {
  kind: 'csaf',
  signs: [at('document.csaf_version', aString)],
  created: latest('document.tracking.current_release_date'),
}
