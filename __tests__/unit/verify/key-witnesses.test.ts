import { beforeAll, describe, expect, test } from '@jest/globals'
import { altered, turnBit } from '../../support/sigstore/altered.ts'
import type { BundleJson } from '../../support/sigstore/bundle-json.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { createSigningKey } from '../../support/sigstore/signing-keys.ts'
import {
  reasonOf,
  SUBJECT,
  statementAbout,
  trusting,
  verifyOne,
} from '../../support/sigstore/verify-one.ts'

const by = createSigningKey('P-256')
const keys = [{ name: 'cosign.pub', pem: by.pem }]
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)

let sigstore: LocalSigstore
let others: LocalSigstore
/** What a key has signed, with an entry and a timestamp as if it were keyless. */
let bundle: BundleJson
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  others = await createLocalSigstore()
  bundle = await sigstore.attest(statementAbout(), { by, entry: 'dsse', stamped: true })
})

const ENTRY = 'verificationMaterial.tlogEntries.0'
const STAMP = 'verificationMaterial.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp'

describe('of what a key has signed', () => {
  test.each([
    ['an entry', { entry: 'dsse' }],
    ['a timestamp', { stamped: true }],
    ['an entry of Rekor v2 and a timestamp', { entry: 'v2', stamped: true }],
  ] as const)('%s proves the time', async (_, options) => {
    const signed = await sigstore.attest(statementAbout(), { by, ...options })
    const verification = await verifyOne(signed, trusting(sigstore.trustedRoot(), { keys }))
    expect(verification).toMatchObject({ state: 'verified', signedAt: time })
  })

  test.each([
    ['without a root', () => undefined],
    // Timestamp authorities of the mock go all by one name.
    ['with the root of others', () => others.trustedRoot(['timestampAuthorities'])],
  ])('%s they prove nothing, for or against', async (_, root) => {
    const verification = await verifyOne(bundle, trusting(root(), { keys }))
    expect(verification).toMatchObject({ state: 'verified' })
    expect(verification).not.toHaveProperty('signedAt')
  })

  test('the earliest time counts', async () => {
    const later = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_000)
    const other = await createLocalSigstore({ clocks: { log: later } })
    const signed = await other.attest(statementAbout(), { by, entry: 'dsse', stamped: true })
    const verification = await verifyOne(signed, trusting(other.trustedRoot(), { keys }))
    expect(
      Date.parse(verification.state === 'verified' ? (verification.signedAt ?? '') : ''),
    ).toBeLessThan(later.getTime())
  })
})

describe('what is against itself is refused, though the key has signed it:', () => {
  test.each([
    [`${ENTRY}.integratedTime`, (seconds: string) => String(Number(seconds) - 9), /not promised/],
    [`${ENTRY}.canonicalizedBody`, (body: string) => turnBit(body), /not promised/],
    [
      `${ENTRY}.inclusionPromise.signedEntryTimestamp`,
      (text: string) => turnBit(text),
      /not promised/,
    ],
    [`${ENTRY}.inclusionProof.logIndex`, () => '3', /not proven/],
    [`${ENTRY}.inclusionProof.treeSize`, () => '2', /proof is not of the tree/],
    [
      STAMP,
      (stamp: string) => turnBit(stamp, Buffer.from(stamp, 'base64').length - 1),
      /timestamp that no/,
    ],
  ])('%s', async (path, change, reason) => {
    const trust = trusting(sigstore.trustedRoot(), { keys })
    expect(await reasonOf(bundle, trust)).toBe('verified')
    expect(await reasonOf(altered(bundle, path, change), trust)).toMatch(reason)
  })

  test('an entry about a signature of another key', async () => {
    const other = createSigningKey('P-256')
    const logged = await sigstore.attest(statementAbout(), { by: other, entry: 'dsse' })
    const { tlogEntries } = logged.verificationMaterial
    const mixed = altered(bundle, 'verificationMaterial.tlogEntries', () => tlogEntries)
    expect(await reasonOf(mixed, trusting(sigstore.trustedRoot(), { keys }))).toMatch(
      /something else/,
    )
  })

  test('a proven entry of a log that was not valid when it was signed', async () => {
    const signed = await sigstore.attest(statementAbout(), { by, entry: 'v2', stamped: true })
    const ended = altered(
      JSON.parse(sigstore.trustedRoot()),
      'tlogs.0.publicKey.validFor.end',
      () => '2021-01-01T00:00:00Z',
    )
    expect(await reasonOf(signed, trusting(sigstore.trustedRoot(), { keys }))).toBe('verified')
    expect(await reasonOf(signed, trusting(JSON.stringify(ended), { keys }))).toBe(
      'has an entry of a log that was not valid at that time',
    )
  })

  test('a time that is yet to come', async () => {
    const later = new Date(Date.now() + 3_600_000)
    const other = await createLocalSigstore({ clocks: { log: later } })
    const signed = await other.signMessage(SUBJECT.bytes, { by, entry: 'hashedrekord' })
    expect(await reasonOf(signed, trusting(other.trustedRoot(), { keys }))).toMatch(/in the future/)
  })
})
