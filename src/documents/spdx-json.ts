import type { JsonFormat } from './json-format.ts'
import { anything, at, latest, matching, oneOf, some } from './wants.ts'

/** SPDX 2.x as JSON (https://spdx.github.io/spdx-spec/v2.3/). A document may list files alone, as REUSE's do. */
export const spdx2Json: JsonFormat = {
  kind: 'spdx-json',
  signs: [at('spdxVersion', matching(/^SPDX-/))],
  created: latest('creationInfo.created'),
  components: some(['packages[]', 'files[]'], anything),
}

/** The classes of SPDX 3 that stand for software, as JSON-LD names them (https://spdx.github.io/spdx-spec/v3.0.1/model/). */
const SOFTWARE = oneOf(
  'software_Package',
  'software_File',
  'software_Snippet',
  'ai_AIPackage',
  'dataset_DatasetPackage',
)

/**
 * SPDX 3 as JSON-LD (https://spdx.github.io/spdx-spec/v3.0.1/serializations/). `created` is a property of the class
 * CreationInfo alone; elements taken over from elsewhere bring older ones along.
 */
export const spdx3Json: JsonFormat = {
  kind: 'spdx-json',
  signs: [some(['@context', '@context[]'], matching(/^https?:\/\/spdx\.org\/rdf\/3\./))],
  created: latest('@graph[].created', '@graph[].creationInfo.created'),
  components: some(['@graph[].type'], SOFTWARE),
}
