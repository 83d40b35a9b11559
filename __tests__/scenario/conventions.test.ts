import { describe, expect, test } from '@jest/globals'
import type { GraphManifest, GraphReferrer } from '../../src/graph.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { encodeJson } from '../../src/oci/encoded.ts'
import { OCI_IMAGE_INDEX } from '../../src/oci/media-types.ts'
import { referrersTag } from '../../src/oci/referrers-tag.ts'
import {
  atCosignTag,
  cosignAttestation,
  cosignSbom,
  cosignSignature,
  DSSE,
  SIMPLE_SIGNING,
} from '../support/cosign.ts'
import { writeDocument } from '../support/documents.ts'
import { jobOn, outcomeOf, succeed } from '../support/job.ts'
import { placeKinds, putEvidence, usePlaces } from '../support/places.ts'
import { specError } from '../support/registry/exchange.ts'
import { useTestRegistry } from '../support/registry/use-test-registry.ts'
import { useTemporaryDirectory } from '../support/temporary-directory.ts'

const open = usePlaces()
const start = useTestRegistry()
const directory = useTemporaryDirectory()

const IN_TOTO = 'application/vnd.in-toto+json'
const elsewhere = digestOf(new TextEncoder().encode('another image'))

/** How each was found, by digest. */
function sourcesIn({ referrers }: GraphManifest): ReadonlyMap<string, GraphReferrer['sources']> {
  return new Map(referrers.map(({ digest, sources }) => [digest, sources]))
}

function typesIn({ referrers }: GraphManifest): readonly (string | undefined)[] {
  return referrers.map(({ artifactType }) => artifactType).sort()
}

describe.each(placeKinds)('evidence in %s', (kind) => {
  test('is what cosign keeps at tags, of the image and of what is attached to it', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const files = [await writeDocument(directory(), 'spdx')]
    const { attached } = await succeed(jobOn(`${place.repository}:1`, { attach: { files } }))
    const [sbom] = attached
    if (!sbom) throw new Error('nothing was attached')
    const signature = await place.putEvidence(cosignSignature(image.digest))
    const attestation = await place.putEvidence(cosignAttestation(image.digest))
    const old = await place.putEvidence(cosignSbom(image.digest))
    const ofSbom = await place.putEvidence(cosignSignature(sbom.digest))
    const ofOld = await place.putEvidence(cosignSignature(old.digest))
    const { graphs, warnings } = await succeed(jobOn(`${place.repository}:1`))
    const [graph] = graphs
    if (!graph) throw new Error('there is no graph')
    expect(warnings).toEqual([])
    expect(sourcesIn(graph)).toEqual(
      new Map<string, GraphReferrer['sources']>([
        [sbom.digest, [place.via]],
        [signature.digest, ['cosign-tag']],
        [attestation.digest, ['cosign-tag']],
        [old.digest, ['cosign-tag']],
      ]),
    )
    expect(typesIn(graph)).toEqual(
      ['application/spdx+json', SIMPLE_SIGNING, DSSE, 'text/spdx+json'].sort(),
    )
    for (const [{ digest }, below] of [
      [sbom, ofSbom],
      [old, ofOld],
    ] as const) {
      const node = graph.referrers.find((each) => each.digest === digest)
      expect(node && sourcesIn(node)).toEqual(new Map([[below.digest, ['cosign-tag']]]))
    }
    const again = await succeed(jobOn(`${place.repository}:1`, { attach: { files } }))
    expect(again.attached).toMatchObject([{ status: 'exists', via: place.via }])
  })

  test.each([true, 'oci-artifact'] as const)(
    'is what BuildKit keeps in the index, below the platform that it is of (form: %s)',
    async (attestations) => {
      const place = await open(kind)
      const image = await place.putImage({
        platforms: ['linux/amd64', 'linux/arm64'],
        attestations,
      })
      const signature = await place.putEvidence(cosignSignature(image.descriptor.digest))
      const [amd64, arm64] = image.platforms
      if (!amd64 || !arm64) throw new Error('the image has no platforms')
      const ofArm64 = await place.putEvidence(cosignSignature(arm64.digest))
      const { graphs, warnings } = await succeed(jobOn(`${place.repository}:1`))
      expect(warnings).toEqual([])
      const [graph] = graphs
      expect(graph && sourcesIn(graph)).toEqual(new Map([[signature.digest, ['cosign-tag']]]))
      expect(graph?.platforms?.map(({ digest }) => digest)).toEqual([amd64.digest, arm64.digest])
      const [onAmd64, onArm64] = graph?.platforms ?? []
      if (!onAmd64 || !onArm64) throw new Error('the graph has no platforms')
      // A registry without the referrers API lists it only once somebody has written its tag.
      const isListed = attestations === 'oci-artifact' && place.via !== 'referrers-tag'
      const sources = isListed ? [place.via, 'buildkit-index'] : ['buildkit-index']
      expect(onAmd64.referrers).toMatchObject([{ sources }])
      expect(onArm64.referrers).toHaveLength(2)
      expect(sourcesIn(onArm64).get(ofArm64.digest)).toEqual(['cosign-tag'])
      const type =
        attestations === true ? IN_TOTO : 'application/vnd.docker.attestation.manifest.v1+json'
      expect(typesIn(onAmd64)).toEqual([type])

      const one = await succeed(
        jobOn(`${place.repository}:1`, { platform: [{ os: 'linux', architecture: 'arm64' }] }),
      )
      expect(one.graphs[0]?.digest).toBe(arm64.digest)
      expect(one.graphs[0]?.referrers).toEqual(onArm64.referrers)
    },
  )

  test('is nothing that merely stands at its tag', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const tagOf = (suffix: string) => `${referrersTag(image.digest)}.${suffix}`
    const ofOther = await place.putEvidence(cosignSignature(image.digest, elsewhere))
    await place.putImage({ seed: 'unrelated', tag: tagOf('att') })
    const { graphs, warnings } = await succeed(jobOn(`${place.repository}:1`))
    expect(graphs[0]?.referrers).toEqual([])
    expect(warnings.toSorted()).toEqual(
      [
        expect.stringMatching(`^${ofOther.digest} .*${tagOf('sig')}.*${image.digest}`),
        expect.stringMatching(`${tagOf('att')}.*${image.digest}`),
      ].sort(),
    )
  })

  test('that is bound by tags alone ends where it would go round in a circle', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const sbom = await place.putEvidence(cosignSbom(image.digest))
    await place.putImage({ tag: `${referrersTag(sbom.digest)}.sbom` })
    const { graphs, warnings } = await succeed(jobOn(`${place.repository}:1`))
    expect(graphs[0]?.referrers).toMatchObject([{ digest: sbom.digest, referrers: [] }])
    expect(warnings).toEqual([expect.stringContaining('which hangs on it')])
  })

  test('of a depth is looked for no deeper', async () => {
    const place = await open(kind)
    const { descriptor: image } = await place.putImage()
    const signature = await place.putEvidence(cosignSignature(image.digest))
    await place.putEvidence(cosignSignature(signature.digest))
    const { graphs } = await succeed(jobOn(`${place.repository}:1`, { depth: 1 }))
    expect(graphs[0]?.referrers).toMatchObject([{ digest: signature.digest, referrers: [] }])
  })
})

describe('a signature that is listed as a referrer without being one', () => {
  const list = { accessories: 'cosign-tags' } as const

  test('is bound by its tag, and shown once with both sources', async () => {
    const registry = await start({ quirks: { list } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    const { digest } = putEvidence(registry, cosignSignature(image.digest))
    const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(graphs[0]?.referrers).toMatchObject([
      { digest, sources: ['referrers-api', 'cosign-tag'], artifactType: SIMPLE_SIGNING },
    ])
    expect(warnings).toEqual([])
  })

  test('is not believed if what it signs is another image', async () => {
    const registry = await start({ quirks: { list } })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    putEvidence(registry, cosignSignature(image.digest, elsewhere))
    const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(graphs[0]?.referrers).toEqual([])
    expect(warnings.toSorted()).toEqual([
      expect.stringContaining('does not name it as its subject'),
      expect.stringContaining('nothing in it names'),
    ])
  })
})

describe('an error at one source', () => {
  const denied = specError(403, 'DENIED', 'not for you')

  test.each(['sig', 'att', 'sbom'])('is one of the graph: the tag .%s', async (suffix) => {
    const at = new RegExp(`manifests/sha256-[0-9a-f]{64}\\.${suffix}$`)
    const registry = await start({ faults: [{ at, times: 100, fails: denied }] })
    registry.putImage('app', { tag: '1' })
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code: 'DENIED', status: 403 })
    expect(graphs).toEqual([])
  })

  test.each([
    ['a signature’s payload that cannot be read', 403, 'DENIED'],
    ['a signature’s payload that fails each time', 500, 'RESPONSE_INVALID'],
  ])('is one of the graph: %s', async (_, status, code) => {
    const fails = specError(status, 'UNKNOWN', 'not for you')
    const registry = await start({ faults: [{ at: /\/blobs\//, times: 100, fails }] })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    putEvidence(registry, cosignSignature(image.digest))
    const { failure, graphs } = await outcomeOf(jobOn(`${registry.host}/app:1`))
    expect(failure).toMatchObject({ code, status })
    expect(graphs).toEqual([])
  })

  test('does not count where it is of something that is no part of the graph', async () => {
    const unbound = atCosignTag(elsewhere, 'sbom', []).manifest
    const at = new RegExp(`manifests/${referrersTag(unbound.descriptor.digest)}\\.`)
    const registry = await start({
      quirks: { referrers: { endpoint: '404-text' } },
      faults: [{ at, times: 100, fails: denied }],
    })
    const { descriptor: image } = registry.putImage('app', { tag: '1' })
    registry.putManifest('app', unbound)
    const manifests = [unbound.descriptor] satisfies Descriptor[]
    const index = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests })
    registry.putManifest('app', index, referrersTag(image.digest))
    const { graphs, warnings } = await succeed(jobOn(`${registry.host}/app:1`))
    expect(graphs[0]?.referrers).toEqual([])
    expect(warnings).toHaveLength(1)
  })
})
