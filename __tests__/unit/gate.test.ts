import { sign } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { GateTarget } from '../../src/gate/gather.ts'
import { type JudgeOptions, judge } from '../../src/gate.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import type { Digest } from '../../src/oci/digest.ts'
import { OciError } from '../../src/oci/error.ts'
import type { Policy, SignedBy } from '../../src/policy/policy.ts'
import type { RepositoryReader } from '../../src/repository/repository.ts'
import { pushImage } from '../support/artifacts.ts'
import { atCosignTag, type CosignLayer, pushEvidence, signatureLayer } from '../support/cosign.ts'
import { pushReferrer, ruleFor, statementAbout, targetOf } from '../support/gathered-image.ts'
import { createMemoryRepository, type MemoryRepository } from '../support/memory-repository.ts'
import { BUNDLE } from '../support/sample-gate.ts'
import type { BundleJson } from '../support/sigstore/bundle-json.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
  type SignOptions,
} from '../support/sigstore/local-sigstore.ts'
import { createSigningKey } from '../support/sigstore/signing-keys.ts'
import { testImage } from '../support/test-image.ts'

const SPDX = 'application/spdx+json'
const key = createSigningKey('P-256')
const byKey: SignedBy = { kind: 'key', key: { name: 'cosign.pub', pem: key.pem } }
const byRelease: SignedBy = { kind: 'identity', ...RELEASE_WORKFLOW }
const otherIdentity = { ...RELEASE_WORKFLOW, identity: 'https://github.com/mallory/app' }
const provenanceByRelease = ruleFor('provenance', { signedBy: byRelease })

let sigstore: LocalSigstore
let repository: MemoryRepository
let image: Descriptor

beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

beforeEach(async () => {
  repository = createMemoryRepository()
  image = await pushImage(repository, 'v1')
})

interface Judged {
  readonly verdict: string
  readonly reasons: readonly string[]
  /** How often the trusted root was asked for. */
  readonly roots: number
}

async function judged(
  policy: Policy,
  reader: RepositoryReader = repository,
  given: Partial<JudgeOptions> = {},
): Promise<Judged> {
  return judgedOf([{ ...(await targetOf(repository, image)), reader }], policy, given)
}

async function judgedOf(
  targets: readonly GateTarget[],
  policy: Policy,
  given: Partial<JudgeOptions> = {},
): Promise<Judged> {
  let roots = 0
  const trustedRoot = async (): Promise<string> => {
    roots += 1
    return sigstore.trustedRoot()
  }
  const { verdict, rules } = await judge(targets, {
    policy,
    trustedRoot,
    now: Date.now(),
    ...given,
  })
  return { verdict, reasons: rules.map(({ reason }) => reason), roots }
}

async function attest(
  on: Descriptor,
  about: readonly Digest[] = [on.digest],
  options?: SignOptions,
): Promise<Descriptor> {
  return pushBundle(on, await sigstore.attest(statementAbout(about), options))
}

function pushBundle(on: Descriptor, bundle: BundleJson): Promise<Descriptor> {
  const layers = [{ mediaType: BUNDLE, content: JSON.stringify(bundle) }]
  return pushReferrer(repository, on, BUNDLE, { layers })
}

describe('the gate passes', () => {
  test('what an identity has signed', async () => {
    await attest(image)
    expect(await judged([provenanceByRelease])).toMatchObject({ verdict: 'passed', roots: 1 })
  })

  test('what an identity that is like the pattern has signed', async () => {
    await attest(image)
    const { issuer } = RELEASE_WORKFLOW
    const source = 'https://github\\.com/octo/app/.*'
    const pattern = new RegExp(`^(?:${source})$`)
    const signedBy: SignedBy = { kind: 'identity-pattern', issuer, pattern, source }
    expect(await judged([ruleFor('provenance', { signedBy })])).toMatchObject({ verdict: 'passed' })
  })

  test('what a key has signed, without a trusted root', async () => {
    await attest(image, [image.digest], { by: key })
    const rule = ruleFor('provenance', { signedBy: byKey })
    expect(await judged([rule])).toMatchObject({ verdict: 'passed', roots: 0 })
  })

  test('what carries a signature, of its manifest as bytes or in a statement', async () => {
    const policy = [ruleFor('sbom', { signedBy: byRelease })]
    const sbom = await pushReferrer(repository, image, SPDX)
    expect(await judged(policy)).toMatchObject({ verdict: 'denied', roots: 0 })
    const { bytes } = await repository.fetchManifest(sbom)
    await pushBundle(sbom, await sigstore.signMessage(bytes))
    expect(await judged(policy)).toMatchObject({ verdict: 'passed', roots: 1 })
    await attest(sbom, [sbom.digest], { by: key })
    const both = [...policy, ruleFor('sbom', { signedBy: byKey })]
    expect(await judged(both)).toMatchObject({ verdict: 'passed', roots: 1 })
  })

  test('each platform that a statement on the index is about, signed once', async () => {
    const platforms = ['linux/amd64', 'linux/arm64']
    image = await pushImage(repository, 'v2', { platforms })
    const digests = testImage({ platforms }).platforms.map(({ digest }) => digest)
    const policy = [ruleFor('provenance', { signedBy: byRelease, platform: 'each' })]
    await attest(image, digests.slice(0, 1))
    expect(await judged(policy)).toMatchObject({ verdict: 'denied' })
    await attest(image, digests)
    expect(await judged(policy)).toMatchObject({ verdict: 'passed' })
  })

  test('no platform that the index does not name, whatever the others carry', async () => {
    const options = { platforms: ['linux/amd64'], seed: 'nameless' }
    const each = ruleFor('provenance', { signedBy: byRelease, platform: 'each' })
    const subject = ruleFor('provenance', { signedBy: byRelease })
    for (const kind of ['absent', 'empty'] as const) {
      image = await pushImage(repository, `v-${kind}`, { ...options, unnamed: [kind] })
      for (const { digest } of testImage(options).platforms) await attest(image, [digest])
      const { verdict, reasons } = await judged([each])
      expect(verdict).toBe('denied')
      expect(reasons).toEqual([
        expect.stringMatching(/^1 provenance statement verified/),
        expect.stringMatching(/^the index has 1 manifest without a platform \(sha256:/),
      ])
      await attest(image)
      expect(await judged([subject])).toMatchObject({ verdict: 'passed' })
    }
  })

  test('the one good signature among ten thousand of junk', async () => {
    const layer = signatureLayer(image.digest)
    const signedWith = (signature: Buffer): CosignLayer => ({
      ...layer,
      annotations: { 'dev.cosignproject.cosign/signature': signature.toString('base64') },
    })
    const junk = Array.from({ length: 10_000 }, (_, at) => signedWith(Buffer.from(`junk ${at}`)))
    const good = signedWith(sign('sha256', Buffer.from(layer.text), key.privateKey))
    await pushEvidence(repository, atCosignTag(image.digest, 'sig', [...junk, good]))
    const rule = ruleFor('signature', { signedBy: byKey })
    expect(await judged([rule])).toMatchObject({ verdict: 'passed' })
  }, 120_000)
})

describe('the gate denies', () => {
  test.each<readonly [string, SignOptions | undefined, Partial<Parameters<typeof ruleFor>[1]>]>([
    ['what somebody else has signed', { by: otherIdentity }, { signedBy: byRelease }],
    ['what a key has signed, where an identity must', { by: key }, { signedBy: byRelease }],
    ['what an identity has signed, where a key must', undefined, { signedBy: byKey }],
    ['what another key has signed', { by: createSigningKey('P-256') }, { signedBy: byKey }],
    ['what has another predicate', undefined, { signedBy: byRelease, predicateType: 'https://x' }],
  ])('%s', async (_, options, given) => {
    await attest(image, [image.digest], options)
    expect(await judged([ruleFor('provenance', given)])).toMatchObject({ verdict: 'denied' })
  })

  test('what is about another image', async () => {
    const other = await pushImage(repository, 'other', { seed: 'other' })
    await attest(image, [other.digest])
    const { verdict, reasons } = await judged([provenanceByRelease])
    expect(verdict).toBe('denied')
    expect(reasons[0]).toContain('is a statement about sha256:')
  })

  test('a signature of an instance of Sigstore that is not trusted', async () => {
    await attest(image)
    const { trustedRoot } = await createLocalSigstore()
    const given = { trustedRoot: async () => trustedRoot() }
    expect(await judged([provenanceByRelease], repository, given)).toMatchObject({
      verdict: 'denied',
    })
  })

  test('all images if it denies one', async () => {
    await attest(image)
    const other = await pushImage(repository, 'other', { seed: 'other' })
    const targets = await Promise.all([image, other].map((each) => targetOf(repository, each)))
    const { verdict, reasons, roots } = await judgedOf(targets, [provenanceByRelease])
    expect(verdict).toBe('denied')
    expect(reasons).toEqual([expect.stringContaining('1 '), expect.stringContaining('no ')])
    expect(roots).toBe(1)
  })
})

describe('the trusted root', () => {
  test('is asked for while evidence is still being read', async () => {
    await attest(image)
    await attest(image, [image.digest], { by: otherIdentity })
    const { promise: asked, resolve } = Promise.withResolvers<void>()
    let reads = 0
    const waiting: RepositoryReader = {
      ...repository,
      async fetchBlob(target) {
        reads += 1
        if (reads > 1) await asked
        return repository.fetchBlob(target)
      },
    }
    const trustedRoot = async (): Promise<string> => {
      resolve()
      return sigstore.trustedRoot()
    }
    expect(await judged([provenanceByRelease], waiting, { trustedRoot })).toMatchObject({
      verdict: 'passed',
    })
  })

  test('is not asked for without a certificate, or where nobody asks who signed', async () => {
    await attest(image, [image.digest], { by: key })
    expect(await judged([provenanceByRelease])).toMatchObject({ verdict: 'denied', roots: 0 })
    await attest(image)
    expect(await judged([ruleFor('provenance')])).toMatchObject({ verdict: 'passed', roots: 0 })
  })

  test('fails the gate if it cannot be had', async () => {
    await attest(image)
    const failure = new OciError('CONNECTION_FAILED', 'no trusted root')
    const trustedRoot = (): Promise<string> => Promise.reject(failure)
    await expect(judged([provenanceByRelease], repository, { trustedRoot })).rejects.toBe(failure)
  })

  test('that fails does so once what cannot be read has', async () => {
    await attest(image)
    await attest(image, [image.digest], { by: otherIdentity })
    const denied = new OciError('DENIED', 'not yours')
    const { promise: asked, resolve } = Promise.withResolvers<void>()
    let reads = 0
    const reader: RepositoryReader = {
      ...repository,
      async fetchBlob(target) {
        reads += 1
        if (reads === 1) return repository.fetchBlob(target)
        await asked
        throw denied
      },
    }
    const trustedRoot = async (): Promise<string> => {
      resolve()
      throw new Error('no root')
    }
    await expect(judged([provenanceByRelease], reader, { trustedRoot })).rejects.toBe(denied)
  })
})

test('nothing is verified where nothing is signed', async () => {
  await pushReferrer(repository, image, SPDX)
  const unusable: SignedBy = { kind: 'key', key: { name: 'junk.pub', pem: 'junk' } }
  const policy = [ruleFor('sbom', { signedBy: unusable })]
  expect(await judged(policy)).toMatchObject({ verdict: 'denied' })
  await attest(image)
  const signed = [ruleFor('provenance', { signedBy: unusable })]
  await expect(judged(signed)).rejects.toThrow()
})

test('a gate that is cancelled judges nothing', async () => {
  await attest(image)
  const signal = AbortSignal.abort(new Error('cancelled'))
  await expect(judged([provenanceByRelease], repository, { signal })).rejects.toThrow('cancelled')
})

test.each([
  ['no rule', (target: GateTarget) => judgedOf([target], [])],
  ['no image', () => judgedOf([], [provenanceByRelease])],
])('%s is no gate', async (_, judging) => {
  await expect(judging(await targetOf(repository, image))).rejects.toThrow(RangeError)
})
