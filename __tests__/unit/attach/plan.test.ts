import { describe, expect, test } from '@jest/globals'
import { planAttach } from '../../../src/attach/plan.ts'
import type { DetectedDocument } from '../../../src/documents/detector.ts'
import type { InspectedFile } from '../../../src/files/inspect.ts'
import type { AttachRequest } from '../../../src/job.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import { InputError } from '../../../src/oci/error.ts'

const subject = {
  mediaType: 'application/vnd.oci.image.index.v1+json',
  digest: parseDigest(`sha256:${'2'.repeat(64)}`),
  size: 1609,
}
const request: AttachRequest = {
  files: [],
  combine: false,
  annotations: {},
  ifExists: 'skip',
  manifestFormat: 'oci-image',
}
const NOW = '2026-11-25T00:00:00Z'
const spdx: DetectedDocument = {
  kind: 'spdx-json',
  artifactType: 'application/spdx+json',
  mediaType: 'application/spdx+json',
  created: '2026-01-02T03:04:05Z',
}
const sarif: DetectedDocument = {
  kind: 'sarif',
  artifactType: 'application/sarif+json',
  mediaType: 'application/sarif+json',
}

function file(path: string, document?: DetectedDocument, mediaType?: string): InspectedFile {
  const digest = digestOf(new TextEncoder().encode(path))
  return {
    path,
    digest,
    size: 1234,
    ...(document && { document }),
    ...(mediaType && { mediaType }),
  }
}

function manifestsOf(files: readonly InspectedFile[], own: Partial<AttachRequest> = {}): unknown[] {
  const plan = planAttach(subject, files, { ...request, ...own }, NOW)
  return plan.map(({ manifest }) => JSON.parse(new TextDecoder().decode(manifest.bytes)))
}

describe('a planned artifact', () => {
  test('is exactly the documented manifest, and has the digest of its bytes', () => {
    const sbom = file('out/sbom.spdx.json', spdx)
    const [artifact, ...others] = planAttach(subject, [sbom], request, NOW)
    const text = `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"application/spdx+json","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2,"data":"e30="},"layers":[{"mediaType":"application/spdx+json","digest":"${sbom.digest}","size":1234,"annotations":{"org.opencontainers.image.title":"sbom.spdx.json"}}],"subject":{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:${'2'.repeat(64)}","size":1609},"annotations":{"org.opencontainers.image.created":"2026-01-02T03:04:05Z"}}`
    const bytes = new TextEncoder().encode(text)
    expect(others).toEqual([])
    expect(new TextDecoder().decode(artifact?.manifest.bytes)).toBe(text)
    expect(artifact?.manifest.descriptor).toEqual({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digestOf(bytes),
      size: bytes.length,
    })
    expect(artifact).toMatchObject({
      artifactType: 'application/spdx+json',
      files: [{ path: 'out/sbom.spdx.json', title: 'sbom.spdx.json', digest: sbom.digest }],
    })
  })

  test('is there for each file, in their order', () => {
    const files = [file('b.json', sarif), file('a.json', spdx), file('x/b.json', spdx)]
    expect(manifestsOf(files)).toMatchObject([
      { artifactType: 'application/sarif+json', layers: [{ digest: files[0]?.digest }] },
      { artifactType: 'application/spdx+json', layers: [{ digest: files[1]?.digest }] },
      { artifactType: 'application/spdx+json', layers: [{ digest: files[2]?.digest }] },
    ])
    expect(planAttach(subject, files, request, NOW)[2]?.files[0]?.title).toBe('b.json')
  })

  test('has the annotations in one order, whatever the order they were given in', () => {
    const [one] = manifestsOf([file('a', spdx)], { annotations: { b: '2', a: '1' } })
    const [other] = manifestsOf([file('a', spdx)], { annotations: { a: '1', b: '2' } })
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(one).toHaveProperty('annotations', {
      a: '1',
      b: '2',
      'org.opencontainers.image.created': spdx.created,
    })
  })

  test.each([
    ['the time given', { created: '2020-01-01T00:00:00Z' }, [spdx], '2020-01-01T00:00:00Z'],
    ["its document's", {}, [spdx], '2026-01-02T03:04:05Z'],
    ['the time otherwise', {}, [sarif], NOW],
    [
      "its newest document's",
      { combine: true, artifactType: 'a/b' },
      [sarif, { ...spdx, created: '2026-03-01T00:00:00Z' }, spdx],
      '2026-03-01T00:00:00Z',
    ],
  ])('is of %s', (_, own, documents, expected) => {
    const files = documents.map((document, at) => file(`${at}.json`, document))
    expect(manifestsOf(files, own)).toMatchObject([
      { annotations: { 'org.opencontainers.image.created': expected } },
    ])
  })

  test.each([
    ['the one given', file('a', spdx, 'text/x'), 'text/x'],
    ["the document's", file('a', spdx), 'application/spdx+json'],
    ['bytes', file('a'), 'application/octet-stream'],
  ])("has a layer of %s's media type", (_, each, mediaType) => {
    expect(manifestsOf([each], { artifactType: 'a/b' })).toMatchObject([
      { artifactType: 'a/b', layers: [{ mediaType }] },
    ])
  })

  test('of all files has them as its layers, named apart', () => {
    const files = [file('out/b/r.json', spdx), file('out/a/r.json', spdx)]
    expect(manifestsOf(files, { combine: true })).toMatchObject([
      {
        artifactType: 'application/spdx+json',
        layers: [
          { annotations: { 'org.opencontainers.image.title': 'b/r.json' } },
          { annotations: { 'org.opencontainers.image.title': 'a/r.json' } },
        ],
      },
    ])
  })

  test('is an ORAS manifest where that is asked for', () => {
    expect(manifestsOf([file('a', spdx)], { manifestFormat: 'oras-artifact' })).toEqual([
      {
        mediaType: 'application/vnd.cncf.oras.artifact.manifest.v1+json',
        artifactType: 'application/spdx+json',
        blobs: [expect.objectContaining({ mediaType: 'application/spdx+json', size: 1234 })],
        subject,
        annotations: { 'io.cncf.oras.artifact.created': '2026-01-02T03:04:05Z' },
      },
    ])
  })

  test.each([
    ['cannot be told', [file('notes.txt')], {}, 'notes.txt'],
    ['cannot be told, though its media type is given', [file('a', undefined, 'text/x')], {}, 'a'],
    ['cannot be told of one', [file('a', spdx), file('notes.txt')], { combine: true }, 'notes.txt'],
    ['differs', [file('a', spdx), file('b', sarif)], { combine: true }, 'application/sarif+json'],
  ])('is refused where its type %s', (_, files, own, message) => {
    const plan = (): unknown => manifestsOf(files, own)
    expect(plan).toThrow(InputError)
    expect(plan).toThrow(
      expect.objectContaining({
        input: 'artifact-type',
        message: expect.stringContaining(message),
        advice: expect.any(String),
      }),
    )
  })

  test('of several types may be combined under a given one', () => {
    const files = [file('a', spdx), file('b', sarif), file('c.txt')]
    expect(manifestsOf(files, { combine: true, artifactType: 'a/b' })).toMatchObject([
      {
        artifactType: 'a/b',
        layers: [
          { mediaType: 'application/spdx+json' },
          { mediaType: 'application/sarif+json' },
          { mediaType: 'application/octet-stream' },
        ],
      },
    ])
  })
})
