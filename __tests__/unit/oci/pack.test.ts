import { describe, expect, test } from '@jest/globals'
import { CREATED } from '../../../src/oci/annotations.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import {
  type Artifact,
  emptyConfig,
  packImageManifest,
  packOrasManifest,
} from '../../../src/oci/pack.ts'

const FILE = parseDigest(`sha256:${'1'.repeat(64)}`)
const SUBJECT = parseDigest(`sha256:${'2'.repeat(64)}`)

const artifact: Artifact = {
  artifactType: 'application/spdx+json',
  files: [
    {
      mediaType: 'application/spdx+json',
      digest: FILE,
      size: 1234,
      annotations: { 'org.opencontainers.image.title': 'sbom.spdx.json' },
    },
  ],
  subject: {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    digest: SUBJECT,
    size: 1609,
    annotations: { left: 'out' },
    platform: { os: 'linux', architecture: 'amd64' },
  },
  annotations: {},
  created: '2026-01-02T03:04:05Z',
}

function textOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return new TextDecoder().decode(bytes)
}

test('the empty config is what its descriptor says, in both ways', () => {
  const { bytes, descriptor } = emptyConfig
  expect(digestOf(bytes)).toBe(descriptor.digest)
  expect(descriptor.size).toBe(bytes.length)
  expect(Buffer.from(descriptor.data, 'base64').equals(bytes)).toBe(true)
})

describe('a packed artifact', () => {
  test.each([packImageManifest, packOrasManifest])(
    'is never larger than registries take: %o',
    (pack) => {
      const annotations = { note: 'x'.repeat(4 * 1024 * 1024) }
      expect(() => pack({ ...artifact, annotations })).toThrow(
        expect.objectContaining({ code: 'LIMIT_EXCEEDED', advice: expect.any(String) }),
      )
    },
  )

  test('is exactly these bytes as an OCI image manifest', () => {
    expect(textOf(packImageManifest(artifact))).toBe(
      `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"application/spdx+json","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2,"data":"e30="},"layers":[{"mediaType":"application/spdx+json","digest":"${FILE}","size":1234,"annotations":{"org.opencontainers.image.title":"sbom.spdx.json"}}],"subject":{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"${SUBJECT}","size":1609},"annotations":{"org.opencontainers.image.created":"2026-01-02T03:04:05Z"}}`,
    )
  })

  test('is exactly these bytes as an ORAS artifact manifest', () => {
    expect(textOf(packOrasManifest(artifact))).toBe(
      `{"mediaType":"application/vnd.cncf.oras.artifact.manifest.v1+json","artifactType":"application/spdx+json","blobs":[{"mediaType":"application/spdx+json","digest":"${FILE}","size":1234,"annotations":{"org.opencontainers.image.title":"sbom.spdx.json"}}],"subject":{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"${SUBJECT}","size":1609},"annotations":{"io.cncf.oras.artifact.created":"2026-01-02T03:04:05Z"}}`,
    )
  })

  test.each([
    ['OCI image', packImageManifest],
    ['ORAS artifact', packOrasManifest],
  ])('may refer to nothing: %s', (_, pack) => {
    const { subject: _subject, ...alone } = artifact
    const text = textOf(pack(artifact)).replace(/"subject":\{[^}]*\},/, '')
    expect(textOf(pack(alone))).toBe(text)
    expect(pack(alone).value).not.toHaveProperty('subject')
  })

  test.each([
    ['OCI image', packImageManifest],
    ['ORAS artifact', packOrasManifest],
  ])('has the same digest for the same annotations in any order: %s', (_, pack) => {
    const one = pack({ ...artifact, annotations: { 'x.b': '2', 'x.a': '1' } })
    const other = pack({ ...artifact, annotations: { 'x.a': '1', 'x.b': '2' } })
    expect(other.descriptor).toEqual(one.descriptor)
    expect(textOf(one)).toMatch(/created":"[^"]*","x\.a":"1","x\.b":"2"\}\}$/)
    expect(one.descriptor).toMatchObject({ digest: digestOf(one.bytes), size: one.bytes.length })
    expect(one.value).toMatchObject({ artifactType: artifact.artifactType })
  })

  test('has annotations with the names of what every object has', () => {
    const annotations = JSON.parse('{"__proto__":"x"}')
    const { value } = packImageManifest({ ...artifact, annotations })
    expect(Object.entries(value.annotations ?? {})).toEqual([
      ['__proto__', 'x'],
      [CREATED, artifact.created],
    ])
  })
})
