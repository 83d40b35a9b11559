import type { JsonFormat } from './json-format.ts'
import { anything, at, latest, oneOf, some } from './wants.ts'

/** CycloneDX as JSON: `bomFormat` is required and constant (https://cyclonedx.org/docs/1.6/json/#bomFormat). */
export const cyclonedxJson: JsonFormat = {
  kind: 'cyclonedx-json',
  signs: [at('bomFormat', oneOf('CycloneDX'))],
  created: latest('metadata.timestamp'),
  components: some(['components[]'], anything),
}
