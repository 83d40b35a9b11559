import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { verifySignatures } from '../../../src/verify/verify.ts'
import { altered } from '../../support/sigstore/altered.ts'
import { type BundleJson, encodeBundle } from '../../support/sigstore/bundle-json.ts'
import { attestationLayer, signPayload } from '../../support/sigstore/cosign-layers.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
} from '../../support/sigstore/local-sigstore.ts'
import {
  reasonOf,
  signatureOf,
  statementAbout,
  trusting,
  verifyOne,
} from '../../support/sigstore/verify-one.ts'

/** Long even on a machine that is busy otherwise. */
const LONG = 120_000

let sigstore: LocalSigstore
let bundle: BundleJson
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  bundle = await sigstore.attest(statementAbout(), { stamped: true })
})

const MATERIAL = 'verificationMaterial'
const PROOF = `${MATERIAL}.tlogEntries.0.inclusionProof`
const large = Buffer.alloc(64 * 1024 + 1).toString('base64')

describe('what takes long to verify is refused before it is', () => {
  test.each([
    [
      `${MATERIAL}.tlogEntries`,
      ([entry]: readonly object[]) => Array.from({ length: 33 }, () => entry),
      'has more than 32 log entries',
    ],
    [
      `${MATERIAL}.timestampVerificationData.rfc3161Timestamps`,
      ([stamp]: readonly object[]) => Array.from({ length: 33 }, () => stamp),
      'has more than 32 timestamps',
    ],
    [
      `${MATERIAL}.certificate.rawBytes`,
      () => large,
      'has a certificate, timestamp or log entry of more than 65536 bytes',
    ],
    [
      `${MATERIAL}.tlogEntries.0.canonicalizedBody`,
      () => large,
      'has a certificate, timestamp or log entry of more than 65536 bytes',
    ],
    [`${PROOF}.logIndex`, () => '1'.repeat(21), 'has a log entry with a proof that is too long'],
    [
      `${PROOF}.checkpoint.envelope`,
      (note: string) => note.replace('\n1\n', `\n${'1'.repeat(21)}\n`),
      'has a log entry with a proof that is too long',
    ],
    [
      `${PROOF}.checkpoint.envelope`,
      (note: string) => `${note}${'—'.repeat(16 * 1024)}`,
      'has a log entry with a proof that is too long',
    ],
  ])('%s: %s', async (path, change, reason) => {
    expect(await reasonOf(altered(bundle, path, change), trusting(sigstore.trustedRoot()))).toBe(
      reason,
    )
  })
})

/** Of which `JSON.parse` would make a tree of gigabytes. */
const list = '{},'.repeat(10_000)
const tooMany = (what: string): string =>
  `has ${what} that is not JSON as it must be: more than 10000 values`

describe('what is parsed is refused before it is, with too many values', () => {
  test('a bundle', async () => {
    const text = JSON.stringify(bundle).replace('{', `{"x":[${list}0],`)
    expect(await reasonOf(Buffer.from(text), trusting(sigstore.trustedRoot()))).toContain(
      tooMany('a bundle'),
    )
  })

  test('an envelope at cosign’s tag', async () => {
    const layer = await attestationLayer(sigstore, statementAbout())
    const bytes = Buffer.from(String(layer.bytes).replace('{', `{"x":[${list}0],`))
    expect(await reasonOf({ ...layer, bytes }, trusting(sigstore.trustedRoot()))).toContain(
      tooMany('an envelope'),
    )
  })

  test('a payload at cosign’s tag', async () => {
    const payload = Buffer.from(`{"critical":[${list}0]}`)
    const layer = await signPayload(sigstore, payload)
    expect(await reasonOf(layer, trusting(sigstore.trustedRoot()))).toContain(tooMany('a payload'))
  })

  test('what cosign keeps of the log, and the entry in it', async () => {
    const layer = await attestationLayer(sigstore, statementAbout())
    const withBundle = (rekorBundle: string) =>
      reasonOf(
        // What is read after the entry, and would be refused if that had been.
        { ...layer, material: { ...layer.material, rekorBundle, timestamp: '[]' } },
        trusting(sigstore.trustedRoot()),
      )
    expect(await withBundle(`{"Payload":[${list}0]}`)).toContain(tooMany('a log entry'))
    const body = Buffer.from(`[${list.repeat(3)}0]`).toString('base64')
    expect(await withBundle(JSON.stringify({ Payload: { body } }))).toBe(
      'has a certificate, timestamp or log entry of more than 65536 bytes',
    )
  })

  test('no statement, which is not', async () => {
    const statement = { ...statementAbout(), predicate: Array(20_000).fill({}) }
    const trust = trusting(sigstore.trustedRoot())
    expect(await reasonOf(await sigstore.attest(statement), trust)).toBe('verified')
  })
})

describe('whom a certificate names is compared', () => {
  async function comparedIn(signed: BundleJson, root: string): Promise<readonly string[]> {
    const compared: string[] = []
    const matches = (identity: string): boolean => compared.push(identity) > 0
    const identities = [{ issuer: RELEASE_WORKFLOW.issuer, matches }]
    await verifyOne(signed, { keys: [], identities, trustedRoot: root })
    return compared
  }

  test('once it is proven', async () => {
    expect(await comparedIn(bundle, sigstore.trustedRoot())).toEqual([RELEASE_WORKFLOW.identity])
  })

  test('not before: by nobody’s certificate no pattern can be made to run without end', async () => {
    const { trustedRoot } = await createLocalSigstore()
    expect(await comparedIn(bundle, trustedRoot())).toEqual([])
    const unlogged = await sigstore.attest(statementAbout(), { entry: 'none' })
    expect(await comparedIn(unlogged, sigstore.trustedRoot())).toEqual([])
    const signatures = [{ sig: Buffer.from('junk').toString('base64') }]
    const unsigned = altered(bundle, 'dsseEnvelope.signatures', () => signatures)
    expect(await comparedIn(unsigned, sigstore.trustedRoot())).toEqual([])
  })
})

describe('whatever is given', () => {
  /** Values that a schema does not foresee. */
  const anything = fc.oneof(
    fc.constantFrom(null, 0, -1, 2 ** 53, '', 'x', true, [], {}, [[]], [null], { '': null }),
    fc.jsonValue(),
  )

  function pathsIn(value: unknown, path: readonly string[] = []): readonly string[] {
    const here = path.length > 0 ? [path.join('.')] : []
    if (typeof value !== 'object' || value === null) return here
    return [
      ...here,
      ...Object.entries(value).flatMap(([name, below]) => pathsIn(below, [...path, name])),
    ]
  }

  test(
    'in place of any part, the signature is refused or says what it said',
    async () => {
      const trust = trusting(sigstore.trustedRoot())
      const genuine = await verifyOne(bundle, trust)
      expect(genuine.state).toBe('verified')
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...pathsIn(bundle)), anything, async (path, value) => {
          const verification = await verifyOne(
            altered(bundle, path, () => value),
            trust,
          )
          if (verification.state === 'verified') expect(verification).toEqual(genuine)
          else expect(verification.reason).toMatch(/^(?:is|has|names|was|signs|cannot|says) .+/)
        }),
        { numRuns: 300 },
      )
    },
    LONG,
  )

  test(
    'as bytes, it is refused',
    async () => {
      const trust = trusting(sigstore.trustedRoot())
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.uint8Array(),
            fc.json().map((text) => Buffer.from(text)),
          ),
          async (bytes) => {
            expect(await reasonOf(bytes, trust)).not.toBe('verified')
          },
        ),
      )
    },
    LONG,
  )
})

describe('of many signatures', () => {
  test('those of one id are verified once, and each id has its own outcome', async () => {
    const signatures = [
      signatureOf(bundle, 'good'),
      signatureOf({}, 'bad'),
      signatureOf({ kind: 'undecodable', why: 'a copy is not looked at' }, 'good'),
    ]
    const verifications = await verifySignatures(signatures, trusting(sigstore.trustedRoot()))
    expect([...verifications].map(([id, { state }]) => [id, state])).toEqual([
      ['good', 'verified'],
      ['bad', 'refused'],
    ])
  })

  test('the verification ends when it is told to', async () => {
    const controller = new AbortController()
    const signatures = Array.from({ length: 1000 }, (_, at) =>
      signatureOf(encodeBundle({ at }), String(at)),
    )
    setImmediate(() => controller.abort(new Error('cancelled')))
    const verifying = verifySignatures(signatures, trusting(undefined), controller.signal)
    await expect(verifying).rejects.toThrow('cancelled')
  })
})

/** Who may push to an image can hang any number of signatures on it. */
test(
  'among ten thousand junk signatures the right one is found',
  async () => {
    const [envelope, [signature]] = [bundle.dsseEnvelope, bundle.dsseEnvelope?.signatures ?? []]
    const wrongSubject = encodeBundle(await sigstore.attest(statementAbout('sha256:0' as never)))
    const junk = (at: number): Uint8Array => {
      if (at % 3 === 0) return Buffer.from(`{"junk":${at}}`)
      if (at % 3 === 1) return wrongSubject
      const sig = Buffer.from(signature?.sig ?? '', 'base64')
      sig.writeUInt32BE(at, sig.length - 4)
      const signatures = [{ sig: sig.toString('base64') }]
      return encodeBundle({ ...bundle, dsseEnvelope: { ...envelope, signatures } })
    }
    const signatures = Array.from({ length: 10_000 }, (_, at) => signatureOf(junk(at), String(at)))
    signatures.splice(7777, 0, signatureOf(bundle, 'good'))
    const verifications = await verifySignatures(signatures, trusting(sigstore.trustedRoot()))
    const verified = [...verifications].filter(([, { state }]) => state === 'verified')
    expect(verified.map(([id]) => id)).toEqual(['good'])
    expect(verifications.size).toBe(10_001)
  },
  LONG,
)
