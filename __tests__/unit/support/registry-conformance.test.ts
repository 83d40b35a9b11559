import { describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig, packImageManifest } from '../../../src/oci/pack.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()
const bytes = new TextEncoder().encode('content')
const digest = digestOf(bytes)

async function listOf(response: Response): Promise<readonly Descriptor[]> {
  const { manifests } = (await response.json()) as { manifests: Descriptor[] }
  return manifests
}

async function codeOf(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors: { code: string }[] }
  return `${response.status} ${errors[0]?.code}`
}

describe('a blob', () => {
  test.each(['sha256', 'sha512'] as const)(
    'is stored by one POST with its %s digest',
    async (algorithm) => {
      const { origin } = await start()
      const by = digestOf(bytes, algorithm)
      const url = `${origin}/v2/a/b/blobs`
      const posted = await fetch(`${url}/uploads/?digest=${by}`, { method: 'POST', body: bytes })
      expect(posted.status).toBe(201)
      expect(posted.headers.get('location')).toBe(`/v2/a/b/blobs/${by}`)
      const head = await fetch(`${url}/${by}`, { method: 'HEAD' })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, '7'])
      expect(await (await fetch(`${url}/${by}`)).text()).toBe('content')
      expect((await fetch(`${url}/${by}`, { method: 'DELETE' })).status).toBe(202)
      expect(await codeOf(await fetch(`${url}/${by}`))).toBe('404 BLOB_UNKNOWN')
    },
  )

  test('is uploaded in chunks, in order, and finished by PUT', async () => {
    const registry = await start()
    const { origin } = registry
    const started = await fetch(`${origin}/v2/a/blobs/uploads/`, { method: 'POST' })
    expect(started.status).toBe(202)
    const location = `${origin}${started.headers.get('location')}`
    const chunk = (body: string, range: string) =>
      fetch(location, { method: 'PATCH', body, headers: { 'content-range': range } })
    expect((await chunk('con', '0-2')).headers.get('range')).toBe('0-2')
    expect((await chunk('tent', '9-12')).status).toBe(416)
    expect((await fetch(location)).headers.get('range')).toBe('0-2')
    expect(registry.uploadsOpen()).toBe(1)
    const finish = (range: string) => {
      const headers = { 'content-range': range }
      return fetch(`${location}?digest=${digest}`, { method: 'PUT', body: 'tent', headers })
    }
    expect((await finish('4-7')).status).toBe(416)
    expect((await finish('3-6')).status).toBe(201)
    expect(registry.blob('a', digest)).toEqual(Buffer.from('content'))
    expect(registry.uploadsOpen()).toBe(0)
  })

  test('is refused under the digest of another, and an upload can be cancelled', async () => {
    const registry = await start()
    const { origin } = registry
    const started = await fetch(`${origin}/v2/a/blobs/uploads/`, { method: 'POST' })
    const location = `${origin}${started.headers.get('location')}`
    const put = await fetch(`${location}?digest=${digest}`, { method: 'PUT', body: 'other' })
    expect(await codeOf(put)).toBe('400 DIGEST_INVALID')
    expect((await fetch(location, { method: 'DELETE' })).status).toBe(204)
    expect(await codeOf(await fetch(location))).toBe('404 BLOB_UPLOAD_UNKNOWN')
    expect(registry.uploadsOpen()).toBe(0)
  })

  test('is mounted from a repository that has it, else an upload starts', async () => {
    const registry = await start()
    registry.putBlob('a', bytes)
    const mount = (from: string) =>
      fetch(`${registry.origin}/v2/b/blobs/uploads/?mount=${digest}&from=${from}`, {
        method: 'POST',
      })
    expect((await mount('c')).status).toBe(202)
    expect((await mount('a')).status).toBe(201)
    expect(registry.blob('b', digest)).toEqual(bytes)
  })
})

describe('a manifest', () => {
  const put = (url: string, body: Uint8Array, type = OCI_IMAGE_MANIFEST) =>
    fetch(url, { method: 'PUT', body, headers: { 'content-type': type } })

  test('is stored under digest and tag, byte for byte', async () => {
    const registry = await start()
    const { descriptor, manifests } = registry.putImage('a')
    const source = manifests[0]?.bytes ?? bytes
    const url = `${registry.origin}/v2/a/manifests`
    expect((await put(`${url}/v1`, source)).headers.get('docker-content-digest')).toBe(
      descriptor.digest,
    )
    expect((await put(`${url}/${descriptor.digest}`, source)).status).toBe(201)
    const got = await fetch(`${url}/v1`)
    expect(got.headers.get('content-type')).toBe(OCI_IMAGE_MANIFEST)
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(source)
    expect(registry.tags('a')).toEqual({ v1: descriptor.digest })
    expect((await fetch(`${url}/${descriptor.digest}`, { method: 'DELETE' })).status).toBe(202)
    expect(await codeOf(await fetch(`${url}/v1`))).toBe('404 MANIFEST_UNKNOWN')
    expect(registry.tags('a')).toEqual({})
  })

  const { bytes: absent, descriptor } = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_INDEX,
    manifests: [{ mediaType: OCI_IMAGE_MANIFEST, digest, size: 7 }],
  })
  const { bytes: empty } = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_INDEX,
    manifests: [],
  })

  test.each([
    ['whose parts are absent', 'v1', absent, OCI_IMAGE_INDEX, '400 MANIFEST_BLOB_UNKNOWN'],
    ['of another type than it says', 'v1', absent, OCI_IMAGE_MANIFEST, '400 MANIFEST_INVALID'],
    ['that is no JSON', 'v1', bytes, OCI_IMAGE_MANIFEST, '400 MANIFEST_INVALID'],
    ['at a name that is no tag', '-v1', empty, OCI_IMAGE_INDEX, '400 MANIFEST_INVALID'],
    ['under another digest', digest, empty, OCI_IMAGE_INDEX, '400 DIGEST_INVALID'],
    [
      'above 4 MiB',
      'v1',
      new Uint8Array(4 * 1024 * 1024 + 1),
      OCI_IMAGE_INDEX,
      '413 MANIFEST_INVALID',
    ],
  ])('%s is refused', async (_what, reference, body, type, expected) => {
    const registry = await start()
    const answer = await put(`${registry.origin}/v2/a/manifests/${reference}`, body, type)
    expect(await codeOf(answer)).toBe(expected)
    expect(registry.manifest('a', descriptor.digest)).toBeUndefined()
  })
})

describe('referrers', () => {
  test('of a subject that need not exist are listed with type and annotations, and filtered', async () => {
    const registry = await start()
    registry.putBlob('a', emptyConfig.bytes)
    const subject = { mediaType: OCI_IMAGE_MANIFEST, digest, size: 7 }
    const artifact = (artifactType: string) =>
      packImageManifest({
        artifactType,
        files: [emptyConfig.descriptor],
        subject,
        annotations: {},
        created: '2026-01-02T03:04:05Z',
      })
    const sbom = artifact('application/spdx+json')
    const put = await fetch(`${registry.origin}/v2/a/manifests/${sbom.descriptor.digest}`, {
      method: 'PUT',
      body: sbom.bytes,
      headers: { 'content-type': OCI_IMAGE_MANIFEST },
    })
    expect([put.status, put.headers.get('oci-subject')]).toEqual([201, digest])
    registry.putManifest('a', artifact('application/sarif+json'))
    const url = `${registry.origin}/v2/a/referrers/${digest}`
    expect(await listOf(await fetch(url))).toHaveLength(2)
    const filtered = await fetch(`${url}?artifactType=application/spdx%2Bjson`)
    expect(filtered.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(filtered.headers.get('content-type')).toBe(OCI_IMAGE_INDEX)
    expect(await filtered.json()).toEqual({
      schemaVersion: 2,
      mediaType: OCI_IMAGE_INDEX,
      manifests: [
        {
          ...sbom.descriptor,
          artifactType: 'application/spdx+json',
          annotations: { 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' },
        },
      ],
    })
    expect(registry.referrersOf('a', digest)).toHaveLength(2)
  })

  test('of what nobody refers to are an empty list, even in no repository', async () => {
    const { origin } = await start()
    const answer = await fetch(`${origin}/v2/none/referrers/${digest}`)
    expect([answer.status, await listOf(answer)]).toEqual([200, []])
    expect(await codeOf(await fetch(`${origin}/v2/none/referrers/sha256:1`))).toBe(
      '400 DIGEST_INVALID',
    )
  })
})

test('tags are listed in order, in pages', async () => {
  const registry = await start()
  for (const tag of ['c', 'a', 'b']) registry.putImage('app', { tag })
  const page = async (path: string) => {
    const answer = await fetch(registry.origin + path)
    const next = /^<(.*)>/.exec(answer.headers.get('link') ?? '')?.[1]
    return { list: await answer.json(), next }
  }
  const first = await page('/v2/app/tags/list?n=2')
  expect(first).toEqual({
    list: { name: 'app', tags: ['a', 'b'] },
    next: '/v2/app/tags/list?n=2&last=b',
  })
  expect(await page(first.next ?? '')).toEqual({ list: { name: 'app', tags: ['c'] } })
  expect(await codeOf(await fetch(`${registry.origin}/v2/none/tags/list`))).toBe('404 NAME_UNKNOWN')
})

test('a seeded multi-platform image can be read by its tag; its attestations have no platform', async () => {
  const registry = await start()
  const platforms = ['linux/amd64', 'linux/arm64']
  const image = registry.putImage('app', { tag: 'v1', platforms, attestations: true })
  const entries = await listOf(await fetch(`${registry.origin}/v2/app/manifests/v1`))
  expect(entries).toHaveLength(4)
  expect(entries.slice(0, 2)).toEqual(image.platforms)
  expect(entries[3]?.annotations?.['vnd.docker.reference.digest']).toBe(image.platforms[1]?.digest)
  for (const { digest: child } of entries) expect(registry.manifest('app', child)).toBeDefined()
  expect((await fetch(`${registry.origin}/v2/`)).status).toBe(200)
  expect(registry.tags('app')).not.toHaveProperty(referrersTag(image.descriptor.digest))
})
