import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../src/oci/digest.ts'
import type { Encoded } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

function written(text: string, mediaType: string = OCI_IMAGE_INDEX): Encoded<unknown> {
  const bytes = new TextEncoder().encode(text)
  return {
    value: {},
    bytes,
    descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length },
  }
}

/** A registry without the API, an image with that at its referrers tag, and a job that attaches to it. */
async function attachingTo(atTag: Encoded<unknown>) {
  const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
  const { descriptor: image } = registry.putImage('app', { tag: '1' })
  const tag = referrersTag(image.digest)
  registry.putManifest('app', atTag, tag)
  const files = [await writeDocument(directory(), 'spdx')]
  return { registry, tag, job: jobOn(`${registry.host}/app:1`, { attach: { files } }) }
}

const type = `"schemaVersion":2,"mediaType":"${OCI_IMAGE_INDEX}"`
const filler = `"x":"${'x'.repeat(4 * 1024 * 1024 - 200)}"`

describe('an index at the referrers tag that cannot be added to', () => {
  test.each([
    ['with two lists', 'MANIFEST_INVALID', written(`{${type},"manifests":[],"manifests":[]}`)],
    ['that is cut short', 'MANIFEST_INVALID', written(`{${type},"manifests":[`)],
    ['that is a manifest of an image', 'MANIFEST_INVALID', written('{}', OCI_IMAGE_MANIFEST)],
    ['that is nearly too large', 'LIMIT_EXCEEDED', written(`{${type},"manifests":[],${filler}}`)],
  ])('%s is an error, and stays as it is', async (_, code, atTag) => {
    const { registry, tag, job } = await attachingTo(atTag)
    const { failure } = await outcomeOf(job)
    expect(failure).toMatchObject({ code })
    expect(registry.tags('app')[tag]).toBe(atTag.descriptor.digest)
  })
})

test('an index keeps the entries and members of others to the letter', async () => {
  const theirs = written(`{${type},"manifests":[]}`)
  const { digest, size } = theirs.descriptor
  const entry = `{ "size":${size}.0, "digest" :"${digest}", "mediaType":"a\\/b", "9":1e400 }`
  const other = '"x" : [1.10,\t"\\u0041"]'
  const { registry, tag, job } = await attachingTo(
    written(`{ ${other},\n${type},"manifests":[ ${entry} ]}`),
  )
  registry.putManifest('app', theirs)
  const { attached } = await succeed(job)
  const response = await fetch(`http://${registry.host}/v2/app/manifests/${tag}`)
  const text = await response.text()
  expect(text).toContain(`{${other},${type},"manifests":[${entry},{`)
  expect(text).toContain(`"${attached[0]?.digest}"`)
})
