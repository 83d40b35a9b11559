import { describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import { artifactOn } from '../support/artifacts.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import type { Answer } from '../support/registry/exchange.ts'
import type { ListQuirks } from '../support/registry/quirks.ts'
import type { TestRegistry } from '../support/registry/start-test-registry.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const start = useTestRegistry()
const directory = useTemporaryDirectory()

const NOTE = 'application/vnd.example.note'

const digests = (values: readonly { readonly digest: string }[] | undefined) =>
  (values ?? []).map(({ digest }) => digest).sort()

function index(manifests: readonly unknown[]) {
  return encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
}

/** What the referrers API answers, whatever is stored. */
function answering(manifests: readonly unknown[], headers: Answer['headers'] = {}): Answer {
  const type = { 'content-type': OCI_IMAGE_INDEX }
  return { status: 200, headers: { ...type, ...headers }, body: index(manifests).bytes }
}

/** Stores artifacts that refer to the image, past any list. */
function putNotes(registry: TestRegistry, image: Descriptor, texts: readonly string[]) {
  return texts.map((text) => registry.putManifest('app', artifactOn(image, text).manifest))
}

describe('the graph', () => {
  test('has what either list has, with every way it was found', async () => {
    const { descriptor: image } = (await start()).putImage('app')
    const [both, onlyApi, onlyTag] = ['both', 'api', 'tag'].map(
      (text) => artifactOn(image, text).manifest.descriptor,
    )
    const fails = answering([onlyApi, both])
    const faults = [{ at: new RegExp(`/referrers/${image.digest}`), times: 10, fails }]
    const registry = await start({ faults })
    registry.putImage('app', { tag: '1' })
    putNotes(registry, image, ['both', 'api', 'tag'])
    registry.putManifest('app', index([both, onlyTag]), referrersTag(image.digest))
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`))
    const sources = new Map(graphs[0]?.referrers.map((each) => [each.digest, each.sources]))
    expect(sources).toEqual(
      new Map([
        [both?.digest, ['referrers-api', 'referrers-tag']],
        [onlyApi?.digest, ['referrers-api']],
        [onlyTag?.digest, ['referrers-tag']],
      ]),
    )
  })

  test('has what another client listed at the tag of a registry that has the API since', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: 'never-lists' } } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const listed = putNotes(registry, image, ['old'])
    registry.putManifest('app', index(listed), referrersTag(image.digest))
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(digests(graphs[0]?.referrers)).toEqual(digests(listed))
  })

  test('has the facts of the manifests, not those of the list', async () => {
    const { descriptor: image } = (await start()).putImage('app')
    const { descriptor } = artifactOn(image, 'note').manifest
    const lie = {
      ...descriptor,
      size: 2 ** 50,
      artifactType: 'application/spdx+json',
      annotations: { a: 'b' },
    }
    const registry = await start({
      faults: [{ at: /referrers/, times: 10, fails: answering([lie]) }],
    })
    registry.putImage('app', { tag: '1' })
    putNotes(registry, image, ['note'])
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`, { depth: 1 }))
    expect(graphs[0]?.referrers).toEqual([
      {
        reference: `${registry.host}/app@${descriptor.digest}`,
        ...descriptor,
        artifactType: NOTE,
        annotations: { 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' },
        sources: ['referrers-api'],
        referrers: [],
      },
    ])
  })

  test('leaves out what is gone, or refers to something else, and says so', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const other = registry.putImage('app', { seed: 'other' }).descriptor
    const [foreign] = putNotes(registry, other, ['of another image'])
    const [own] = putNotes(registry, image, ['own'])
    const gone = artifactOn(image, 'gone').manifest.descriptor
    registry.putManifest('app', index([gone, foreign, own]), referrersTag(image.digest))
    const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(digests(graphs[0]?.referrers)).toEqual([own?.digest])
    expect(warnings.map((warning) => warning.slice(0, 71)).sort()).toEqual(
      digests([gone, foreign ?? gone]),
    )
  })

  test('is an error where a listed manifest’s bytes are not its digest’s', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { manifest } = artifactOn(image, 'real')
    const forged = artifactOn(image, 'forged').manifest
    registry.putManifest('app', { ...forged, descriptor: manifest.descriptor })
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'DIGEST_INVALID' })
    expect(graphs).toEqual([])
  })
})

describe('a list in pages', () => {
  const links: readonly (ListQuirks['link'] | 'relative')[] = [
    'relative',
    'absolute',
    'unquoted-rel',
  ]

  test.each(links)('is read to its end by a Link of the form %s', async (link) => {
    const list = { pageSize: 3, ...(link !== 'relative' && link && { link }) }
    const registry = await start({ quirks: { list } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const put = putNotes(registry, image, ['1', '2', '3', '4', '5', '6', '7'])
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(digests(graphs[0]?.referrers)).toEqual(digests(put))
  })

  test('has the artifact on its last page: it counts as listed', async () => {
    const registry = await start({ quirks: { list: { pageSize: 2 } } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    putNotes(registry, image, ['1', '2', '3', '4', '5'])
    const files = [await writeDocument(directory(), 'spdx')]
    const { attached } = await succeed(jobOn(`${registry.host}/app:1`, { attach: { files } }))
    expect(attached).toMatchObject([{ status: 'pushed', via: 'referrers-api' }])
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })

  test.each(['other-origin', 'self'] as const)(
    'whose Link leads astray (%s) is an error, and is not followed',
    async (link) => {
      const registry = await start({ quirks: { list: { pageSize: 1, link } } })
      const { descriptor: image } = registry.putImage('app', { tag: '1' })
      putNotes(registry, image, ['1', '2', '3'])
      const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
      expect(failure).toMatchObject({ code: 'RESPONSE_INVALID' })
      expect(registry.requests.filter(({ origin }) => origin === 'other')).toEqual([])
      expect(
        registry.requests.filter(({ path }) => path.includes(`/referrers/${image.digest}`)).length,
      ).toBeLessThanOrEqual(2)
    },
  )

  test.each([
    ['another repository', '</v2/secret/referrers/DIGEST?n=1>; rel="next"'],
    ['another end point', '</v2/app/manifests/1>; rel="next"'],
    ['a host in the network', '<http://169.254.169.254/v2/app/referrers/DIGEST>; rel="next"'],
    ['another scheme', '<file:///etc/passwd>; rel="next"'],
  ])('whose Link leads to %s is an error, and is not followed', async (_, link) => {
    const { descriptor: image } = (await start()).putImage('app')
    const fails = answering([], { link: link.replace('DIGEST', image.digest) })
    const registry = await start({ faults: [{ at: /\/app\/referrers/, times: 10, fails }] })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({
      code: 'RESPONSE_INVALID',
      message: expect.not.stringContaining('\n'),
    })
    const tags = ['', '.sig', '.att', '.sbom'].map((suffix) => referrersTag(image.digest) + suffix)
    const allowed = [
      ...['1', ...tags].map((tag) => `/v2/app/manifests/${tag}`),
      `/v2/app/referrers/${image.digest}`,
    ]
    expect(
      registry.requests.map(({ path }) => path).filter((path) => !allowed.includes(path)),
    ).toEqual([])
  })

  test('that never ends is an error', async () => {
    const { descriptor: image } = (await start()).putImage('app')
    const list = `/v2/app/referrers/${image.digest}`
    const faults = Array.from({ length: 1001 }, (_, at) => ({
      at: at === 0 ? /\/referrers\/[^?]*$/ : new RegExp(`last=${at}$`),
      fails: answering([], { link: `<${list}?last=${at + 1}>; rel="next"` }),
    }))
    const registry = await start({ faults })
    registry.putImage('app', { tag: '1' })
    const { failure } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

describe('referrers-mode', () => {
  const paths = ({ requests }: TestRegistry) => requests.map(({ path }) => path).join('\n')

  test('referrers-tag writes the tag, whatever API there is, and asks for none', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const connection = { referrersMode: 'referrers-tag' } as const
    const { attached } = await succeed(
      jobOn(`${registry.host}/app:1`, { attach: { files }, connection }),
    )
    expect(attached).toMatchObject([{ via: 'referrers-tag' }])
    expect(Object.keys(registry.tags('app'))).toEqual(['1', referrersTag(image.digest)])
    expect(paths(registry)).not.toContain('/referrers/')
  })

  test('referrers-api uses the API and asks for no tag', async () => {
    const registry = await start()
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const connection = { referrersMode: 'referrers-api' } as const
    const { attached } = await succeed(
      jobOn(`${registry.host}/app:1`, { attach: { files }, connection }),
    )
    expect(attached).toMatchObject([{ via: 'referrers-api' }])
    expect(paths(registry)).not.toMatch(/sha256-[0-9a-f]{64}$/m)
  })

  test('referrers-api is an error where there is none', async () => {
    const registry = await start({ quirks: { referrers: { endpoint: '404-text' } } })
    registry.putImage('app', { tag: '1' })
    const files = [await writeDocument(directory(), 'spdx')]
    const connection = { referrersMode: 'referrers-api' } as const
    const job = jobOn(`${registry.host}/app:1`, { attach: { files }, connection })
    const { failure } = await outcomeOf(job)
    expect(failure).toMatchObject({
      code: 'UNSUPPORTED',
      advice: expect.stringContaining('referrers-tag'),
    })
    expect(Object.keys(registry.tags('app'))).toEqual(['1'])
  })
})

describe('what is selected', () => {
  test('depth limits the levels, and no request is made for deeper ones', async () => {
    const registry = await start()
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const [first = image] = putNotes(registry, image, ['first'])
    putNotes(registry, first, ['second'])
    const { graphs } = await succeed(jobOn(`${registry.host}/app:1`, { depth: 1 }))
    expect(graphs[0]?.referrers).toMatchObject([{ digest: first.digest, referrers: [] }])
    expect(registry.requests.map(({ path }) => path)).not.toContain(
      `/v2/app/referrers/${first.digest}`,
    )
    const all = await succeed(jobOn(`${registry.host}/app:1`))
    expect(all.graphs[0]?.referrers[0]?.referrers).toHaveLength(1)
  })
})
