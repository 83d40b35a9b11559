import type { JsonFormat } from './json-format.ts'
import { aNumber, anArray, aString, at, either, latest } from './wants.ts'

/** Trivy's JSON report (aquasecurity/trivy, pkg/types/report.go); it leaves out `Results` when there are none. */
export const trivyJson: JsonFormat = {
  kind: 'trivy-json',
  signs: [
    at('SchemaVersion', aNumber),
    at('ArtifactName', aString),
    either(at('Results', anArray), at('ArtifactType', aString)),
  ],
  created: latest('CreatedAt'),
}
