import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import { pushImage } from '../../support/artifacts.ts'
import {
  atCosignTag,
  attestationLayer,
  cosignSbom,
  DSSE,
  envelopeOf,
  pushEvidence,
  signatureLayer,
} from '../../support/cosign.ts'
import {
  bundleOf,
  gathered,
  pushReferrer,
  type ReferrerOptions,
  ruleFor,
  statementAbout,
} from '../../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../../support/memory-repository.ts'
import { BUNDLE, byKey } from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const IN_TOTO = 'application/vnd.in-toto+json'
const SPDX = 'application/spdx+json'
const SIGNED = { 'dev.cosignproject.cosign/signature': 'bm9uZQ==' }
const elsewhere = digestOfName('elsewhere')

let repository: MemoryRepository
let image: Descriptor

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1')
})

async function evidence(...rules: readonly Rule[]): Promise<readonly object[]> {
  return (await gathered(repository, image, rules)).evidence
}

function push(artifactType: string | undefined, options?: ReferrerOptions): Promise<Descriptor> {
  return pushReferrer(repository, image, artifactType, options)
}

function pushLayer(
  mediaType: string,
  content: string,
  artifactType = mediaType,
): Promise<Descriptor> {
  return push(artifactType, { layers: [{ mediaType, content }] })
}

describe('evidence is what a rule asks for:', () => {
  const provenance = { predicateType: 'https://slsa.dev/provenance/v1' }

  test('a document, by its type', async () => {
    const { digest } = await push(SPDX, {
      annotations: { stage: 'prod', 'org.opencontainers.image.created': '2026-01-02T03:04:05Z' },
    })
    expect(await evidence(ruleFor('sbom'))).toEqual([
      {
        reference: `registry.test/app@${digest}`,
        digest,
        subject: image.digest,
        artifactType: SPDX,
        annotations: {
          stage: 'prod',
          'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
        },
        created: '2026-01-02T03:04:05Z',
        aliases: ['sbom'],
        about: [],
        attached: [],
      },
    ])
    expect(await evidence(ruleFor('vex'), ruleFor(IN_TOTO))).toEqual([])
  })

  test.each([
    [BUNDLE, BUNDLE],
    ['application/vnd.dev.sigstore.bundle+json', 'application/vnd.dev.sigstore.bundle+json'],
    [
      'application/vnd.dev.sigstore.bundle+json;version=0.1',
      'application/vnd.dev.sigstore.bundle+json; version=0.2',
    ],
    [BUNDLE, 'application/json'],
    ['application/vnd.example.note', BUNDLE],
    [undefined, BUNDLE],
  ])('a bundle, of the type %s with a layer of %s', async (artifactType, mediaType) => {
    const content = bundleOf(statementAbout([image.digest, elsewhere]))
    await push(artifactType, { layers: [{ mediaType, content }] })
    expect(await evidence(ruleFor('provenance'))).toMatchObject([
      {
        ...provenance,
        aliases: ['provenance', 'attestation'],
        about: [image.digest, elsewhere],
        own: {
          subject: { digest: image.digest },
          content: { kind: 'sigstore-bundle', bytes: Buffer.from(content) },
        },
      },
    ])
  })

  test.each([
    'application/vnd.dev.sigstore.bundle+json;version=0.9',
    'application/vnd.dev.sigstore.bundle.v9+json',
  ])('but not a bundle of a version that is not known: %s', async (mediaType) => {
    await pushLayer(mediaType, bundleOf(statementAbout([image.digest])))
    expect(await evidence(ruleFor('provenance'))).toEqual([])
    const [found] = await evidence(ruleFor(mediaType.split(';')[0] ?? ''))
    expect(found).not.toHaveProperty('own')
  })

  test('what a bundle states, not what its annotations say', async () => {
    const annotations = { 'dev.sigstore.bundle.predicateType': 'https://spdx.dev/Document' }
    await push(BUNDLE, {
      annotations,
      layers: [
        { mediaType: BUNDLE, content: bundleOf(statementAbout([image.digest])), annotations },
      ],
    })
    expect(await evidence(ruleFor('sbom'))).toEqual([])
    expect(await evidence(ruleFor('attestation'))).toMatchObject([provenance])
  })

  test('cosign’s statement that it is signed, and a bundle with a signature of the image', async () => {
    const statement = statementAbout([image.digest], 'https://sigstore.dev/cosign/sign/v1')
    await pushLayer(BUNDLE, bundleOf(statement))
    await pushLayer(BUNDLE, JSON.stringify({ messageSignature: { signature: 'bm9uZQ==' } }))
    expect(await evidence(ruleFor('attestation'))).toEqual([])
    const found = await evidence(ruleFor('signature'))
    expect(found).toHaveLength(2)
    expect(found).toMatchObject(
      [1, 2].map(() => ({ aliases: ['signature'], own: { subject: { digest: image.digest } } })),
    )
  })

  test.each(['sha256.sig', 'referrer'])('each signature of cosign, at %s', async (place) => {
    const layer = { ...signatureLayer(image.digest), annotations: SIGNED }
    const other = { ...layer, annotations: { 'dev.cosignproject.cosign/signature': 'b3RoZXI=' } }
    const layers = [layer, other, { ...signatureLayer(elsewhere), annotations: SIGNED }]
    if (place === 'referrer') {
      await push('application/vnd.dev.cosign.artifact.sig.v1+json', {
        layers: layers.map(({ text, ...rest }) => ({ ...rest, content: text })),
      })
    } else await pushEvidence(repository, atCosignTag(image.digest, 'sig', layers))
    const content = { kind: 'simple-signing', payload: Buffer.from(layer.text), material: {} }
    expect(await evidence(ruleFor('signature'))).toMatchObject([
      {
        aliases: ['signature'],
        about: [],
        own: { content: { ...content, signature: 'bm9uZQ==' } },
      },
      {
        aliases: ['signature'],
        about: [],
        own: { content: { ...content, signature: 'b3RoZXI=' } },
      },
    ])
    expect(await evidence(ruleFor('attestation'), ruleFor('sbom'))).toEqual([])
  })

  test.each([
    ['at its tag', undefined],
    ['as a referrer', IN_TOTO],
    ['as a document', DSSE],
  ])('each attestation of cosign, %s', async (_, artifactType) => {
    const annotations = {
      'dev.sigstore.cosign/certificate': 'CERT',
      'dev.sigstore.cosign/chain': 'CHAIN',
      'dev.sigstore.cosign/bundle': 'LOG',
      'dev.sigstore.cosign/rfc3161timestamp': 'TIME',
      'dev.cosignproject.cosign/signature': '',
    }
    const layers = [
      { ...attestationLayer(image.digest), annotations },
      {
        mediaType: DSSE,
        text: JSON.stringify(envelopeOf(JSON.stringify(statementAbout([elsewhere])))),
      },
    ]
    if (artifactType === undefined) {
      await pushEvidence(repository, atCosignTag(image.digest, 'att', layers))
    } else {
      await push(artifactType, {
        layers: layers.map(({ text, ...rest }) => ({ ...rest, content: text })),
      })
    }
    expect(await evidence(ruleFor('attestation'))).toMatchObject([
      {
        predicateType: 'https://cosign.sigstore.dev/attestation/v1',
        about: [image.digest],
        own: {
          content: {
            kind: 'dsse-envelope',
            material: {
              certificate: 'CERT',
              chain: 'CHAIN',
              rekorBundle: 'LOG',
              timestamp: 'TIME',
            },
          },
        },
      },
      { ...provenance, about: [elsewhere] },
    ])
  })

  test('cosign’s SBOM', async () => {
    await pushEvidence(repository, cosignSbom(image.digest))
    const found = await evidence(ruleFor('sbom'))
    expect(found).toMatchObject([{ artifactType: 'text/spdx+json' }])
    // What it is of, only its tag says.
    expect(found[0]).not.toHaveProperty('subject')
  })

  test.each([IN_TOTO, 'application/vnd.docker.attestation.manifest.v1+json'])(
    'each statement that nobody signed, of the type %s',
    async (artifactType) => {
      await push(artifactType, {
        layers: [
          { mediaType: IN_TOTO, content: JSON.stringify(statementAbout([image.digest])) },
          {
            mediaType: IN_TOTO,
            content: JSON.stringify(
              statementAbout([image.digest], 'https://spdx.dev/Document', {
                creationInfo: { created: '2026-01-02T03:04:05Z' },
              }),
            ),
            annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' },
          },
        ],
      })
      const found = await evidence(ruleFor('sbom'))
      expect(found).toMatchObject([
        {
          predicateType: 'https://spdx.dev/Document',
          stated: '2026-01-02T03:04:05Z',
          artifactType,
        },
      ])
      expect(found[0]).not.toHaveProperty('own')
      expect(await evidence(ruleFor('attestation'))).toHaveLength(2)
    },
  )

  test.each([
    ['application/vnd.cncf.notary.signature', undefined],
    ['application/vnd.cncf.notary.v2.signature', undefined],
    ['application/vnd.cncf.notary.v2', undefined],
    [undefined, 'application/vnd.cncf.notary.signature'],
    ['application/vnd.example.note', 'application/vnd.cncf.notary.signature'],
  ])(
    'a signature of Notation, of the type %s with a config of %s',
    async (artifactType, configType) => {
      await push(artifactType, {
        layers: [{ mediaType: 'application/jose+json', content: '{}' }],
        ...(configType !== undefined && { configType }),
      })
      expect(await evidence(ruleFor('signature', { signedBy: byKey }))).toMatchObject([
        { aliases: ['signature'], own: { content: { kind: 'unverifiable' } } },
      ])
    },
  )

  test('a document beside what is signed in one manifest', async () => {
    await push(SPDX, {
      layers: [
        { mediaType: SPDX, content: '{}' },
        { mediaType: BUNDLE, content: bundleOf(statementAbout([image.digest])) },
      ],
    })
    expect(await evidence(ruleFor('sbom'))).toMatchObject([{ aliases: ['sbom'], about: [] }])
    expect(await evidence(ruleFor('provenance'))).toMatchObject([{ about: [image.digest] }])
  })
})
