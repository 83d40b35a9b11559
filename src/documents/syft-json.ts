import type { JsonFormat } from './json-format.ts'
import { anArray, anything, at, either, latest, matching, oneOf, some } from './wants.ts'

/** Syft's own JSON (anchore/syft, syft/format/syftjson/model/document.go); tools that embed Syft keep its schema's address. */
export const syftJson: JsonFormat = {
  kind: 'syft-json',
  signs: [
    at('artifacts', anArray),
    either(
      at('descriptor.name', oneOf('syft')),
      at('schema.url', matching(/^https:\/\/raw\.githubusercontent\.com\/anchore\/syft\//)),
    ),
  ],
  created: latest('descriptor.timestamp'),
  components: some(['artifacts[]'], anything),
}
