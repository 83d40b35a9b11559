import { createPublicKey } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Verification } from '../../../src/verify/signature.ts'
import {
  type CertificateAuthority,
  createOddAuthority,
} from '../../support/sigstore/authorities.ts'
import {
  asAuthority,
  type Extension,
  forCodeSigning,
  forTlsServers,
  named,
  vouchedBy,
  vouchedInOldForm,
} from '../../support/sigstore/certificates.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
} from '../../support/sigstore/local-sigstore.ts'
import { createSigningKey } from '../../support/sigstore/signing-keys.ts'
import { trustedRootOf } from '../../support/sigstore/trusted-root.ts'
import { statementAbout, trusting, verifyOne } from '../../support/sigstore/verify-one.ts'

const { issuer, identity } = RELEASE_WORKFLOW
const inUri = named(['uri', identity])

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

/** Returns what becomes of a signature by a certificate of an authority that is trusted, as are all signers. */
async function verifyBy(
  certificateAuthority: CertificateAuthority,
  ...issuers: readonly string[]
): Promise<Verification> {
  const bundle = await sigstore.attest(statementAbout(), { certificateAuthority })
  const root = trustedRootOf({ ...sigstore.authorities, certificateAuthority }, ['ctlogs'])
  const everybody = [issuer, 'https://accounts.example.com', ...issuers].map((each) => ({
    issuer: each,
    matches: () => true,
  }))
  return verifyOne(bundle, { ...trusting(root), identities: everybody })
}

function withExtensions(...extensions: readonly Extension[]): CertificateAuthority {
  return createOddAuthority(new Date(), extensions)
}

describe('whom a certificate names is the signer, letter by letter', () => {
  test.each([
    ['a URI', [forCodeSigning, inUri, vouchedBy(issuer)], identity],
    [
      'an address of mail',
      [forCodeSigning, named(['email', 'a@example.com']), vouchedBy(issuer)],
      'a@example.com',
    ],
    [
      'an issuer in both forms',
      [forCodeSigning, inUri, vouchedBy(issuer), vouchedInOldForm(issuer)],
      identity,
    ],
    [
      'an issuer in the old form alone',
      [forCodeSigning, inUri, vouchedInOldForm(issuer)],
      identity,
    ],
  ])('%s', async (_, extensions, name) => {
    expect(await verifyBy(withExtensions(...extensions))).toMatchObject({
      state: 'verified',
      signers: [{ kind: 'identity', issuer, identity: name }],
    })
  })
})

const unusable: readonly (readonly [string, readonly Extension[], string])[] = [
  ['no name', [forCodeSigning, vouchedBy(issuer)], 'names 0 signers instead of one'],
  [
    'two names',
    [forCodeSigning, named(['uri', identity], ['uri', 'https://other']), vouchedBy(issuer)],
    'names 2 signers instead of one',
  ],
  [
    'a name of each kind',
    [forCodeSigning, named(['email', 'a@example.com'], ['uri', identity]), vouchedBy(issuer)],
    'names 2 signers instead of one',
  ],
  [
    'names in two extensions',
    [forCodeSigning, inUri, inUri, vouchedBy(issuer)],
    'has the extension 2.5.29.17 more than once',
  ],
  [
    'a host',
    [forCodeSigning, named(['host', 'example.com']), vouchedBy(issuer)],
    'names its signer neither by an address of mail nor by a URI',
  ],
  [
    'an empty name',
    [forCodeSigning, named(['uri', '']), vouchedBy(issuer)],
    'has names that are no text',
  ],
  [
    'a name that is no ASCII',
    [forCodeSigning, named(['uri', Buffer.from([0xe8, 0x74, 0x74, 0x70])]), vouchedBy(issuer)],
    'has names that are no text',
  ],
  [
    'a name with a NUL',
    [forCodeSigning, named(['uri', `${identity}\0`]), vouchedBy(issuer)],
    'has names that are no text',
  ],
  ['no issuer', [forCodeSigning, inUri], 'does not say who vouched for its signer'],
  [
    'an issuer that is no text',
    [forCodeSigning, inUri, { ...vouchedBy(''), value: Buffer.from([0x04, 0x01, 0x61]) }],
    'has names that are no text',
  ],
  [
    'an issuer that is no UTF-8',
    [forCodeSigning, inUri, { ...vouchedInOldForm(''), value: Buffer.from([0xff, 0x61]) }],
    'has names that are no text',
  ],
  [
    'two issuers',
    [forCodeSigning, inUri, vouchedBy(issuer), vouchedInOldForm('https://accounts.example.com')],
    'says in two ways who vouched for its signer',
  ],
  [
    'two issuers in one form',
    [forCodeSigning, inUri, vouchedBy(issuer), vouchedBy('https://accounts.example.com')],
    'has the extension 1.3.6.1.4.1.57264.1.8 more than once',
  ],
  ['no usage', [inUri, vouchedBy(issuer)], 'is not for signing code'],
  ['the usage of servers', [forTlsServers, inUri, vouchedBy(issuer)], 'is not for signing code'],
  [
    'an authority',
    [asAuthority, forCodeSigning, inUri, vouchedBy(issuer)],
    'is not for signing code',
  ],
]

describe('a certificate is refused, though its authority is trusted, that has', () => {
  test.each(unusable)('%s', async (_, extensions, why) => {
    const verification = await verifyBy(withExtensions(...extensions))
    expect(verification).toMatchObject({ state: 'refused' })
    expect(verification).toMatchObject({
      reason: expect.stringContaining(`is signed with a certificate that ${why}`),
    })
  })
})

describe('a name', () => {
  const longest = (start: string): string => start.padEnd(1024, 'x')

  test.each([
    ['of 1024 bytes is taken', longest(identity), longest(issuer), 'verified'],
    ['of more is refused, of the signer', `${longest(identity)}x`, issuer, 'refused'],
    ['of more is refused, of the issuer', identity, `${longest(issuer)}x`, 'refused'],
    [
      'of more in UTF-8 is refused, of the issuer',
      identity,
      `${longest(issuer).slice(1)}é`,
      'refused',
    ],
  ])('%s', async (_, who, by, state) => {
    const extensions = [forCodeSigning, named(['uri', who]), vouchedBy(by)]
    const verification = await verifyBy(withExtensions(...extensions), by)
    expect(verification).toMatchObject({ state })
    if (verification.state === 'refused') {
      expect(verification.reason).toContain('names of more than 1024 bytes')
    }
  })
})

test('a certificate for a key that is too weak is refused', async () => {
  const authority = withExtensions(forCodeSigning, inUri, vouchedBy(issuer))
  const weak = createPublicKey(createSigningKey('RSA-1024').pem)
  expect(await verifyBy({ ...authority, issue: (_, who) => authority.issue(weak, who) })).toEqual({
    state: 'refused',
    reason: 'is signed with a key of a kind that cannot be verified',
  })
})

describe('the time of signing', () => {
  const usual = [forCodeSigning, inUri, vouchedBy(issuer)]
  const MINUTE = 60 * 1000

  test('lies in the ten minutes of a certificate that are long over', async () => {
    const then = new Date('2024-02-03T04:05:06Z')
    const old = await createLocalSigstore({ clocks: { log: new Date(then.getTime() + MINUTE) } })
    const authorities = {
      ...old.authorities,
      certificateAuthority: createOddAuthority(then, usual),
    }
    const { certificateAuthority } = authorities
    const bundle = await old.attest(statementAbout(), { certificateAuthority })
    const trust = trusting(trustedRootOf(authorities, ['ctlogs']))
    expect(await verifyOne(bundle, trust)).toMatchObject({ signedAt: '2024-02-03T04:06:06.000Z' })
  })

  test.each([
    ['after', 11 * MINUTE],
    ['before', -MINUTE],
  ])('%s them refuses', async (_, milliseconds) => {
    const then = new Date('2024-02-03T04:05:06Z')
    const log = new Date(then.getTime() + milliseconds)
    const { authorities, attest } = await createLocalSigstore({ clocks: { log } })
    const certificateAuthority = createOddAuthority(then, usual)
    const bundle = await attest(statementAbout(), { certificateAuthority })
    const root = trustedRootOf({ ...authorities, certificateAuthority }, ['ctlogs'])
    expect(await verifyOne(bundle, trusting(root))).toEqual({
      state: 'refused',
      reason: 'is signed with a certificate that was not valid at that time',
    })
  })

  test.each([
    ['log', 'dsse'],
    ['timestampAuthority', 'v2'],
  ] as const)('that is yet to come, by the %s, refuses', async (clock, entry) => {
    const later = new Date(Math.ceil(Date.now() / 1000) * 1000 + 6 * MINUTE)
    const { authorities, attest } = await createLocalSigstore({ clocks: { [clock]: later } })
    const certificateAuthority = createOddAuthority(later, usual)
    const bundle = await attest(statementAbout(), { certificateAuthority, entry })
    const root = trustedRootOf({ ...authorities, certificateAuthority }, ['ctlogs'])
    expect(await verifyOne(bundle, trusting(root))).toEqual({
      state: 'refused',
      reason: `was signed in the future, at ${later.toISOString()}`,
    })
  })

  test('may be a little ahead, as clocks are', async () => {
    const ahead = new Date(Date.now() + 2 * MINUTE)
    const { authorities, attest } = await createLocalSigstore({ clocks: { log: ahead } })
    const certificateAuthority = createOddAuthority(new Date(), usual)
    const bundle = await attest(statementAbout(), { certificateAuthority })
    const root = trustedRootOf({ ...authorities, certificateAuthority }, ['ctlogs'])
    expect(await verifyOne(bundle, trusting(root))).toMatchObject({ state: 'verified' })
  })
})
