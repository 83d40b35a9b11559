import { beforeAll, describe, expect, test } from '@jest/globals'
import { bundleFromJSON, bundleToJSON } from '@sigstore/bundle'
import { altered } from '../../support/sigstore/altered.ts'
import { createOddAuthority } from '../../support/sigstore/authorities.ts'
import { forCodeSigning, named, vouchedBy } from '../../support/sigstore/certificates.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
} from '../../support/sigstore/local-sigstore.ts'
import { pemOf } from '../../support/sigstore/pem.ts'
import { trustedRootOf } from '../../support/sigstore/trusted-root.ts'
import { reasonOf, statementAbout, trusting, verifyOne } from '../../support/sigstore/verify-one.ts'
import { logWitness } from '../../support/sigstore/witnesses.ts'

let sigstore: LocalSigstore
/** As GitHub has one for private repositories: timestamps instead of logs. */
let withoutLogs: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  withoutLogs = await createLocalSigstore({ logs: false })
})

const noEntry = 'has no entry in a transparency log of the trusted root'
const noTime = 'has nothing that proves when it was signed'

describe('an instance with logs', () => {
  test.each([
    ['no entry, only a timestamp', { entry: 'none', stamped: true }, noEntry],
    ['neither entry nor timestamp', { entry: 'none', stamped: false }, noEntry],
    ['an entry that tells no time', { entry: 'v2', stamped: false }, noTime],
  ] as const)('refuses %s', async (_, options, reason) => {
    const bundle = await sigstore.attest(statementAbout(), options)
    expect(await reasonOf(bundle, trusting(sigstore.trustedRoot()))).toBe(reason)
  })

  test('refuses the time of an entry that its log has not signed (CVE-2026-48816)', async () => {
    const bundle = await sigstore.attest(statementAbout())
    const promise = 'verificationMaterial.tlogEntries.0.inclusionPromise'
    const unsigned = altered(bundle, promise, () => undefined)
    const [entry] = unsigned.verificationMaterial.tlogEntries ?? []
    expect(Number(entry?.integratedTime)).toBeGreaterThan(0)
    expect(await reasonOf(unsigned, trusting(sigstore.trustedRoot()))).toBe(noTime)
  })

  test('takes no such time beside a timestamp either', async () => {
    const bundle = await sigstore.attest(statementAbout(), { entry: 'v2' })
    const time = 'verificationMaterial.tlogEntries.0.integratedTime'
    const claiming = altered(bundle, time, () => '1')
    const trust = trusting(sigstore.trustedRoot())
    const [verified, claimed] = [await verifyOne(bundle, trust), await verifyOne(claiming, trust)]
    expect(verified).toMatchObject({ state: 'verified' })
    expect(claimed).toEqual(verified)
  })

  test.each([
    ['ended', { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' }],
    ['has not begun', { start: '2100-01-01T00:00:00Z' }],
  ])('refuses an entry of a log that %s, promised or only proven', async (_, validFor) => {
    const root = altered(
      JSON.parse(sigstore.trustedRoot()),
      'tlogs.0.publicKey.validFor',
      () => validFor,
    )
    const trust = trusting(JSON.stringify(root))
    const [promised, proven] = [
      await sigstore.attest(statementAbout()),
      await sigstore.attest(statementAbout(), { entry: 'v2' }),
    ]
    expect(await reasonOf(promised, trust)).toMatch(
      /^has a log entry that its log has not promised/,
    )
    expect(await reasonOf(proven, trust)).toBe(
      'has an entry of a log that was not valid at that time',
    )
  })

  test('takes an entry of a log that was valid until then, both ends included', async () => {
    const bundle = await sigstore.attest(statementAbout(), { entry: 'v2' })
    const verification = await verifyOne(bundle, trusting(sigstore.trustedRoot()))
    const end = verification.state === 'verified' ? (verification.signedAt ?? '') : ''
    const validFor = 'tlogs.0.publicKey.validFor'
    const root = (value: object): string =>
      JSON.stringify(altered(JSON.parse(sigstore.trustedRoot()), validFor, () => value))
    expect(await reasonOf(bundle, trusting(root({ start: end, end })))).toBe('verified')
    const before = new Date(Date.parse(end) - 1).toISOString()
    const earlier = { start: '2020-01-01T00:00:00Z', end: before }
    expect(await reasonOf(bundle, trusting(root(earlier)))).not.toBe('verified')
  })

  test('refuses a certificate that its certificate logs have not seen', async () => {
    const extensions = [
      forCodeSigning,
      named(['uri', RELEASE_WORKFLOW.identity]),
      vouchedBy(RELEASE_WORKFLOW.issuer),
    ]
    const certificateAuthority = createOddAuthority(new Date(), extensions)
    const bundle = await sigstore.attest(statementAbout(), { certificateAuthority })
    const root = trustedRootOf({ ...sigstore.authorities, certificateAuthority })
    expect(await reasonOf(bundle, trusting(root))).toBe(
      'is signed with a certificate that is in no certificate transparency log',
    )
  })

  test('refuses a certificate that only a certificate log of others has seen', async () => {
    const other = await createLocalSigstore()
    const { certificateLog } = other.authorities
    const root = trustedRootOf({
      ...sigstore.authorities,
      ...(certificateLog && { certificateLog }),
    })
    const bundle = await sigstore.attest(statementAbout())
    expect(await reasonOf(bundle, trusting(root))).toBe(
      'is signed with a certificate that a certificate transparency log of the trusted root has not seen',
    )
  })

  test('passes over entries and timestamps of authorities that it does not know', async () => {
    const [known, foreign] = [
      await sigstore.attest(statementAbout(), { stamped: true }),
      await (await createLocalSigstore()).attest(statementAbout(), { stamped: true }),
    ]
    const entries = [
      ...(foreign.verificationMaterial.tlogEntries ?? []),
      ...(known.verificationMaterial.tlogEntries ?? []),
    ]
    const both = altered(known, 'verificationMaterial.tlogEntries', () => entries)
    expect(await reasonOf(both, trusting(sigstore.trustedRoot()))).toBe('verified')
    const withoutAuthority = trusting(sigstore.trustedRoot(['timestampAuthorities']))
    expect(await reasonOf(known, withoutAuthority)).toBe('verified')
  })

  test('passes over the timestamp of another authority than its own', async () => {
    const other = {
      ...sigstore.authorities.timestampAuthority,
      intCertificate: new Uint8Array(createOddAuthority(new Date(), []).rootCertificate),
    }
    const root = trustedRootOf({ ...sigstore.authorities, timestampAuthority: other })
    const bundle = await sigstore.attest(statementAbout(), { stamped: true })
    expect(await reasonOf(bundle, trusting(root))).toBe('verified')
    const untimed = await sigstore.attest(statementAbout(), { entry: 'v2' })
    expect(await reasonOf(untimed, trusting(root))).toBe(noTime)
  })

  test('refuses an entry about a signature of another key, whatever it signs', async () => {
    // The same entry but for the key, which the library does not look at.
    const bundle = await sigstore.attest(statementAbout(), { entry: 'none' })
    const other = await sigstore.attest(statementAbout(), { entry: 'none' })
    const pem = pemOf(other.verificationMaterial.certificate?.rawBytes ?? '')
    const { log } = sigstore.authorities
    if (!log) throw new Error('the instance has a log')
    const witness = logWitness(log, 'dsse')
    const { tlogEntries } = await witness.testify(bundleFromJSON(bundle).content, pem)
    const logged = bundleToJSON({
      ...bundleFromJSON(bundle),
      verificationMaterial: {
        ...bundleFromJSON(bundle).verificationMaterial,
        tlogEntries: tlogEntries ?? [],
      },
    })
    expect(await reasonOf(logged, trusting(sigstore.trustedRoot()))).toBe(
      'has a log entry that is about a signature of somebody else',
    )
  })
})

describe('an instance without logs', () => {
  test('takes a timestamp', async () => {
    const bundle = await withoutLogs.attest(statementAbout())
    expect(bundle.verificationMaterial).not.toHaveProperty('tlogEntries')
    expect(await reasonOf(bundle, trusting(withoutLogs.trustedRoot()))).toBe('verified')
  })

  test('refuses what has none', async () => {
    const bundle = await withoutLogs.attest(statementAbout(), { stamped: false })
    expect(await reasonOf(bundle, trusting(withoutLogs.trustedRoot()))).toBe(noTime)
  })
})

describe('a trusted root of several lines', () => {
  test('demands of each signature what its own instance does', async () => {
    const roots = `${sigstore.trustedRoot()}\n${withoutLogs.trustedRoot()}\n`
    const [logged, stamped] = [
      await sigstore.attest(statementAbout()),
      await withoutLogs.attest(statementAbout()),
    ]
    expect(await reasonOf(logged, trusting(roots))).toBe('verified')
    expect(await reasonOf(stamped, trusting(roots))).toBe('verified')
    // Of the instance with logs, a timestamp is too little, though the other takes it.
    const unlogged = await sigstore.attest(statementAbout(), { entry: 'none' })
    expect(await reasonOf(unlogged, trusting(roots))).not.toBe('verified')
  })
})
