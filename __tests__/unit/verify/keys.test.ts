import { beforeAll, describe, expect, test } from '@jest/globals'
import { attestationLayer, simpleSigningLayer } from '../../support/sigstore/cosign-layers.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import {
  createSigningKey,
  type KeyKind,
  type SigningKey,
} from '../../support/sigstore/signing-keys.ts'
import {
  reasonOf,
  SUBJECT,
  statementAbout,
  trusting,
  verifyOne,
} from '../../support/sigstore/verify-one.ts'

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

/** As cosign 3 signs, and as cosign 2 did with the longer curves. */
const kinds: readonly (readonly [KeyKind, string | null])[] = [
  ['P-256', 'sha256'],
  ['P-384', 'sha384'],
  ['P-384', 'sha256'],
  ['P-521', 'sha512'],
  ['P-521', 'sha256'],
  ['RSA-2048', 'sha256'],
  ['RSA-4096', 'sha256'],
  ['Ed25519', null],
]

const makers = [
  ['a statement in a bundle', (by: SigningKey) => sigstore.attest(statementAbout(), { by })],
  ['a message in a bundle', (by: SigningKey) => sigstore.signMessage(SUBJECT.bytes, { by })],
  ['a layer .sig', (by: SigningKey) => simpleSigningLayer(sigstore, SUBJECT.digest, { by })],
  ['a layer .att', (by: SigningKey) => attestationLayer(sigstore, statementAbout(), { by })],
] as const

describe.each(kinds)('a key on %s that signs with %s', (kind, hash) => {
  const key = createSigningKey(kind, hash)
  const other = createSigningKey(kind === 'RSA-4096' ? 'RSA-2048' : kind)

  test.each(makers)('verifies %s', async (_, make) => {
    const keys = [
      { name: 'other.pub', pem: other.pem },
      { name: 'cosign.pub', pem: key.pem },
    ]
    const verification = await verifyOne(await make(key), trusting(undefined, { keys }))
    expect(verification).toMatchObject({
      state: 'verified',
      signers: [{ kind: 'key', name: 'cosign.pub' }],
    })
    expect(verification).not.toHaveProperty('signedAt')
  })

  test.each(makers)('is needed for %s', async (_, make) => {
    const keys = [{ name: 'other.pub', pem: other.pem }]
    const reason = await reasonOf(await make(key), trusting(undefined, { keys }))
    expect(reason).toMatch(/^is signed by none of the keys that are asked for/)
    // What cosign 3 makes with such keys looks like this, though it is right.
    expect(reason.includes('Ed25519ph')).toBe(kind === 'Ed25519')
  })
})

test.each([
  ['P-256', 'sha384'],
  ['P-256', 'sha1'],
  ['RSA-2048', 'sha512'],
  ['RSA-2048', 'sha1'],
  ['RSA-1024', 'sha256'],
] as const)(
  'a signature of a kind that is not to be used, %s with %s, is refused',
  async (kind, hash) => {
    const by = createSigningKey(kind, hash)
    const keys = [{ name: 'cosign.pub', pem: by.pem }]
    const bundle = await sigstore.attest(statementAbout(), { by })
    expect(await reasonOf(bundle, trusting(undefined, { keys }))).toBe(
      'is signed by none of the keys that are asked for',
    )
  },
)

test('a key of two names is two signers of one act', async () => {
  const by = createSigningKey('P-256')
  const [one, two] = [
    { name: 'one.pub', pem: by.pem },
    { name: 'two.pub', pem: by.pem },
  ]
  const bundle = await sigstore.attest(statementAbout(), { by })
  const verification = await verifyOne(bundle, trusting(undefined, { keys: [one, two] }))
  expect(verification).toMatchObject({
    signers: [
      { kind: 'key', name: 'one.pub' },
      { kind: 'key', name: 'two.pub' },
    ],
  })
  const again = await verifyOne(bundle, trusting(undefined, { keys: [two] }))
  expect(again).toMatchObject({ signed: verification.state === 'verified' && verification.signed })
})

test('where nobody asks for a key, what a key has signed is refused', async () => {
  const bundle = await sigstore.attest(statementAbout(), { by: createSigningKey('P-256') })
  expect(await reasonOf(bundle, trusting(sigstore.trustedRoot()))).toBe(
    'is signed with a key, which nobody asks for',
  )
})

test('what has a certificate is not tried against keys', async () => {
  const by = createSigningKey('P-256')
  const keys = [{ name: 'cosign.pub', pem: by.pem }]
  const [ofKey, keyless] = [
    await sigstore.attest(statementAbout(), { by }),
    await sigstore.attest(statementAbout()),
  ]
  const { certificate } = keyless.verificationMaterial
  const mixed = { ...ofKey, verificationMaterial: { certificate } }
  const trust = trusting(sigstore.trustedRoot(), { keys })
  expect(await reasonOf(mixed, trust)).toBe('is not signed with the key of its certificate')
})

test('a hint names no key: all are tried', async () => {
  const by = createSigningKey('P-256')
  const bundle = await sigstore.attest(statementAbout(), { by })
  const hinted = { ...bundle, verificationMaterial: { publicKey: { hint: 'another' } } }
  const keys = [{ name: 'cosign.pub', pem: by.pem }]
  expect(await reasonOf(hinted, trusting(undefined, { keys }))).toBe('verified')
})
