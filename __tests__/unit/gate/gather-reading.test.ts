import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../../src/gate/evidence.ts'
import { gather } from '../../../src/gate/gather.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { OciError, type OciErrorCode } from '../../../src/oci/error.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { RepositoryReader } from '../../../src/repository/repository.ts'
import { pushImage } from '../../support/artifacts.ts'
import { DSSE, envelopeOf, SIMPLE_SIGNING } from '../../support/cosign.ts'
import {
  bundleOf,
  gathered,
  pushReferrer,
  type ReferrerOptions,
  ruleFor,
  statementAbout,
  targetOf,
} from '../../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../../support/memory-repository.ts'
import { BUNDLE, byKey } from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const IN_TOTO = 'application/vnd.in-toto+json'
const SPDX = 'application/spdx+json'
const SIGNED = { 'dev.cosignproject.cosign/signature': 'bm9uZQ==' }
const thirtyDays = { text: '30d', milliseconds: 30 * 24 * 3600 * 1000 }

let repository: MemoryRepository
let image: Descriptor

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1')
})

function push(artifactType: string, options?: ReferrerOptions): Promise<Descriptor> {
  return pushReferrer(repository, image, artifactType, options)
}

function pushLayer(mediaType: string, content: string): Promise<Descriptor> {
  return push(mediaType, { layers: [{ mediaType, content, annotations: SIGNED }] })
}

async function evidence(rule: Rule, reader?: RepositoryReader): Promise<readonly Evidence[]> {
  return (await gathered(repository, image, [rule], reader)).evidence
}

/** The repository, whose blobs cannot be read. */
function failing(error: unknown): RepositoryReader {
  return { ...repository, fetchBlob: () => Promise.reject(error) }
}

describe('nothing is read', () => {
  const refusing = (): RepositoryReader => ({
    ...repository,
    fetchBlob: () => Promise.reject(new Error('was read')),
  })

  test.each([
    ['of what no rule is about', BUNDLE, ruleFor(SPDX, { signedBy: byKey })],
    ['of documents, whose type tells what they are', SPDX, ruleFor('sbom', { signedBy: byKey })],
    ['of signatures, where others are asked for', SIMPLE_SIGNING, ruleFor('vex')],
    [
      'of signatures that cannot be verified',
      'application/vnd.cncf.notary.signature',
      ruleFor('signature'),
    ],
  ])('%s', async (_, artifactType, rule) => {
    const { digest } = await push(artifactType)
    await pushReferrer(repository, { ...image, digest }, SIMPLE_SIGNING)
    await expect(gathered(repository, image, [rule], refusing())).resolves.toBeDefined()
    if (artifactType === BUNDLE) {
      await expect(gathered(repository, image, [ruleFor('vex')], refusing())).rejects.toThrow(
        'was read',
      )
    }
  })
})

test('content that several manifests have is read once', async () => {
  const content = bundleOf(statementAbout([image.digest]))
  for (const stage of ['a', 'b', 'c']) {
    await push(BUNDLE, { layers: [{ mediaType: BUNDLE, content }], annotations: { stage } })
  }
  const read: Digest[] = []
  const reader: RepositoryReader = {
    ...repository,
    fetchBlob: (target) => {
      read.push(target.digest)
      return repository.fetchBlob(target)
    },
  }
  const { evidence: found } = await gathered(repository, image, [ruleFor('provenance')], reader)
  expect(found).toHaveLength(3)
  expect(read).toHaveLength(1)
  expect(new Set(found.map(({ own }) => own?.id)).size).toBe(1)
})

describe('the time that a document states', () => {
  const spdx = (created: string): string =>
    JSON.stringify({ spdxVersion: 'SPDX-2.3', creationInfo: { created } })
  const created = { 'org.opencontainers.image.created': '2026-03-03T00:00:00Z' }

  test.each<readonly [string, Partial<Rule>, ReferrerOptions['annotations'], string | undefined]>([
    ['where nothing else dates it', { maxAge: thirtyDays }, {}, '2026-01-01T00:00:00Z'],
    [
      'where its signature proves more than its manifest claims',
      { maxAge: thirtyDays, signedBy: byKey },
      created,
      '2026-01-01T00:00:00Z',
    ],
    ['but not where its manifest dates it', { maxAge: thirtyDays }, created, undefined],
    ['but not where no rule asks for it', { signedBy: byKey }, {}, undefined],
  ])('is read %s', async (_, given, annotations, expected) => {
    const layers = ['2026-02-02T00:00:00Z', '2026-01-01T00:00:00Z'].map((time) => ({
      mediaType: SPDX,
      content: spdx(time),
    }))
    await push(SPDX, { layers, ...(annotations && { annotations }) })
    const [found] = await evidence(ruleFor('sbom', given))
    expect(found?.stated).toBe(expected)
  })

  test('is none where the document is not known or has none', async () => {
    await pushLayer(SPDX, '{"spdxVersion":"SPDX-2.3"}')
    await pushLayer(SPDX, 'no document at all')
    const found = await evidence(ruleFor('sbom', { maxAge: thirtyDays }))
    expect(found.map(({ stated, unreadable }) => [stated, unreadable])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })
})

describe('what cannot be read proves nothing:', () => {
  const statement = JSON.stringify(statementAbout([digestOfName('app')]))

  test.each([
    ['a bundle that is no JSON', BUNDLE, '{', /not JSON/],
    ['a bundle that is no object', BUNDLE, '[]', /no object/],
    ['a bundle with a name twice', BUNDLE, '{"dsseEnvelope":{},"dsseEnvelope":{}}', /not JSON/],
    ['a bundle of nothing', BUNDLE, '{}', /not exactly one/],
    [
      'a bundle of two things',
      BUNDLE,
      '{"dsseEnvelope":{},"messageSignature":{}}',
      /not exactly one/,
    ],
    ['a bundle whose envelope is null', BUNDLE, '{"dsseEnvelope":null}', /not exactly one/],
    ['a bundle whose envelope is a text', BUNDLE, '{"dsseEnvelope":"x"}', /none/],
    ['a bundle whose envelope has no payload', BUNDLE, '{"dsseEnvelope":{}}', /other than/],
    [
      'an envelope of something else',
      DSSE,
      JSON.stringify({ ...envelopeOf(statement), payloadType: 'text/plain' }),
      /other than/,
    ],
    ['an envelope of no JSON', DSSE, JSON.stringify(envelopeOf('x')), /not JSON/],
    ['an envelope of no statement', DSSE, JSON.stringify(envelopeOf('{}')), /no in-toto statement/],
    ['a statement of another version', IN_TOTO, statement.replace('/v1"', '/v2"'), /no in-toto/],
    [
      'a statement with a name twice',
      IN_TOTO,
      statement.replace('{', '{"predicate":1,'),
      /not JSON/,
    ],
    [
      'a statement without a predicate type',
      IN_TOTO,
      statement.replace('predicateType', 'x'),
      /without a predicate/,
    ],
    ['a statement that is cut', IN_TOTO, statement.slice(0, -1), /not JSON/],
    ['a payload that names no image', SIMPLE_SIGNING, '{"critical":{"image":{}}}', /no image/],
    [
      'a payload of another kind',
      SIMPLE_SIGNING,
      '{"critical":{"image":{"docker-manifest-digest":"x"}}}',
      /no image/,
    ],
  ])('%s', async (_, mediaType, content, why) => {
    await pushLayer(mediaType, content)
    const [found] = await evidence(ruleFor(mediaType, { signedBy: byKey }))
    expect(found?.unreadable).toMatch(why)
    expect(found).not.toHaveProperty('own')
  })

  test('what says that it is signed and holds nothing, or no signature', async () => {
    await push(BUNDLE, { layers: [] })
    await push(SIMPLE_SIGNING)
    expect(await evidence(ruleFor(BUNDLE))).toMatchObject([{ unreadable: expect.any(String) }])
    expect(await evidence(ruleFor('signature'))).toMatchObject([
      { aliases: ['signature'], unreadable: 'it has a payload without a signature' },
    ])
  })

  test.each<OciErrorCode>(['BLOB_UNKNOWN', 'DIGEST_INVALID', 'SIZE_INVALID'])(
    'a blob that fails with %s',
    async (code) => {
      await pushLayer(BUNDLE, bundleOf(statementAbout([image.digest])))
      await pushLayer(SPDX, '{}')
      const reader = failing(new OciError(code, 'the blob is bad'))
      const unreadable = 'the blob is bad'
      expect(await evidence(ruleFor(BUNDLE), reader)).toMatchObject([{ unreadable }])
      const dated = ruleFor('sbom', { maxAge: thirtyDays })
      expect(await evidence(dated, reader)).toMatchObject([{ unreadable }])
    },
  )

  test('a blob that was altered', async () => {
    const content = bundleOf(statementAbout([image.digest]))
    await pushLayer(BUNDLE, content)
    repository.corrupt(digestOf(Buffer.from(content)), Buffer.alloc(content.length))
    const [found] = await evidence(ruleFor(BUNDLE))
    expect(found?.unreadable).toContain('instead of')
  })

  test('and is told as what its annotations say', async () => {
    await push(BUNDLE, {
      annotations: { 'dev.sigstore.bundle.predicateType': 'https://slsa.dev/provenance/v1' },
      layers: [{ mediaType: BUNDLE, content: '{' }],
    })
    expect(await evidence(ruleFor('provenance'))).toMatchObject([
      { unreadable: expect.any(String) },
    ])
    expect(await evidence(ruleFor('sbom'))).toEqual([])
  })
})

describe('it fails', () => {
  test.each<OciErrorCode>(['DENIED', 'UNAUTHORIZED', 'TIMEOUT', 'RESPONSE_INVALID', 'CANCELLED'])(
    'if a blob cannot be asked for: %s',
    async (code) => {
      await pushLayer(BUNDLE, '{}')
      const error = new OciError(code, 'no answer')
      await expect(evidence(ruleFor('sbom'), failing(error))).rejects.toBe(error)
    },
  )

  test('if a manifest of the graph is gone since it was discovered', async () => {
    const { digest } = await push(SPDX)
    const gone = new OciError('MANIFEST_UNKNOWN', 'gone')
    const reader: RepositoryReader = {
      ...repository,
      fetchManifest: (target) =>
        target.digest === digest ? Promise.reject(gone) : repository.fetchManifest(target),
    }
    await expect(evidence(ruleFor('sbom'), reader)).rejects.toBe(gone)
  })

  test('if it is cancelled', async () => {
    await pushLayer(BUNDLE, '{}')
    const signal = AbortSignal.abort(new Error('cancelled'))
    const target = await targetOf(repository, image)
    const options = { onCertificate: () => undefined, signal }
    await expect(gather([target], [ruleFor('sbom')], options)).rejects.toThrow('cancelled')
  })
})

test('a connection that breaks in the middle of a blob is tried again, but not for ever', async () => {
  const content = bundleOf(statementAbout([image.digest]))
  await pushLayer(BUNDLE, content)
  let broken = 0
  const breaking = (times: number): RepositoryReader => ({
    ...repository,
    async fetchBlob(target) {
      if (broken === times) return repository.fetchBlob(target)
      broken += 1
      return Readable.from(breakingOff())
    },
  })
  async function* breakingOff(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(content.slice(0, 5))
    throw new OciError('CONNECTION_FAILED', 'the connection broke')
  }
  expect(await evidence(ruleFor('provenance'), breaking(2))).toHaveLength(1)
  broken = 0
  await expect(evidence(ruleFor('provenance'), breaking(1000))).rejects.toMatchObject({
    code: 'CONNECTION_FAILED',
  })
  expect(broken).toBe(5)
})
