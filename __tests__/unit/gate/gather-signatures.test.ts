import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Descriptor } from '../../../src/oci/descriptor.ts'
import { OciError } from '../../../src/oci/error.ts'
import type { Rule } from '../../../src/policy/policy.ts'
import type { RepositoryReader } from '../../../src/repository/repository.ts'
import type { Signature } from '../../../src/verify/signature.ts'
import { pushImage } from '../../support/artifacts.ts'
import {
  atCosignTag,
  attestationLayer,
  DSSE,
  envelopeOf,
  pushEvidence,
  signatureLayer,
} from '../../support/cosign.ts'
import {
  bundleOf,
  gathered,
  pushReferrer,
  type ReferrerLayer,
  ruleFor,
  statementAbout,
} from '../../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../../support/memory-repository.ts'
import { BUNDLE, byKey, byRelease } from '../../support/sample-gate.ts'
import { digestOfName } from '../../support/sample-graph.ts'

const SPDX = 'application/spdx+json'
const NOTATION = 'application/vnd.cncf.notary.signature'
const MESSAGE = JSON.stringify({ messageSignature: { signature: 'bm9uZQ==' } })
const SIGNED = { 'dev.cosignproject.cosign/signature': 'bm9uZQ==' }
const CERTIFIED = { ...SIGNED, 'dev.sigstore.cosign/certificate': 'CERT' }
const elsewhere = digestOfName('elsewhere')

let repository: MemoryRepository
let image: Descriptor

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1')
})

function push(
  on: Descriptor,
  mediaType: string,
  ...contents: readonly string[]
): Promise<Descriptor> {
  const layers = contents.map((content) => ({ mediaType, content }))
  return pushReferrer(repository, on, mediaType, { layers })
}

async function bytesOf(descriptor: Descriptor): Promise<Uint8Array> {
  return (await repository.fetchManifest(descriptor)).bytes
}

describe('signatures attached to evidence', () => {
  let sbom: Descriptor

  beforeEach(async () => {
    sbom = await push(image, SPDX, '{}')
  })

  async function attached(
    rule: Rule = ruleFor('sbom', { signedBy: byKey }),
  ): Promise<readonly Signature[]> {
    const { evidence } = await gathered(repository, image, [rule])
    return evidence.flatMap((each) => each.attached)
  }

  test('are about its manifest: bundles, cosign’s and Notation’s', async () => {
    const bundle = await push(sbom, BUNDLE, bundleOf(statementAbout([sbom.digest])))
    const message = await push(sbom, BUNDLE, MESSAGE)
    const notation = await push(sbom, NOTATION, '{}')
    const envelope = envelopeOf(JSON.stringify(statementAbout([sbom.digest])))
    const document = await push(sbom, DSSE, JSON.stringify(envelope))
    const sig = await pushEvidence(
      repository,
      atCosignTag(sbom.digest, 'sig', [{ ...signatureLayer(sbom.digest), annotations: SIGNED }]),
    )
    const att = await pushEvidence(
      repository,
      atCosignTag(sbom.digest, 'att', [{ mediaType: DSSE, text: JSON.stringify(envelope) }]),
    )
    const found = await attached()
    const subject = { digest: sbom.digest, bytes: await bytesOf(sbom) }
    expect(found).toHaveLength(6)
    expect(found).toEqual(
      expect.arrayContaining(
        (
          [
            [bundle, 'sigstore-bundle'],
            [message, 'sigstore-bundle'],
            [notation, 'unverifiable'],
            [document, 'dsse-envelope'],
            [sig, 'simple-signing'],
            [att, 'dsse-envelope'],
          ] as const
        ).map(([{ digest }, kind]) =>
          expect.objectContaining({
            reference: `registry.test/app@${digest}`,
            subject,
            content: expect.objectContaining({ kind }),
          }),
        ),
      ),
    )
  })

  test('are not what is about something else, the image too, or no signature', async () => {
    await push(sbom, BUNDLE, bundleOf(statementAbout([image.digest, elsewhere])))
    await push(sbom, 'application/vnd.in-toto+json', JSON.stringify(statementAbout([sbom.digest])))
    await push(sbom, SPDX, '{}')
    await pushReferrer(repository, sbom, 'application/vnd.dev.cosign.artifact.sig.v1+json', {
      layers: [image.digest, elsewhere].map(signatureLayer).map(
        ({ mediaType, text }): ReferrerLayer => ({
          mediaType,
          content: text,
          annotations: SIGNED,
        }),
      ),
    })
    expect(await attached()).toEqual([])
  })

  test('are no attestations, unless of how it was made: they may as well be against it', async () => {
    const scan = statementAbout([sbom.digest], 'https://in-toto.io/attestation/vulns/v0.1')
    await push(sbom, BUNDLE, bundleOf(scan))
    await pushEvidence(repository, atCosignTag(sbom.digest, 'att', [attestationLayer(sbom.digest)]))
    await push(
      sbom,
      BUNDLE,
      bundleOf(statementAbout([sbom.digest], 'https://sigstore.dev/cosign/sign/v1')),
    )
    const why = expect.stringContaining('only provenance stands for a signature')
    expect((await attached()).map(({ content }) => content).sort(byKind)).toEqual([
      expect.objectContaining({ kind: 'sigstore-bundle' }),
      { kind: 'undecodable', why },
      { kind: 'undecodable', why },
    ])
  })

  test('that cannot be read are said to be so', async () => {
    const { digest } = await push(sbom, BUNDLE, '{')
    expect(await attached()).toMatchObject([
      {
        reference: `registry.test/app@${digest}`,
        subject: { digest: sbom.digest },
        content: { kind: 'undecodable', why: expect.stringContaining('not JSON') },
      },
    ])
  })

  test('are left alone where no rule asks who signed that', async () => {
    await push(sbom, BUNDLE, bundleOf(statementAbout([sbom.digest])))
    expect(await attached(ruleFor('sbom'))).toEqual([])
    expect(await attached(ruleFor('signature', { signedBy: byKey }))).toEqual([])
  })

  test('are an error where they cannot be asked for', async () => {
    await push(sbom, BUNDLE, bundleOf(statementAbout([sbom.digest])))
    const denied = new OciError('DENIED', 'not yours')
    const reader: RepositoryReader = {
      ...repository,
      fetchBlob: () => Promise.reject(denied),
    }
    const policy = [ruleFor('sbom', { signedBy: byKey })]
    await expect(gathered(repository, image, policy, reader)).rejects.toBe(denied)
  })
})

describe('an id', () => {
  const policy = [ruleFor('signature', { signedBy: byKey })]
  const layer = { ...signatureLayer(elsewhere), annotations: SIGNED }

  async function ids(): Promise<readonly (string | undefined)[]> {
    const { evidence } = await gathered(repository, image, policy)
    return evidence.map(({ own }) => own?.id)
  }

  test('is the same for the same bytes with the same material at the same subject alone', async () => {
    const text = signatureLayer(image.digest).text
    const layers = [SIGNED, SIGNED, CERTIFIED, { ...SIGNED, 'dev.sigstore.cosign/bundle': 'LOG' }]
    await pushEvidence(
      repository,
      atCosignTag(
        image.digest,
        'sig',
        layers.map((annotations) => ({ ...layer, text, annotations })),
      ),
    )
    const found = await ids()
    expect(found).toHaveLength(4)
    expect(new Set(found).size).toBe(3)
    expect(found[0]).toBe(found[1])
  })

  test('differs by subject', async () => {
    await push(image, BUNDLE, MESSAGE)
    const other = await pushImage(repository, 'v2', { seed: 'v2' })
    await push(other, BUNDLE, MESSAGE)
    const [first] = await ids()
    image = other
    const [second] = await ids()
    expect(first).toBeDefined()
    expect(second).toBeDefined()
    expect(first).not.toBe(second)
  })
})

describe('a certificate is told of', () => {
  const certified = (digest = image.digest): string =>
    bundleOf(statementAbout([digest]), { certificate: { rawBytes: '' } })

  async function isToldOf(...policy: readonly Rule[]): Promise<boolean> {
    let told = false
    await gathered(repository, image, policy, repository, () => {
      told = true
    })
    return told
  }

  test.each([{ certificate: {} }, { x509CertificateChain: {} }])(
    'where an identity must have signed: in a bundle as %j',
    async (material) => {
      await push(image, BUNDLE, bundleOf(statementAbout([image.digest]), material))
      expect(await isToldOf(ruleFor('provenance', { signedBy: byRelease }))).toBe(true)
    },
  )

  test('where an identity must have signed: beside a signature of cosign', async () => {
    const layers = [{ ...signatureLayer(image.digest), annotations: CERTIFIED }]
    await pushEvidence(repository, atCosignTag(image.digest, 'sig', layers))
    expect(await isToldOf(ruleFor('signature', { signedBy: byRelease }))).toBe(true)
  })

  test('where an identity must have signed: attached to evidence', async () => {
    const sbom = await push(image, SPDX, '{}')
    await push(sbom, BUNDLE, certified(sbom.digest))
    expect(await isToldOf(ruleFor('sbom', { signedBy: byRelease }))).toBe(true)
  })

  test('but not where nobody asks for it', async () => {
    await push(image, BUNDLE, certified())
    expect(await isToldOf(ruleFor('provenance', { signedBy: byKey }))).toBe(false)
    expect(await isToldOf(ruleFor('provenance'))).toBe(false)
    expect(await isToldOf(ruleFor('sbom', { signedBy: byRelease }))).toBe(false)
  })

  test('but not where there is none, or it is about something else', async () => {
    await push(image, BUNDLE, bundleOf(statementAbout([image.digest]), { publicKey: { hint: '' } }))
    await push(image, BUNDLE, certified(elsewhere))
    expect(await isToldOf(ruleFor('provenance', { signedBy: byRelease }))).toBe(false)
  })
})

function byKind(a: { readonly kind: string }, b: { readonly kind: string }): number {
  return a.kind < b.kind ? -1 : 1
}
