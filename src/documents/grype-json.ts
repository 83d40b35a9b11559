import type { JsonFormat } from './json-format.ts'
import { anArray, at, latest, oneOf } from './wants.ts'

/** Grype's JSON report (anchore/grype, grype/presenter/models/document.go). */
export const grypeJson: JsonFormat = {
  kind: 'grype-json',
  signs: [at('descriptor.name', oneOf('grype')), at('matches', anArray)],
  created: latest('descriptor.timestamp'),
}
