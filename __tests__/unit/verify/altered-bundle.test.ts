import { beforeAll, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import { altered, turnBit } from '../../support/sigstore/altered.ts'
import type { BundleJson } from '../../support/sigstore/bundle-json.ts'
import {
  createLocalSigstore,
  type LocalSigstore,
  RELEASE_WORKFLOW,
} from '../../support/sigstore/local-sigstore.ts'
import { reasonOf, SUBJECT, statementAbout, trusting } from '../../support/sigstore/verify-one.ts'

let sigstore: LocalSigstore
/** With all that a bundle may have: an entry with promise and proof, and a timestamp. */
let attestation: BundleJson
let another: BundleJson
let message: BundleJson
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  attestation = await sigstore.attest(statementAbout(), { stamped: true })
  another = await sigstore.attest(statementAbout(), { stamped: true })
  message = await sigstore.signMessage(SUBJECT.bytes)
})

const MATERIAL = 'verificationMaterial'
const ENTRY = `${MATERIAL}.tlogEntries.0`
const PROOF = `${ENTRY}.inclusionProof`

type Change = (value: never) => unknown
type Row = readonly [path: string, change: Change, reason: RegExp]

const bit: Change = (text: string) => turnBit(text)
const fromAnother =
  (find: (other: BundleJson) => unknown): Change =>
  () =>
    find(another)

function inPayload(text: string, replacement: string): Change {
  return (payload: string) => {
    const statement = Buffer.from(payload, 'base64').toString()
    expect(statement).toContain(text)
    return Buffer.from(statement.replace(text, replacement)).toString('base64')
  }
}

const signerOf = ({ verificationMaterial }: BundleJson) => verificationMaterial.certificate
const entriesOf = ({ verificationMaterial }: BundleJson) => verificationMaterial.tlogEntries
const unsigned = /^is not signed with the key of its certificate$/

const rows: readonly Row[] = [
  [
    'mediaType',
    () => 'application/vnd.dev.sigstore.bundle.v0.4+json',
    /media type that is not known/,
  ],
  [
    'mediaType',
    () => 'application/vnd.dev.sigstore.bundle.v0.3+json; a=b',
    /media type that is not/,
  ],
  ['mediaType', () => undefined, /media type that is not known: undefined/],
  ['dsseEnvelope', () => undefined, /no valid bundle \(content\)/],
  ['dsseEnvelope.payload', inPayload('"tests"', '"Tests"'), unsigned],
  ['dsseEnvelope.payload', inPayload('slsa.dev', 'slsa.def'), unsigned],
  [
    'dsseEnvelope.payload',
    inPayload('"sha256":"', '"sha256":"0'),
    /about something other than sha256:/,
  ],
  ['dsseEnvelope.payload', () => '', /no valid bundle \(content.dsseEnvelope.payload\)/],
  [
    'dsseEnvelope.payloadType',
    () => 'application/json',
    /an envelope of application\/json, not of/,
  ],
  ['dsseEnvelope.payloadType', (type: string) => `${type};v=1`, /not of an in-toto statement/],
  ['dsseEnvelope.signatures.0.sig', bit, unsigned],
  ['dsseEnvelope.signatures.0.sig', () => '', /no valid bundle \(content.dsseEnvelope.signatures/],
  ['dsseEnvelope.signatures', () => [], /no valid bundle \(content.dsseEnvelope.signatures\)/],
  [
    'dsseEnvelope.signatures',
    (signatures: readonly object[]) => [...signatures, ...signatures],
    /no valid bundle \(content.dsseEnvelope.signatures\)/,
  ],
  [`${MATERIAL}.certificate`, fromAnother(signerOf), unsigned],
  [`${MATERIAL}.certificate`, () => undefined, /no valid bundle \(verificationMaterial.content\)/],
  [`${MATERIAL}.certificate.rawBytes`, () => 'AAAA', /^cannot be verified: /],
  [`${MATERIAL}.tlogEntries`, () => [], /^has no entry in a transparency log of the trusted root$/],
  [`${MATERIAL}.tlogEntries`, fromAnother(entriesOf), /log entry that is about something else/],
  [
    `${MATERIAL}.tlogEntries`,
    (entries: readonly object[]) => [...entries, ...entries],
    /^has the same (?:log entry|timestamp) twice$/,
  ],
  [`${ENTRY}.logId.keyId`, bit, /^has no entry in a transparency log of the trusted root$/],
  [`${ENTRY}.logIndex`, (index: string) => String(Number(index) + 1), /has not promised/],
  [
    `${ENTRY}.integratedTime`,
    (time: string) => String(Number(time) - 1),
    /not valid at that time|not promised/,
  ],
  [`${ENTRY}.integratedTime`, (time: string) => String(Number(time) + 1), /has not promised/],
  [`${ENTRY}.integratedTime`, () => 'soon', /no authority of the trusted root issued/],
  [`${ENTRY}.kindVersion.kind`, () => 'intoto', /about something else \(kind\/version mismatch/],
  [`${ENTRY}.kindVersion.version`, () => '0.0.9', /about something else \(kind\/version mismatch/],
  [`${ENTRY}.kindVersion`, () => undefined, /no valid bundle/],
  [`${ENTRY}.canonicalizedBody`, bit, /has not promised/],
  [`${ENTRY}.inclusionPromise.signedEntryTimestamp`, bit, /has not promised/],
  [`${PROOF}.logIndex`, () => '7', /has not proven \(invalid index: 7\)/],
  [`${PROOF}.logIndex`, () => 'x', /has not proven/],
  [
    `${PROOF}.hashes`,
    () => [Buffer.alloc(32).toString('base64')],
    /has not proven \(invalid hash count/,
  ],
  [
    `${PROOF}.checkpoint.envelope`,
    (note: string) => note.replace('\n1\n', '\n2\n'),
    /has not proven/,
  ],
  [
    `${PROOF}.checkpoint.envelope`,
    (note: string) => note.replace('rekor', 'other'),
    /has not proven/,
  ],
  [`${PROOF}.checkpoint.envelope`, () => '', /has not proven/],
  [`${PROOF}.checkpoint`, () => undefined, /no valid bundle/],
  [`${PROOF}`, () => undefined, /no valid bundle/],
  [
    `${MATERIAL}.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp`,
    (stamp: string) => turnBit(stamp, Buffer.from(stamp, 'base64').length - 1),
    /has a timestamp that no authority of the trusted root made of it/,
  ],
  [`${PROOF}.rootHash`, bit, /whose proof is not of the tree of its checkpoint/],
  [`${PROOF}.treeSize`, () => '2', /whose proof is not of the tree of its checkpoint/],
  [
    `${MATERIAL}.timestampVerificationData`,
    fromAnother(({ verificationMaterial }) => verificationMaterial.timestampVerificationData),
    /has a timestamp that no authority of the trusted root made of it/,
  ],
  [
    `${MATERIAL}.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp`,
    () => 'AAAA',
    /^cannot be verified: /,
  ],
]

describe('a bundle with a statement, in which one thing is altered', () => {
  test('is verified as it was', async () => {
    expect(await reasonOf(attestation, trusting(sigstore.trustedRoot()))).toBe('verified')
  })

  test.each(rows)('%s: %s', async (path, change, reason) => {
    const bundle = altered(attestation, path, change)
    expect(bundle).not.toEqual(attestation)
    expect(await reasonOf(bundle, trusting(sigstore.trustedRoot()))).toMatch(reason)
  })
})

test('a bundle of v0.1 whose proof has no checkpoint is refused', async () => {
  const bundle = await sigstore.attest(statementAbout(), { version: '0.1', entry: 'intoto' })
  const without = altered(bundle, `${PROOF}.checkpoint`, () => undefined)
  expect(await reasonOf(without, trusting(sigstore.trustedRoot()))).toBe(
    'has a log entry with a proof of inclusion without a checkpoint',
  )
})

const messageRows: readonly Row[] = [
  ['messageSignature.signature', bit, unsigned],
  [
    'messageSignature.signature',
    () => '',
    /no valid bundle \(content.messageSignature.signature\)/,
  ],
  [
    'messageSignature.messageDigest.digest',
    bit,
    /something other than the manifest that it hangs on/,
  ],
  ['messageSignature.messageDigest.digest', () => '', /no valid bundle/],
  ['messageSignature.messageDigest', () => undefined, /no valid bundle/],
  [
    'messageSignature.messageDigest.algorithm',
    () => 'SHA2_512',
    /something other than the manifest/,
  ],
  ['messageSignature.messageDigest.algorithm', () => 'SHA3_256', /an algorithm that is not known/],
  ['messageSignature.messageDigest.algorithm', () => 'MD5', /^cannot be verified: /],
  [`${ENTRY}.canonicalizedBody`, bit, /has not promised/],
  [`${MATERIAL}.tlogEntries`, fromAnother(entriesOf), /log entry that is about something else/],
]

describe('a bundle with a message, in which one thing is altered', () => {
  test('is verified as it was', async () => {
    expect(await reasonOf(message, trusting(sigstore.trustedRoot()))).toBe('verified')
  })

  test.each(messageRows)('%s: %s', async (path, change, reason) => {
    expect(
      await reasonOf(altered(message, path, change), trusting(sigstore.trustedRoot())),
    ).toMatch(reason)
  })
})

describe('a bundle as it was made', () => {
  test('is refused for another subject', async () => {
    const other = await sigstore.attest(statementAbout(digestOf(Buffer.from('another'))))
    expect(await reasonOf(other, trusting(sigstore.trustedRoot()))).toBe(
      `is a statement about something other than ${SUBJECT.digest}`,
    )
    const otherMessage = await sigstore.signMessage(Buffer.from('another'))
    expect(await reasonOf(otherMessage, trusting(sigstore.trustedRoot()))).toBe(
      'signs something other than the manifest that it hangs on',
    )
  })

  test('is refused by the root of another instance', async () => {
    const { trustedRoot } = await createLocalSigstore()
    expect(await reasonOf(attestation, trusting(trustedRoot()))).toMatch(
      /^(?:has no entry|is signed)/,
    )
  })

  test.each([
    ['identity', { ...RELEASE_WORKFLOW, identity: `${RELEASE_WORKFLOW.identity}x` }],
    ['identity', { ...RELEASE_WORKFLOW, identity: RELEASE_WORKFLOW.identity.slice(0, -1) }],
    ['issuer', { ...RELEASE_WORKFLOW, issuer: `${RELEASE_WORKFLOW.issuer}/` }],
  ])('is refused where another %s is asked for', async (_, asked) => {
    const trust = trusting(sigstore.trustedRoot(), { identities: [asked] })
    expect(await reasonOf(attestation, trust)).toBe(
      `names ${RELEASE_WORKFLOW.identity} (issuer ${RELEASE_WORKFLOW.issuer}) as its signer, which nobody asks for`,
    )
  })

  test('is refused where no root is given', async () => {
    expect(await reasonOf(attestation, trusting(undefined))).toBe(
      'is signed with a certificate that no authority of the trusted root issued',
    )
  })
})
