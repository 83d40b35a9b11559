import { describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { digestOf } from '../../../src/oci/digest.ts'
import { encodeJson } from '../../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import { emptyConfig, packImageManifest } from '../../../src/oci/pack.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import type {
  ListQuirks,
  Quirks,
  ReferrersQuirks,
  UploadQuirks,
} from '../../support/registry/quirks.ts'
import type { TestRegistry } from '../../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../../support/registry/use-test-registry.ts'

const start = useTestRegistry()
const bytes = new TextEncoder().encode('content')
const digest = digestOf(bytes)
const subject: Descriptor = { mediaType: OCI_IMAGE_MANIFEST, digest, size: 7 }
const manual = { redirect: 'manual' } as const

const artifact = (artifactType: string) =>
  packImageManifest({
    artifactType,
    files: [emptyConfig.descriptor],
    subject,
    annotations: {},
    created: '2026-01-02T03:04:05Z',
  })
const sbom = artifact('application/spdx+json')

async function push({ origin, putBlob }: TestRegistry, reference = 'v1', body = sbom.bytes) {
  putBlob('a', emptyConfig.bytes)
  const headers = { 'content-type': OCI_IMAGE_MANIFEST }
  return fetch(`${origin}/v2/a/manifests/${reference}`, { method: 'PUT', body, headers })
}

const list = ({ origin }: TestRegistry) => fetch(`${origin}/v2/a/referrers/${digest}`, manual)

describe('the referrers API', () => {
  test.each<[ReferrersQuirks, number, string, boolean]>([
    [{}, 200, OCI_IMAGE_INDEX, true],
    [{ subjectHeader: 'omitted' }, 200, OCI_IMAGE_INDEX, false],
    [{ endpoint: '404-text' }, 404, 'text/plain; charset=utf-8', false],
    [{ endpoint: '404-text', subjectHeader: 'sent' }, 404, 'text/plain; charset=utf-8', true],
    [{ endpoint: '404-json' }, 404, 'application/json', false],
    [{ endpoint: '404-html' }, 404, 'text/html; charset=utf-8', false],
    [{ endpoint: '405' }, 405, 'application/json', false],
    [{ endpoint: '200-html' }, 200, 'text/html; charset=utf-8', false],
    [{ endpoint: '400-unknown-subject' }, 400, 'application/json', true],
    [{ endpoint: 'never-lists' }, 200, OCI_IMAGE_INDEX, true],
    [{ endpoint: '401' }, 401, 'application/json', false],
    [{ endpoint: '403' }, 403, 'application/json', false],
    [{ endpoint: '500' }, 500, 'application/json', false],
  ])(
    'with %j answers %i %s, and OCI-Subject is sent: %s',
    async (referrers, status, type, sent) => {
      const registry = await start({ quirks: { referrers } })
      expect((await push(registry)).headers.has('oci-subject')).toBe(sent)
      const answer = await list(registry)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
    },
  )

  test.each([
    ['303-other-origin', 303, 404],
    ['302-login', 302, 200],
  ] as const)('may lead to another origin: %s', async (endpoint, status, there) => {
    const registry = await start({ quirks: { referrers: { endpoint } } })
    const answer = await list(registry)
    const location = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(status)
    expect(location.startsWith(registry.otherOrigin)).toBe(true)
    const page = await fetch(location)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      there,
      'text/html; charset=utf-8',
    ])
    expect(registry.requests.map(({ origin }) => origin)).toEqual(['registry', 'other'])
  })

  test('may list late', async () => {
    const registry = await start({ quirks: { referrers: { staleReads: 2 } } })
    await push(registry)
    const counts = [0, 1, 2].map(() => registry.referrersOf('a', digest).length)
    expect(counts).toEqual([0, 0, 1])
  })

  test('absent, leaves the list to the referrers tag', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    await push(registry)
    expect(registry.referrersOf('a', digest)).toEqual([])
    const entry = { ...sbom.descriptor, artifactType: 'application/spdx+json' }
    const index = { schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [entry] }
    registry.putManifest('a', encodeJson(index), referrersTag(digest))
    expect(registry.referrersOf('a', digest)).toEqual([entry])
  })
})

describe('the list of referrers', () => {
  test.each<[ListQuirks, object]>([
    [{ artifactType: 'config' }, { artifactType: 'application/vnd.oci.empty.v1+json' }],
    [{ artifactType: 'omitted' }, { artifactType: undefined }],
    [{ size: 'wrong' }, { size: sbom.descriptor.size + 218 }],
    [{ annotations: 'omitted' }, { annotations: undefined }],
  ])('may be wrong: %j', async (quirk, expected) => {
    const registry = await start({ quirks: { list: quirk } })
    registry.putManifest('a', sbom)
    const entry = {
      ...sbom.descriptor,
      artifactType: 'application/spdx+json',
      annotations: { 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' },
    }
    const { manifests } = JSON.parse(await (await list(registry)).text())
    expect(manifests).toEqual([{ ...entry, ...expected }])
  })

  test.each([
    ['json', 'application/json; charset=utf-8'],
    ['charset', `${OCI_IMAGE_INDEX}; charset=utf-8`],
  ] as const)(
    'may have another Content-Type, and null for an empty array: %s',
    async (contentType, type) => {
      const registry = await start({ quirks: { list: { contentType, emptyList: 'null' } } })
      const answer = await list(registry)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(await answer.json()).toMatchObject({ manifests: null })
    },
  )

  test('may ignore the filter', async () => {
    const registry = await start({ quirks: { list: { filter: 'ignored' } } })
    registry.putManifest('a', sbom)
    const answer = await fetch(`${registry.origin}/v2/a/referrers/${digest}?artifactType=text/x`)
    expect(answer.headers.has('oci-filters-applied')).toBe(false)
    expect(await answer.json()).toMatchObject({ manifests: [{}] })
  })

  test.each(['relative', 'absolute', 'unquoted-rel'] as const)(
    'may have pages: %s',
    async (link) => {
      const quirks = { list: { pageSize: 2, ...(link !== 'relative' && { link }) } }
      const registry = await start({ quirks })
      const all = ['a', 'b', 'c', 'd', 'e'].map((type) =>
        registry.putManifest('a', artifact(`x/${type}`)),
      )
      const found = registry.referrersOf('a', digest).map((entry) => entry.digest)
      expect(found).toEqual(all.map((entry) => entry.digest))
      expect((await list(registry)).headers.get('link')).toMatch(
        {
          relative: /^<\/v2.*>; rel="next"$/,
          absolute: /^<http.*>; rel="next"$/,
          'unquoted-rel': /^<\/v2.*>; rel=next$/,
        }[link],
      )
    },
  )

  test('may lead elsewhere, or in a circle', async () => {
    const link = async (quirk: 'other-origin' | 'self') => {
      const registry = await start({ quirks: { list: { pageSize: 1, link: quirk } } })
      for (const type of ['x/a', 'x/b']) registry.putManifest('a', artifact(type))
      return { registry, link: (await list(registry)).headers.get('link') }
    }
    const other = await link('other-origin')
    expect(other.link).toContain(`<${other.registry.otherOrigin}/v2/a/referrers/`)
    const self = await link('self')
    expect(self.link).toBe(`</v2/a/referrers/${digest}>; rel="next"`)
    expect(() => self.registry.referrersOf('a', digest)).toThrow('leads back')
  })
})

describe('a manifest', () => {
  test.each([
    [400, '400 TAG_INVALID'],
    [409, '409 TAG_IMMUTABLE'],
    [412, '412 PRECONDITION'],
  ] as const)('may have tags that cannot be moved: %s', async (immutableTags, expected) => {
    const registry = await start({ quirks: { manifests: { immutableTags } } })
    expect((await push(registry)).status).toBe(201)
    expect((await push(registry)).status).toBe(201)
    const moved = await push(registry, 'v1', artifact('x/y').bytes)
    expect(`${moved.status} ${await moved.text()}`).toMatch(
      new RegExp(`^${expected.replace(' ', ' .*')}`),
    )
  })

  test('may have a smaller limit with another answer', async () => {
    const quirks: Quirks = { manifests: { maxSize: sbom.bytes.length - 1, tooLarge: 400 } }
    expect((await push(await start({ quirks }))).status).toBe(400)
  })

  test.each([
    ['missing', false, false],
    ['missing-on-get-by-tag', false, true],
  ] as const)('may come without Docker-Content-Digest: %s', async (digestHeader, get, head) => {
    const registry = await start({ quirks: { manifests: { digestHeader } } })
    registry.putManifest('a', sbom, 'v1')
    const has = async (method: string) =>
      (await fetch(`${registry.origin}/v2/a/manifests/v1`, { method })).headers.has(
        'docker-content-digest',
      )
    expect([await has('GET'), await has('HEAD')]).toEqual([get, head])
  })

  test('may be refused as Amazon ECR does', async () => {
    const registry = await start({ quirks: { manifests: { validation: 'ecr' } } })
    const value = { ...JSON.parse(new TextDecoder().decode(sbom.bytes)) }
    const statusOf = async (manifest: unknown) =>
      (await push(registry, 'v1', new TextEncoder().encode(JSON.stringify(manifest)))).status
    expect(await statusOf(value)).toBe(201)
    expect(await statusOf({ ...value, mediaType: undefined })).toBe(405)
    expect(await statusOf({ ...value, layers: [] })).toBe(405)
    expect(await statusOf({ ...value, artifactType: 'a/b;version=1' })).toBe(405)
  })

  test.each([
    ['gzip', 'identity', true],
    ['gzip-if-accepted', 'identity', false],
    ['gzip-if-accepted', 'gzip, br', true],
  ] as const)('may be compressed: %s for %s', async (encoding, accepted, compressed) => {
    const registry = await start({ quirks: { manifests: { encoding } } })
    registry.putManifest('a', sbom, 'v1')
    const headers = { 'accept-encoding': accepted }
    const answer = await fetch(`${registry.origin}/v2/a/manifests/v1`, { headers })
    expect(answer.headers.get('content-encoding')).toBe(compressed ? 'gzip' : null)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sbom.bytes)
  })
})

describe('a blob', () => {
  test('may be served by another origin, which takes no Authorization', async () => {
    const registry = await start({ quirks: { blobs: { download: 'redirected' } } })
    registry.putBlob('a', bytes)
    const answer = await fetch(`${registry.origin}/v2/a/blobs/${digest}`, manual)
    const location = answer.headers.get('location') ?? ''
    expect(answer.status).toBe(307)
    expect(await (await fetch(location)).text()).toBe('content')
    expect((await fetch(location, { headers: { authorization: 'Bearer x' } })).status).toBe(400)
    expect((await fetch(location.replace(/\?.*/, ''))).status).toBe(403)
  })

  test.each<[UploadQuirks, RegExp]>([
    [{ singlePost: 202, location: 'absolute' }, /^http:.*\/v2\/a\/blobs\/uploads\//],
    [{ singlePost: 202, location: 'other-path', putStatus: 204 }, /^\/artifacts-uploads\//],
    [{ singlePost: 202, location: 'other-origin', putStatus: 200 }, /^http:/],
    [{ singlePost: 202, state: 'required', putStatus: 202 }, /\?_state=.*%2B%2F%3D%3D$/],
  ])('may have to be uploaded to where the Location says: %j', async (uploads, pattern) => {
    const registry = await start({ quirks: { uploads } })
    const url = `${registry.origin}/v2/a/blobs/uploads/?digest=${digest}`
    const post = await fetch(url, { method: 'POST', body: bytes })
    const location = post.headers.get('location') ?? ''
    expect(post.status).toBe(202)
    expect(location).toMatch(pattern)
    const target = new URL(location, registry.origin)
    if (uploads.location === 'other-origin') expect(target.origin).toBe(registry.otherOrigin)
    const put = (query: string) =>
      fetch(`${target.origin}${target.pathname}${query}digest=${digest}`, {
        method: 'PUT',
        body: bytes,
      })
    if (uploads.state === 'required') expect((await put('?')).status).toBe(400)
    const done = await put(target.search === '' ? '?' : `${target.search}&`)
    expect(done.status).toBe(uploads.putStatus ?? 201)
    expect(registry.blob('a', digest)).toEqual(Buffer.from(bytes))
  })
})
