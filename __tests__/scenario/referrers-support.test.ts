import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { JsonObject } from '../../src/oci/json.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { artifactOn } from '../support/artifacts.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { specError } from '../support/registry/exchange.ts'
import type { Quirks, ReferrersQuirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

async function attachJob(registry: TestRegistry) {
  const files = [
    await writeDocument(directory(), 'spdx'),
    await writeDocument(directory(), 'sarif'),
  ]
  return jobOn(`${registry.host}/app:1`, { attach: { files } })
}

const digests = (values: readonly { readonly digest: string }[]) =>
  values.map(({ digest }) => digest).sort()
const asked = ({ requests }: TestRegistry, pattern: RegExp) =>
  requests.filter(({ method, path }) => pattern.test(`${method} ${path}`))

const api: readonly { readonly registry: string; readonly quirks: Quirks }[] = [
  { registry: 'that tells the subject and has the API', quirks: {} },
  {
    registry: 'like Quay, that has the API without the header',
    quirks: { referrers: { subjectHeader: 'omitted' } },
  },
  {
    registry: 'like Harbor 2.8, whose list is called JSON',
    quirks: { referrers: { subjectHeader: 'omitted' }, list: { contentType: 'json' } },
  },
  { registry: 'whose list has a charset', quirks: { list: { contentType: 'charset' } } },
  {
    registry: 'like Quay, that denies unknown subjects',
    quirks: { referrers: { endpoint: '400-unknown-subject' } },
  },
  {
    registry: 'like Artifact Registry, whose entries say little',
    quirks: { list: { artifactType: 'omitted', size: 'wrong', annotations: 'omitted' } },
  },
  {
    registry: 'like go-containerregistry, whose entries say the wrong type',
    quirks: { list: { artifactType: 'config' } },
  },
  { registry: 'like ocimem, whose empty list is null', quirks: { list: { emptyList: 'null' } } },
]

describe('a registry with the referrers API', () => {
  test.each(api)('$registry gets no referrers tag', async ({ quirks }) => {
    const registry = await start({ quirks })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { attached, graphs } = await succeed(await attachJob(registry))
    expect(attached.map(({ via }) => via)).toEqual(['referrers-api', 'referrers-api'])
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
    expect(digests(registry.referrersOf('app', image.digest))).toEqual(digests(attached))
    expect(graphs[0]?.referrers.map(({ artifactType }) => artifactType).sort()).toEqual([
      'application/sarif+json',
      'application/spdx+json',
    ])
    const sizes = new Map(attached.map(({ digest, size }) => [digest, size]))
    for (const { digest, size } of graphs[0]?.referrers ?? []) expect(size).toBe(sizes.get(digest))
    expect((await succeed(await attachJob(registry))).attached).toMatchObject([
      { status: 'exists' },
      { status: 'exists' },
    ])
  })

  test('that lists late is waited for', async () => {
    const registry = await start({ quirks: { referrers: { staleReads: 3 } } })
    registry.putImage('app', { tag: '1' })
    const pauses: number[] = []
    const { attached } = await succeed(await attachJob(registry), {
      sleep: async (milliseconds) => void pauses.push(milliseconds),
    })
    expect(attached).toMatchObject([{ via: 'referrers-api' }, { via: 'referrers-api' }])
    expect(pauses).toEqual([200, 400, 800])
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })

  test('that never lists is an error, after some seconds, and no reason for a tag', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: 'never-lists' } } })
    registry.putImage('app', { tag: '1' })
    const pauses: number[] = []
    const { failure, attached } = await outcomeOf(await attachJob(registry), {
      sleep: async (milliseconds) => void pauses.push(milliseconds),
    })
    expect(failure).toMatchObject({
      code: 'NOT_LISTED',
      advice: expect.stringContaining('referrers-mode'),
    })
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(5000)
    expect(attached).toEqual([])
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })
})

const withoutApi: readonly { readonly answer: string; readonly referrers: ReferrersQuirks }[] = [
  { answer: 'a text 404', referrers: { endpoint: '404-text' } },
  { answer: 'a JSON 404', referrers: { endpoint: '404-json' } },
  { answer: 'an HTML 404', referrers: { endpoint: '404-html' } },
  {
    answer: '404 after it told the subject, as ECR and Docker Hub did',
    referrers: { endpoint: '404-json', subjectHeader: 'sent' },
  },
  { answer: '405', referrers: { endpoint: '405' } },
  { answer: 'a redirect to a web site, as ghcr.io', referrers: { endpoint: '303-other-origin' } },
  { answer: 'a redirect to a sign-in page', referrers: { endpoint: '302-login' } },
  { answer: 'a sign-in page', referrers: { endpoint: '200-html' } },
]

describe('a registry without the referrers API', () => {
  test.each(withoutApi)(
    'that answers $answer gets one tag for the batch',
    async ({ referrers }) => {
      const registry = await start({ quirks: { referrers } })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const { attached } = await succeed(await attachJob(registry))
      expect(attached.map(({ via }) => via)).toEqual(['referrers-tag', 'referrers-tag'])
      const tag = referrersTag(image.digest)
      expect(asked(registry, new RegExp(`^PUT .*/manifests/${tag}$`))).toHaveLength(1)
      const listed = registry.referrersOf('app', image.digest)
      expect(digests(listed)).toEqual(digests(attached))
      expect(listed).toContainEqual(
        expect.objectContaining({
          artifactType: 'application/spdx+json',
          annotations: { 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' },
        }),
      )
      expect(registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
    },
  )

  test('that answers a page, compressed though nobody asked, gets the tag too', async () => {
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' }
    const fails = { status: 200, headers, body: gzipSync('<html>Sign in</html>') }
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 100, fails }] })
    registry.putImage('app', { tag: '1' })
    const { attached } = await succeed(await attachJob(registry))
    expect(attached).toMatchObject([{ via: 'referrers-tag' }, { via: 'referrers-tag' }])
  })

  test('keeps what others listed there, to the letter', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const theirs = artifactOn(image, 'theirs').manifest
    registry.putManifest('app', theirs)
    const entry = { ...theirs.descriptor, 'x-theirs': { deep: [1] } }
    const index = {
      schemaVersion: 2,
      mediaType: OCI_IMAGE_INDEX,
      manifests: [entry, {}],
      'x-more': true,
    }
    registry.putManifest('app', encodeJson(index), referrersTag(image.digest))
    const { attached } = await succeed(await attachJob(registry))
    const after = JSON.parse(
      Buffer.from(registry.manifest('app', referrersTag(image.digest)) ?? '').toString(),
    )
    expect(after).toMatchObject({ 'x-more': true })
    expect(after.manifests[0]).toEqual(entry)
    expect(digests(after.manifests)).toEqual(digests([...attached, theirs.descriptor]))
  })

  test.each([
    {
      holds: 'an image',
      put: (registry: TestRegistry) => registry.putImage('app', { seed: 'other' }).manifests[0],
    },
    {
      holds: 'a broken index',
      put: () =>
        encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: [{ digest: 'x' }] }),
    },
  ])('whose referrers tag holds $holds is an error, and that stays', async ({ put }) => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const held: Encoded<JsonObject> | undefined = put(registry)
    if (held) registry.putManifest('app', held, referrersTag(image.digest))
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({ code: 'MANIFEST_INVALID' })
    expect(registry.tags('app')[referrersTag(image.digest)]).toBe(held?.descriptor.digest)
  })
})

describe('an error of the referrers API', () => {
  test.each([
    { status: 300, headers: { location: 'https://elsewhere.test/' } },
    { status: 304, headers: {} },
    { status: 302, headers: {} },
  ])('$status that leads nowhere is one, and no tag is written', async ({ status, headers }) => {
    const fails = { status, headers }
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 100, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({ code: 'RESPONSE_INVALID', status })
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })

  test.each([
    { status: 400, code: 'MANIFEST_INVALID' },
    { status: 401, code: 'UNAUTHORIZED' },
    { status: 403, code: 'DENIED' },
    { status: 429, code: 'TOOMANYREQUESTS' },
    { status: 500, code: 'RESPONSE_INVALID' },
    { status: 503, code: 'RESPONSE_INVALID' },
  ])('$status is no sign that there is none: no tag is written', async ({ status, code }) => {
    const fails = specError(status, 'MANIFEST_INVALID', 'who knows')
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 100, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({ code, status, message: expect.stringContaining('who knows') })
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
    expect((await outcomeOf(jobOn(`${registry.host}/app:1`))).failure).toMatchObject({
      code,
      status,
    })
  })

  test('a connection that breaks each time is one too', async () => {
    const registry = await start({
      faults: [{ at: /\/referrers\//, times: 100, fails: 'dropped-before' }],
    })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure).toMatchObject({ code: 'CONNECTION_FAILED' })
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })

  test.each([
    ['is cut', '{"schemaVersion":2,"manifests":['],
    ['has no entries', '{"schemaVersion":2}'],
    [
      'has an entry without digest',
      `{"schemaVersion":2,"manifests":[{"mediaType":"a/b","size":1}]}`,
    ],
  ])('an index that %s is one too', async (_, body) => {
    const fails = { status: 200, headers: { 'content-type': OCI_IMAGE_INDEX }, body }
    const registry = await start({ faults: [{ at: /\/referrers\//, times: 100, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachJob(registry))
    expect(failure?.name).toBe('OciError')
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })
})
