import { describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { Encoded } from '../../src/oci/encoded.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { ORAS_ARTIFACT_MANIFEST } from '../../src/oci/media-types.ts'
import { packOrasManifest } from '../../src/oci/pack.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { type Answer, html, json, specError, text } from '../support/registry/exchange.ts'
import type { OrasQuirks, Quirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const LATER = /_oras\/artifacts\/referrers/
const DRAFT = /\/oras\/artifacts\/v1\//
const DISCOVER = /_oci\/ext\/discover$/

/** A registry of before OCI 1.1. */
function speaking(oras: OrasQuirks): Quirks {
  const referrers = { endpoint: '404-text' } as const
  return { referrers, manifests: { subject: 'must-exist' }, uploads: { singlePost: 202 }, oras }
}

const withoutApi: Quirks = { referrers: { endpoint: '404-text' } }

function note(subject: Descriptor, artifactType: string): Encoded<Manifest> {
  const created = '2026-01-02T03:04:05Z'
  return packOrasManifest({ artifactType, files: [], subject, annotations: {}, created })
}

async function attachTo(registry: TestRegistry, image = '1', document: 'spdx' | 'sarif' = 'spdx') {
  const files = [await writeDocument(directory(), document)]
  return jobOn(`${registry.host}/app${image.startsWith('@') ? '' : ':'}${image}`, {
    attach: { files, manifestFormat: 'oras-artifact' },
  })
}

const asked = ({ requests }: TestRegistry, pattern: RegExp) =>
  requests.filter(({ path }) => pattern.test(decodeURIComponent(path)))

const generations: readonly (OrasQuirks & { readonly name: string; readonly route: RegExp })[] = [
  { name: 'draft 1', generation: 'draft-1', route: DRAFT },
  { name: 'the extension', generation: 'extension', route: LATER },
  { name: '1.0.0-rc.1', generation: 'rc-1', route: LATER },
  {
    name: '1.0.0-rc.1 without a list of extensions',
    generation: 'rc-1',
    extensions: 'not-listed',
    route: LATER,
  },
]

describe.each(generations)(
  'a registry that speaks ORAS by $name',
  ({ name: _, route, ...oras }) => {
    test('takes ORAS artifacts, lists them, and has the graph of them', async () => {
      const registry = await start({ quirks: speaking(oras) })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const { attached } = await succeed(await attachTo(registry))
      expect(attached).toMatchObject([
        { status: 'pushed', via: 'oras-referrers', mediaType: ORAS_ARTIFACT_MANIFEST },
      ])
      const sbom = attached[0]?.digest ?? image.digest
      const signed = await succeed(await attachTo(registry, `@${sbom}`, 'sarif'))
      expect(signed.attached).toMatchObject([{ via: 'oras-referrers' }])
      expect(Object.keys(registry.tags('app'))).toEqual(['1'])
      const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
      expect(warnings).toEqual([])
      expect(graphs[0]?.referrers).toMatchObject([
        {
          digest: sbom,
          artifactType: 'application/spdx+json',
          sources: ['oras-referrers'],
          referrers: [{ artifactType: 'application/sarif+json', sources: ['oras-referrers'] }],
        },
      ])
      expect((await succeed(await attachTo(registry))).attached).toMatchObject([
        { status: 'exists', via: 'oras-referrers', digest: sbom },
      ])
    })

    test('is asked by that path alone, once it is known, and for no digest twice', async () => {
      const registry = await start({ quirks: speaking(oras) })
      registry.putImage('app', { tag: '1', platforms: ['linux/amd64', 'linux/arm64'] })
      await succeed(jobOn(`${registry.host}/app:1`))
      expect(asked(registry, route)).toHaveLength(3)
      expect(asked(registry, route === DRAFT ? LATER : DRAFT)).toHaveLength(1)
      expect(asked(registry, DISCOVER)).toEqual([])
    })

    test('has OCI artifacts at the referrers tag, beside those of ORAS', async () => {
      const registry = await start({ quirks: speaking(oras) })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      const old = registry.putManifest('app', note(image, 'application/vnd.example.old'))
      const files = [await writeDocument(directory(), 'spdx')]
      const { attached, graphs } = await succeed(
        jobOn(`${registry.host}/app:1`, { attach: { files } }),
      )
      expect(attached).toMatchObject([{ via: 'referrers-tag' }])
      const sources = new Map(graphs[0]?.referrers.map((each) => [each.digest, each.sources]))
      expect(sources).toEqual(
        new Map([
          [attached[0]?.digest, ['referrers-tag']],
          [old.digest, ['oras-referrers']],
        ]),
      )
    })
  },
)

describe('a registry that does not speak it', () => {
  test('but has the referrers API is not asked; ORAS artifacts are listed by that', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const { attached } = await succeed(await attachTo(registry))
    expect(attached).toMatchObject([{ via: 'referrers-api' }])
    expect(asked(registry, /oras/)).toEqual([])
  })

  test('nor has that API gets them listed at the referrers tag', async () => {
    const registry = await start({ quirks: withoutApi })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { attached, graphs } = await succeed(await attachTo(registry))
    expect(attached).toMatchObject([{ via: 'referrers-tag' }])
    expect(graphs[0]?.referrers).toMatchObject([{ sources: ['referrers-tag'] }])
    expect(registry.tags('app')).toHaveProperty(referrersTag(image.digest))
    expect(asked(registry, LATER)).toHaveLength(1)
    expect(asked(registry, DRAFT)).toHaveLength(1)
  })

  const otherSite: Answer = { status: 302, headers: { location: 'https://login.invalid/' } }

  test.each<[string, Answer]>([
    ['404 as JSON', specError(404, 'NAME_UNKNOWN', 'no such repository')],
    ['405', specError(405, 'UNSUPPORTED', 'The operation is unsupported.')],
    ['a web page', html(200, 'Sign in')],
    ['a redirect to another site', otherSite],
    ['JSON of another kind', json(200, { manifests: [] })],
    ['JSON that is none', { ...json(200, {}), body: '{' }],
    ['400', specError(400, 'NAME_INVALID', 'invalid repository name')],
    ['401', text(401, 'who are you')],
    ['403', html(403, 'blocked')],
  ])('may answer with %s: there is nothing, and that is no error', async (_, fails) => {
    const faults = [LATER, DRAFT].map((at) => ({ at, times: 100, fails }))
    const registry = await start({ quirks: withoutApi, faults })
    registry.putImage('app', { tag: '1' })
    const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(graphs[0]?.referrers).toEqual([])
    expect(warnings).toEqual([])
    expect(registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
  })

  test('is not asked where the referrers tag alone is wanted', async () => {
    const registry = await start({ quirks: speaking({ generation: 'rc-1' }) })
    registry.putImage('app', { tag: '1' })
    const connection = { referrersMode: 'referrers-tag' } as const
    await succeed(jobOn(`${registry.host}/app:1`, { connection }))
    expect(asked(registry, /oras/)).toEqual([])
  })
})

describe('an error of the API of ORAS', () => {
  const denied = specError(403, 'DENIED', 'not for you')
  const failed = specError(500, 'UNKNOWN', 'out of order')

  test.each<[string, RegExp, Answer, string]>([
    ['a failure', LATER, failed, 'RESPONSE_INVALID'],
    ['a failure by draft 1', DRAFT, failed, 'RESPONSE_INVALID'],
    ['too many requests', LATER, specError(429, 'TOOMANYREQUESTS', 'slowly'), 'TOOMANYREQUESTS'],
  ])('is one of the graph: %s', async (_, at, fails, code) => {
    const faults = [{ at, times: 100, fails }]
    const registry = await start({ quirks: withoutApi, faults })
    registry.putImage('app', { tag: '1' })
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code })
    expect(graphs).toEqual([])
  })

  test('is a refusal where the registry says that it serves it', async () => {
    const faults = [{ at: LATER, times: 100, fails: denied }]
    const registry = await start({ quirks: speaking({ generation: 'rc-1' }), faults })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'DENIED', status: 403 })
    expect(asked(registry, DISCOVER)).toHaveLength(1)
  })

  test.each<[string, OrasQuirks['generation'], RegExp, Answer]>([
    ['denied', 'rc-1', LATER, denied],
    ['404 for one digest', 'extension', LATER, specError(404, 'MANIFEST_UNKNOWN', 'unknown')],
    ['no list', 'rc-1', LATER, html(200, 'Sign in')],
    ['denied by draft 1', 'draft-1', DRAFT, denied],
  ])('is an answer unlike the first: %s', async (_, generation, at, fails) => {
    const faults = [{ at, after: 1, times: 100, fails }]
    const registry = await start({ quirks: speaking({ generation }), faults })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    registry.putManifest('app', note(image, 'application/vnd.example.note'))
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure?.name).toBe('OciError')
  })

  test('is an artifact that is taken and never listed; no tag is written', async () => {
    const faults = [{ at: LATER, times: 100, fails: json(200, { referrers: [] }) }]
    const registry = await start({ quirks: speaking({ generation: 'rc-1' }), faults })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(await attachTo(registry))
    expect(failure).toMatchObject({ code: 'NOT_LISTED' })
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })
})

describe('a list in pages by nextToken', () => {
  const notes = ({ length }: { length: number }) =>
    Array.from({ length }, (_, at) => `application/vnd.example.note${at}+json`)

  function putNotes(registry: TestRegistry, count: number): readonly Descriptor[] {
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    return notes({ length: count }).map((type) => registry.putManifest('app', note(image, type)))
  }

  test('is read to its end', async () => {
    const registry = await start({ quirks: speaking({ generation: 'rc-1', pageSize: 3 }) })
    const put = putNotes(registry, 10)
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`, { depth: 1 }))
    const found = graphs[0]?.referrers.map(({ digest }) => digest)
    expect(found?.toSorted()).toEqual(put.map(({ digest }) => digest).sort())
    expect(asked(registry, LATER)).toHaveLength(4)
  })

  test.each(['ignored', 'other-origin'] as const)(
    'that leads astray (%s) is an error, and is not followed',
    async (nextToken) => {
      const oras = { generation: 'rc-1', pageSize: 3, nextToken } as const
      const registry = await start({ quirks: speaking(oras) })
      putNotes(registry, 10)
      const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
      expect(failure).toMatchObject({ code: 'RESPONSE_INVALID' })
      expect(asked(registry, LATER).length).toBeLessThanOrEqual(2)
      expect(registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
    },
  )

  test('that never ends is an error', async () => {
    const list = (token: number): Answer =>
      json(
        200,
        { referrers: [] },
        { link: `</v2/app/_oras/artifacts/referrers?nextToken=${token}>; rel="next"` },
      )
    const faults = Array.from({ length: 1001 }, (_, at) => ({
      at: at === 0 ? /_oras[^&]*$/ : new RegExp(`nextToken=${at}$`),
      fails: list(at + 1),
    }))
    const registry = await start({ quirks: withoutApi, faults })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })

  test('that goes on without a token is an error', async () => {
    const link = '</v2/app/_oras/artifacts/referrers?page=2>; rel="next"'
    const faults = [{ at: LATER, times: 9, fails: json(200, { referrers: [] }, { link }) }]
    const registry = await start({ quirks: withoutApi, faults })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'RESPONSE_INVALID' })
  })
})
