import { beforeAll, describe, expect, test } from '@jest/globals'
import type { SignatureContent } from '../../../src/verify/signature.ts'
import { altered } from '../../support/sigstore/altered.ts'
import { attestationLayer, logged } from '../../support/sigstore/cosign-layers.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { createSigningKey } from '../../support/sigstore/signing-keys.ts'
import { reasonOf, statementAbout, trusting, verifyOne } from '../../support/sigstore/verify-one.ts'

type Layer = Extract<SignatureContent, { readonly kind: 'dsse-envelope' }>

interface Body {
  readonly spec: { readonly content: object; readonly publicKey: string }
}

const entry = 'intoto 0.0.1'
const about = 'has a log entry that is about something else'
const by = createSigningKey('P-256')
const keys = [{ name: 'cosign.pub', pem: by.pem }]
const HASH = 'spec.content.hash'
const PAYLOAD_HASH = 'spec.content.payloadHash'

let sigstore: LocalSigstore
let keyless: Layer
let another: Layer
let ofKey: Layer
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  keyless = await attestationLayer(sigstore, statementAbout(), { entry })
  another = await attestationLayer(sigstore, statementAbout(), { entry })
  ofKey = await attestationLayer(sigstore, statementAbout(), { by, entry })
})

const trust = () => trusting(sigstore.trustedRoot(), { keys })

function bodyOf({ material }: Layer): Body {
  const { Payload } = JSON.parse(material.rekorBundle ?? '')
  return JSON.parse(Buffer.from(Payload.body, 'base64').toString())
}

describe.each([
  ['keyless', () => keyless],
  ['of a key', () => ofKey],
])('the entry of an envelope, as cosign before 2.2 logged it, %s', (_, layer) => {
  test('proves the time', async () => {
    expect(await verifyOne(layer(), trust())).toMatchObject({
      state: 'verified',
      signedAt: expect.stringMatching(/^\d{4}-/),
    })
  })

  test('has no hash of the payload in the first years of the log', async () => {
    const old = await logged(sigstore, layer(), (body: Body) =>
      altered(body, PAYLOAD_HASH, () => undefined),
    )
    expect(bodyOf(old).spec.content).not.toHaveProperty('payloadHash')
    expect(await reasonOf(old, trust())).toBe('verified')
  })

  test.each<readonly [string, string, (value: never) => unknown, string]>([
    ['another envelope', `${HASH}.value`, () => '0'.repeat(64), about],
    ['an envelope by another hash', `${HASH}.algorithm`, () => 'sha512', about],
    ['no envelope', HASH, () => undefined, about],
    ['a hash that is no text', `${HASH}.value`, () => [0], about],
    ['another payload', `${PAYLOAD_HASH}.value`, () => '0'.repeat(64), about],
    ['a payload by another hash', `${PAYLOAD_HASH}.algorithm`, () => 'sha1', about],
    ['a payload that is no hash', PAYLOAD_HASH, () => 'sha256', about],
    [
      'a signature of nobody',
      'spec.publicKey',
      () => undefined,
      'has a log entry that is about a signature of somebody else',
    ],
    [
      'a signature of another',
      'spec.publicKey',
      () => bodyOf(another).spec.publicKey,
      'has a log entry that is about a signature of somebody else',
    ],
  ])('that is about %s is refused, though the log has it', async (__, path, change, reason) => {
    const relogged = (make: (body: object) => object) => logged(sigstore, layer(), make)
    expect(await reasonOf(await relogged((body) => body), trust())).toBe('verified')
    const other = await relogged((body) => altered(body, path, change))
    expect(await reasonOf(other, trust())).toBe(reason)
  })

  test.each([
    ['version', 'apiVersion', () => '0.0.2'],
    ['kind', 'kind', () => 'hashedrekord'],
  ])('of another %s is not taken for one', async (__, path, change) => {
    const other = await logged(sigstore, layer(), (body: Body) => altered(body, path, change))
    expect(await reasonOf(other, trust())).not.toBe('verified')
  })

  test('is about the envelope byte by byte', async () => {
    const bytes = Buffer.from(`${String(layer().bytes)}\n`)
    expect(await reasonOf({ ...layer(), bytes }, trust())).toBe(about)
  })

  test.each([
    ['ended', { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' }],
    ['had not begun', { start: '2100-01-01T00:00:00Z' }],
  ])('of a log that %s is refused', async (__, validFor) => {
    const root = altered(
      JSON.parse(sigstore.trustedRoot()),
      'tlogs.0.publicKey.validFor',
      () => validFor,
    )
    expect(await reasonOf(layer(), trusting(JSON.stringify(root), { keys }))).toBe(
      'has a log entry that its log has not promised',
    )
  })
})

test('such an entry in a bundle, where no client has one, is refused', async () => {
  const bundle = await sigstore.attest(statementAbout(), { entry })
  expect(await reasonOf(bundle, trust())).toBe(`${about} (unsupported intoto version: 0.0.1)`)
})

describe('with a key, an entry of a kind that nobody here can read proves nothing,', () => {
  test.each([
    ['a kind', 'kind', () => 'rekord'],
    ['a version', 'apiVersion', () => '0.0.9'],
  ])('for or against: %s', async (_, path, change) => {
    const layer = await logged(sigstore, ofKey, (body: Body) => altered(body, path, change))
    for (const root of [undefined, sigstore.trustedRoot()]) {
      const verification = await verifyOne(layer, trusting(root, { keys }))
      expect(verification).toMatchObject({ state: 'verified' })
      expect(verification).not.toHaveProperty('signedAt')
    }
  })

  test('nor does such an entry in a bundle', async () => {
    const bundle = await sigstore.attest(statementAbout(), { by, entry })
    const verification = await verifyOne(bundle, trust())
    expect(verification).toMatchObject({ state: 'verified' })
    expect(verification).not.toHaveProperty('signedAt')
  })

  test('and without one it is refused', async () => {
    const layer = await logged(sigstore, keyless, (body: Body) =>
      altered(body, 'kind', () => 'rekord'),
    )
    expect(await reasonOf(layer, trust())).toBe(`${about} (unsupported kind: rekord)`)
  })
})
