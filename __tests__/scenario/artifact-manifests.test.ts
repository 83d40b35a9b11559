import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { encodeJson } from '../../src/oci/encoded.ts'
import {
  OCI_ARTIFACT_MANIFEST,
  OCI_IMAGE_INDEX,
  ORAS_ARTIFACT_MANIFEST,
} from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { jobOn, succeed } from '../support/job.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

describe.each([
  ['of OCI 1.1-rc', OCI_ARTIFACT_MANIFEST, 'org.opencontainers.artifact.created'],
  ['of ORAS', ORAS_ARTIFACT_MANIFEST, 'io.cncf.oras.artifact.created'],
])('an artifact manifest %s', (_, mediaType, createdName) => {
  test('that the referrers tag lists is discovered and pulled', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    const { descriptor: subject } = registry.putImage('app', { tag: '1' })
    const annotations = { 'org.opencontainers.image.title': 'sbom.json' }
    const blob = { ...registry.putBlob('app', Buffer.from('{"sbom":1}')), annotations }
    const artifact = encodeJson({
      mediaType,
      artifactType: 'sbom/example',
      blobs: [blob],
      subject,
      annotations: { [createdName]: '2023-01-02T03:04:05Z' },
    })
    registry.putManifest('app', artifact)
    const index = { schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [artifact.descriptor] }
    registry.putManifest('app', encodeJson(index), referrersTag(subject.digest))

    const pull = {
      directory: directory(),
      what: 'referrers',
      overwrite: false,
      maxFiles: 10,
      maxBytes: 1000,
    } as const
    const { graphs, pulled } = await succeed(jobOn(`${registry.host}/app:1`, { pull }))

    expect(graphs[0]?.referrers).toMatchObject([
      {
        digest: artifact.descriptor.digest,
        mediaType,
        artifactType: 'sbom/example',
        sources: ['referrers-tag'],
      },
    ])
    const hex = artifact.descriptor.digest.slice('sha256:'.length).slice(0, 12)
    expect(pulled).toMatchObject([{ title: 'sbom.json', digest: blob.digest }])
    const file = await readFile(join(directory(), 'sbom-example', hex, 'sbom.json'), 'utf8')
    expect(file).toBe('{"sbom":1}')
  })
})
