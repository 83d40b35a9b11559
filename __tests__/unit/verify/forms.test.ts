import { beforeAll, describe, expect, test } from '@jest/globals'
import { verifySignatures } from '../../../src/verify/verify.ts'
import { attestationLayer, simpleSigningLayer } from '../../support/sigstore/cosign-layers.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
  type SignOptions,
} from '../../support/sigstore/local-sigstore.ts'
import {
  PREDICATE_TYPE,
  SUBJECT,
  signatureOf,
  statementAbout,
  trusting,
  verifyOne,
} from '../../support/sigstore/verify-one.ts'

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

const attest = (options: SignOptions) => sigstore.attest(statementAbout(), options)
const signMessage = (options: SignOptions) => sigstore.signMessage(SUBJECT.bytes, options)
const attLayer = (options: SignOptions) => attestationLayer(sigstore, statementAbout(), options)
const sigLayer = (options: SignOptions) => simpleSigningLayer(sigstore, SUBJECT.digest, options)

type Make = (options: SignOptions) => Promise<object>

const statements: readonly (readonly [string, Make, SignOptions])[] = [
  ['a bundle of v0.3, entry dsse', attest, {}],
  ['a bundle of v0.3, entry intoto', attest, { entry: 'intoto' }],
  ['a bundle of v0.3, Rekor v2 and a timestamp', attest, { entry: 'v2' }],
  ['a bundle of v0.3, entry and timestamp', attest, { stamped: true }],
  ['a bundle of v0.2', attest, { version: '0.2' }],
  ['a bundle of v0.1', attest, { version: '0.1', entry: 'intoto' }],
  ['a layer .att', attLayer, {}],
  ['a layer .att of cosign before 2.2', attLayer, { entry: 'intoto 0.0.1' }],
  ['a layer .att with a timestamp', attLayer, { stamped: true }],
]

const others: readonly (readonly [string, Make, SignOptions])[] = [
  ['a bundle with a message', signMessage, {}],
  ['a bundle of v0.2 with a message', signMessage, { version: '0.2' }],
  ['a bundle with a message, Rekor v2 and a timestamp', signMessage, { entry: 'v2' }],
  ['a layer .sig', sigLayer, {}],
  ['a layer .sig with a timestamp', sigLayer, { stamped: true }],
]

describe('by certificate', () => {
  const verified = {
    state: 'verified',
    signers: [{ kind: 'identity', ...RELEASE_WORKFLOW }],
    signedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
    signed: expect.stringMatching(/^[0-9a-f]{64}$/),
  }

  test.each(statements)('%s is verified', async (_, make, options) => {
    const verification = await verifyOne(await make(options), trusting(sigstore.trustedRoot()))
    expect(verification).toEqual({ ...verified, predicateType: PREDICATE_TYPE })
  })

  test.each(others)('%s is verified', async (_, make, options) => {
    const verification = await verifyOne(await make(options), trusting(sigstore.trustedRoot()))
    expect(verification).toEqual(verified)
  })

  test('a statement of in-toto v0.1, as cosign makes it, is verified', async () => {
    const statement = { ...statementAbout(), _type: 'https://in-toto.io/Statement/v0.1' }
    const bundle = await sigstore.attest(statement)
    const verification = await verifyOne(bundle, trusting(sigstore.trustedRoot()))
    expect(verification).toMatchObject({ state: 'verified', predicateType: PREDICATE_TYPE })
  })

  test('the media type that bundles of v0.3 had first is known', async () => {
    const mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.3'
    const bundle = { ...(await attest({})), mediaType }
    expect(await verifyOne(bundle, trusting(sigstore.trustedRoot()))).toMatchObject(verified)
  })
})

describe('what is signed', () => {
  async function signedBy(...contents: readonly object[]): Promise<readonly unknown[]> {
    const other = { ...RELEASE_WORKFLOW, identity: 'https://github.com/octo/app/other' }
    const trust = trusting(sigstore.trustedRoot(), { identities: [RELEASE_WORKFLOW, other] })
    const signatures = contents.map((content, at) => signatureOf(content, String(at)))
    const verifications = [...(await verifySignatures(signatures, trust)).values()]
    return verifications.map((each) => (each.state === 'verified' ? each.signed : each.reason))
  }

  test('is the same for copies, and for the same words of the same signer', async () => {
    const bundle = await attest({})
    const signed = await signedBy(bundle, { ...bundle, note: 'a copy' }, await attest({}))
    expect(signed).toEqual([signed[0], signed[0], signed[0]])
    const inOtherForm = await signedBy(bundle, await attLayer({}), await attest({ entry: 'v2' }))
    expect(inOtherForm).toEqual([signed[0], signed[0], signed[0]])
  })

  test('differs by signer, by statement and by kind of payload', async () => {
    const by = { ...RELEASE_WORKFLOW, identity: 'https://github.com/octo/app/other' }
    const statement = { ...statementAbout(), predicate: { builder: 'another' } }
    const signed = await signedBy(
      await attest({}),
      await attest({ by }),
      await sigstore.attest(statement),
      await sigLayer({}),
      await signMessage({}),
    )
    expect(new Set(signed).size).toBe(5)
  })
})

describe('what needs no verification', () => {
  test.each([
    [
      { kind: 'unverifiable', what: 'a Notation signature' } as const,
      'is a Notation signature, which cannot be verified yet',
    ],
    [
      { kind: 'undecodable', why: 'its layer is missing' } as const,
      'cannot be read as a signature: its layer is missing',
    ],
  ])('%j is refused', async (content, reason) => {
    expect(await verifyOne(content, trusting(undefined))).toEqual({ state: 'refused', reason })
  })

  test('a text that somebody else chose is cut', async () => {
    const content = { kind: 'undecodable', why: 'x'.repeat(10_000) } as const
    const verification = await verifyOne(content, trusting(undefined))
    expect(JSON.stringify(verification).length).toBeLessThan(500)
  })
})
