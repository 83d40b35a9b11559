import { beforeAll, describe, expect, test } from '@jest/globals'
import type { SignatureContent } from '../../../src/verify/signature.ts'
import { altered, turnBit } from '../../support/sigstore/altered.ts'
import {
  attestationLayer,
  signPayload,
  simpleSigningLayer,
} from '../../support/sigstore/cosign-layers.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { reasonOf, SUBJECT, statementAbout, trusting } from '../../support/sigstore/verify-one.ts'

type Layer<K> = Extract<SignatureContent, { readonly kind: K }>

let sigstore: LocalSigstore
let sig: Layer<'simple-signing'>
let another: Layer<'simple-signing'>
let att: Layer<'dsse-envelope'>
/** As cosign before 2.2 logged it. */
let oldAtt: Layer<'dsse-envelope'>
beforeAll(async () => {
  sigstore = await createLocalSigstore()
  const stamped = true
  sig = await simpleSigningLayer(sigstore, SUBJECT.digest, { stamped })
  another = await simpleSigningLayer(sigstore, SUBJECT.digest, { stamped })
  att = await attestationLayer(sigstore, statementAbout(), { stamped })
  oldAtt = await attestationLayer(sigstore, statementAbout(), { stamped, entry: 'intoto 0.0.1' })
})

const unsigned = /^is not signed with the key of its certificate$/

type Change = (text: string) => string | undefined

const inJson =
  (path: string, change: (value: never) => unknown): Change =>
  (text) =>
    JSON.stringify(altered(JSON.parse(text) as object, path, change))

const materialRows: readonly (readonly [string, Change, RegExp])[] = [
  ['certificate', () => undefined, /^is signed with a key, which nobody asks for$/],
  ['certificate', () => '', /^has not exactly one certificate$/],
  ['certificate', () => another.material.certificate, unsigned],
  [
    'certificate',
    (pem) => `${pem}${another.material.certificate}`,
    /^has not exactly one certificate$/,
  ],
  [
    'certificate',
    () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    /^cannot be verified: /,
  ],
  ['rekorBundle', () => undefined, /^has no entry in a transparency log of the trusted root$/],
  ['rekorBundle', () => another.material.rekorBundle, /log entry that is about something else/],
  ['rekorBundle', () => '{}', /^has a log entry without a body$/],
  ['rekorBundle', () => 'null', /^has a log entry that is not a JSON object$/],
  ['rekorBundle', (json) => json.replace('{', '{"Payload":{},'), /duplicate key "Payload"/],
  ['rekorBundle', inJson('SignedEntryTimestamp', (text) => turnBit(text)), /has not promised/],
  ['rekorBundle', inJson('SignedEntryTimestamp', () => undefined), /has not promised/],
  [
    'rekorBundle',
    inJson('Payload.body', (body) => turnBit(body)),
    /has not promised|no valid bundle/,
  ],
  ['rekorBundle', inJson('Payload.body', () => 'AAAA'), /has not promised/],
  ['rekorBundle', inJson('Payload.integratedTime', (time: number) => time + 1), /has not promised/],
  ['rekorBundle', inJson('Payload.logIndex', (index: number) => index + 1), /has not promised/],
  [
    'rekorBundle',
    inJson('Payload.logID', () => '00'.repeat(32)),
    /^has no entry in a transparency log/,
  ],
  ['rekorBundle', inJson('Payload.logID', () => undefined), /^has no entry in a transparency log/],
  ['timestamp', () => another.material.timestamp, /^has a timestamp that no authority/],
  ['timestamp', () => '{}', /^cannot be verified: /],
  ['timestamp', () => '[]', /^has a timestamp that is not a JSON object$/],
]

describe.each([
  ['.sig', () => sig],
  ['.att', () => att],
  ['.att of cosign before 2.2', () => oldAtt],
])('a layer %s, in which one thing beside the signature is altered', (_, layer) => {
  test.each(materialRows)('%s: %s', async (name, change, reason) => {
    const { [name]: text = '', ...others } = layer().material as Record<string, string>
    const value = change(text)
    const material = { ...others, ...(value !== undefined && { [name]: value }) }
    const trust = trusting(sigstore.trustedRoot())
    expect(await reasonOf(layer(), trust)).toBe('verified')
    expect(await reasonOf({ ...layer(), material }, trust)).toMatch(reason)
  })
})

describe('a layer .sig', () => {
  test.each([
    ['signature', () => ({ ...sig, signature: turnBit(sig.signature) }), unsigned],
    [
      'signature',
      () => ({ ...sig, signature: '' }),
      /^is no valid bundle \(content.messageSignature/,
    ],
    ['signature', () => ({ ...sig, signature: another.signature }), unsigned],
    ['payload', () => ({ ...sig, payload: Buffer.from(`${String(sig.payload)} `) }), unsigned],
  ] as const)('with another %s is refused', async (_, layer, reason) => {
    expect(await reasonOf(layer(), trusting(sigstore.trustedRoot()))).toMatch(reason)
  })

  const image = { 'docker-manifest-digest': SUBJECT.digest }
  const type = 'cosign container image signature'
  test.each([
    [
      'another image',
      { critical: { image: { 'docker-manifest-digest': 'sha256:0' }, type } },
      `signs something other than ${SUBJECT.digest}`,
    ],
    ['no image', { critical: { type } }, `signs something other than ${SUBJECT.digest}`],
    [
      'another type',
      { critical: { image, type: 'atomic container signature' } },
      'signs something other than a container image',
    ],
    [
      'nothing critical',
      { optional: { image, type } },
      'signs something other than a container image',
    ],
    ['no object', [image], 'has a payload that is not a JSON object'],
  ])('that signs %s is refused, though it is signed', async (_, payload, reason) => {
    const layer = await signPayload(sigstore, Buffer.from(JSON.stringify(payload)))
    expect(await reasonOf(layer, trusting(sigstore.trustedRoot()))).toBe(reason)
  })

  test('that names its image twice is refused', async () => {
    const text = JSON.stringify({ critical: { image, type } })
    const twice = text.replace('"docker-', '"docker-manifest-digest":"sha256:0","docker-')
    const layer = await signPayload(sigstore, Buffer.from(twice))
    expect(await reasonOf(layer, trusting(sigstore.trustedRoot()))).toMatch(
      /^has a payload that is not JSON as it must be: duplicate key "docker-manifest-digest"/,
    )
  })
})

describe('a layer .att', () => {
  const envelope = (path: string, change: (value: never) => unknown) => () => ({
    ...att,
    bytes: Buffer.from(inJson(path, change)(String(att.bytes)) ?? ''),
  })

  test.each([
    ['signatures.0.sig', envelope('signatures.0.sig', (text) => turnBit(text)), unsigned],
    ['payload', envelope('payload', (text: string) => `${text.slice(0, -4)}IH0=`), /./],
    ['payloadType', envelope('payloadType', () => 'text/plain'), /^is an envelope of text\/plain/],
    ['signatures', envelope('signatures', () => []), /^is no valid bundle/],
    ['payload', envelope('payload', () => undefined), /^is no valid bundle/],
    [
      'text',
      () => ({ ...att, bytes: Buffer.from('[]') }),
      /^has an envelope that is not a JSON object$/,
    ],
    [
      'text',
      () => ({ ...att, bytes: Buffer.from('{') }),
      /^has an envelope that is not JSON as it must be/,
    ],
  ] as const)('with another %s is refused', async (_, layer, reason) => {
    const given = await reasonOf(layer(), trusting(sigstore.trustedRoot()))
    expect(given).toMatch(reason)
    expect(given).not.toBe('verified')
  })

  test('whose timestamp is of its signature alone is refused, as by cosign', async () => {
    const { verificationMaterial } = await sigstore.attest(statementAbout(), { stamped: true })
    const [{ signedTimestamp } = { signedTimestamp: '' }] =
      verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? []
    const timestamp = JSON.stringify({ SignedRFC3161Timestamp: signedTimestamp })
    const layer = { ...att, material: { ...att.material, timestamp } }
    expect(await reasonOf(layer, trusting(sigstore.trustedRoot()))).toMatch(
      /^has a timestamp that no/,
    )
  })
})
