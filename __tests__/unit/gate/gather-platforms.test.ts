import { beforeEach, describe, expect, test } from '@jest/globals'
import type { JudgedImage } from '../../../src/gate/evidence.ts'
import { gather } from '../../../src/gate/gather.ts'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { RepositoryReader } from '../../../src/repository/repository.ts'
import { pushImage } from '../../support/artifacts.ts'
import {
  bundleOf,
  gathered,
  pushReferrer,
  ruleFor,
  statementAbout,
  targetOf,
} from '../../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../../support/memory-repository.ts'
import { BUNDLE, byKey } from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'
import { testImage } from '../../support/test-image.ts'

const SPDX = 'application/spdx+json'
const options = { platforms: ['linux/amd64', 'linux/arm64/v8'], attestations: true }
const [amd64, arm64] = testImage(options).platforms as [Descriptor, Descriptor]

let repository: MemoryRepository
let image: Descriptor

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1', options)
})

function attest(on: Descriptor, about: readonly Descriptor[]): Promise<Descriptor> {
  const content = bundleOf(statementAbout(about.map(({ digest }) => digest)))
  return pushReferrer(repository, on, BUNDLE, { layers: [{ mediaType: BUNDLE, content }] })
}

async function judged(rule: Rule, reader?: RepositoryReader): Promise<JudgedImage> {
  return gathered(repository, image, [rule], reader)
}

describe('an image with platforms', () => {
  test('has each with the evidence on it, BuildKit’s too', async () => {
    await pushReferrer(repository, image, SPDX)
    const sbom = await pushReferrer(repository, arm64, SPDX)
    const { platforms, ...index } = await judged(ruleFor('sbom', { platform: 'each' }))
    expect(index).toMatchObject({
      reference: `registry.test/app@${image.digest}`,
      digest: image.digest,
      evidence: [{ artifactType: SPDX }],
    })
    const buildkit = {
      artifactType: 'application/vnd.in-toto+json',
      predicateType: 'https://spdx.dev/Document',
      attached: [],
    }
    expect(platforms.map(({ digest, platform }) => [digest, platform])).toEqual([
      [amd64.digest, { os: 'linux', architecture: 'amd64' }],
      [arm64.digest, { os: 'linux', architecture: 'arm64', variant: 'v8' }],
    ])
    expect(platforms[0]?.evidence).toMatchObject([{ ...buildkit, about: [amd64.digest] }])
    expect(platforms[1]?.evidence).toHaveLength(2)
    expect(platforms[1]?.evidence).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...buildkit, about: [arm64.digest] }),
        expect.objectContaining({ digest: sbom.digest }),
      ]),
    )
  })

  test('has what hangs on them for reasons alone, where a rule is about the image', async () => {
    const sbom = await pushReferrer(repository, arm64, SPDX)
    const content = bundleOf(statementAbout([sbom.digest]))
    await pushReferrer(repository, sbom, BUNDLE, { layers: [{ mediaType: BUNDLE, content }] })
    const asked = { signedBy: byKey, maxAge: { text: '1d', milliseconds: 1 } } as const
    const found = async (rule: Rule): Promise<unknown> =>
      (await judged(rule)).platforms[1]?.evidence.find(({ digest }) => digest === sbom.digest)
    expect(await found(ruleFor('sbom', asked))).toMatchObject({ aliases: ['sbom'], attached: [] })
    expect(await found(ruleFor('sbom', { ...asked, platform: 'each' }))).toMatchObject({
      attached: [{ subject: { digest: sbom.digest } }],
    })
  })
})

describe('a statement on an index is verified over', () => {
  const rule = ruleFor('provenance', { platform: 'each', signedBy: byKey })

  test.each([
    ['the index, if it is about that', [arm64, 'index'], 'index'],
    ['the first of the platforms that it is about', [arm64, amd64], amd64],
    ['the platform that it is about', [arm64], arm64],
  ] as const)('%s', async (_, about, expected) => {
    const manifest = (each: Descriptor | 'index'): Descriptor => (each === 'index' ? image : each)
    await attest(image, about.map(manifest))
    const { digest } = manifest(expected)
    const { bytes } = await repository.fetchManifest(manifest(expected))
    const { evidence } = await judged(rule)
    expect(evidence[0]?.own?.subject).toEqual({ digest, bytes })
    expect(new Set(evidence[0]?.about)).toEqual(new Set(about.map((each) => manifest(each).digest)))
  })

  test('nothing, if it is about neither', async () => {
    const elsewhere = { ...image, digest: digestOfName('elsewhere') }
    await attest(image, [elsewhere])
    const [evidence] = (await judged(rule)).evidence
    expect(evidence).toMatchObject({ about: [elsewhere.digest] })
    expect(evidence).not.toHaveProperty('own')
  })

  test('the next platform, if the repository does not have the first', async () => {
    await attest(image, [amd64, arm64])
    const without = (...missing: readonly Descriptor[]): RepositoryReader => ({
      ...repository,
      async fetchManifest(target) {
        const isMissing = missing.some(({ digest }) => digest === target.digest)
        if (isMissing) throw new OciError('MANIFEST_UNKNOWN', 'not mirrored')
        return repository.fetchManifest(target)
      },
    })
    const [evidence] = (await judged(rule, without(amd64))).evidence
    expect(evidence?.own?.subject.digest).toBe(arm64.digest)
    const [nowhere] = (await judged(rule, without(amd64, arm64))).evidence
    expect(nowhere).not.toHaveProperty('own')
  })

  test('while one on a platform is over that platform alone', async () => {
    await attest(amd64, [arm64])
    await attest(arm64, [amd64, arm64])
    const { platforms } = await judged(rule)
    expect(platforms.map(({ evidence }) => evidence[0]?.own?.subject.digest)).toEqual([
      undefined,
      arm64.digest,
    ])
  })
})

test('signatures about one manifest share its bytes', async () => {
  for (const about of [[image], [image, amd64], [image, arm64]]) await attest(image, about)
  const copying: RepositoryReader = {
    ...repository,
    async fetchManifest(target) {
      const manifest = await repository.fetchManifest(target)
      return { ...manifest, bytes: Uint8Array.from(manifest.bytes) }
    },
  }
  const { evidence } = await judged(ruleFor('provenance', { signedBy: byKey }), copying)
  expect(evidence).toHaveLength(3)
  const [first, ...others] = evidence.map(({ own }) => own?.subject.bytes)
  for (const other of others) expect(other).toBe(first)
})

test('a platform’s manifest that is judged by itself keeps its platform', async () => {
  const { graph } = await targetOf(repository, amd64)
  const platform = { os: 'linux', architecture: 'amd64' }
  const target = { reader: repository, graph: { ...graph, platform } }
  const [only] = await gather([target], [ruleFor('sbom')], { onCertificate: () => undefined })
  expect(only).toMatchObject({ digest: amd64.digest, platform, platforms: [] })
})
