import { expect, test } from '@jest/globals'
import { statedType } from '../../../src/layout/stated-type.ts'
import {
  DOCKER_MANIFEST,
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
} from '../../../src/oci/media-types.ts'

const filling = `"x":[${'{},'.repeat(1e6)}{}]`
const stated = `"mediaType":"${DOCKER_MANIFEST}"`

test.each([
  ['what it says', `{${stated}}`, DOCKER_MANIFEST],
  ['what it says, not its shape', `{"manifests":[],${stated}}`, DOCKER_MANIFEST],
  ['what it says, behind anything', `{${filling},${stated}}`, DOCKER_MANIFEST],
  ['what it says, though it is broken further on', `{${stated},"x"`, DOCKER_MANIFEST],
  ['an index, by its shape', '{"manifests":[]}', OCI_IMAGE_INDEX],
  ['an image, by its shape', '{"config":{},"layers":[]}', OCI_IMAGE_MANIFEST],
])('bytes are %s', (_, text, type) => {
  expect(statedType(Buffer.from(text))).toBe(type)
})

test.each([
  ['text', 'hello'],
  ['nothing', ''],
  ['another value', `["mediaType","${DOCKER_MANIFEST}"]`],
  ['of another type', '{"mediaType":"text/plain","manifests":[]}'],
  ['of a type too long to be one', `{"mediaType":"${'x'.repeat(10_000)}","manifests":[]}`],
  ['without layers', '{"config":{}}'],
  ['of another shape', '{"manifests":{},"config":[],"layers":{}}'],
  ['only one within', `{"a":{${stated},"manifests":[]}}`],
  ['nested beyond any stack', '['.repeat(1e6)],
])('bytes are no manifest: %s', (_, text) => {
  expect(statedType(Buffer.from(text))).toBeUndefined()
})
