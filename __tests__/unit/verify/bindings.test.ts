import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Digest, digestOf } from '../../../src/oci/digest.ts'
import { verifySignatures } from '../../../src/verify/verify.ts'
import { simpleSigningLayer } from '../../support/sigstore/cosign-layers.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'
import { createSigningKey } from '../../support/sigstore/signing-keys.ts'
import {
  reasonOf,
  SUBJECT,
  signatureOf,
  statementAbout,
  trusting,
} from '../../support/sigstore/verify-one.ts'

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

const by = createSigningKey('P-256')
const trust = trusting(undefined, { keys: [{ name: 'cosign.pub', pem: by.pem }] })

/** Whatever it is, it is signed. */
const attest = (statement: object | string) => sigstore.attest(statement, { by })

const statement = statementAbout() as { readonly subject: readonly object[] }
const text = JSON.stringify(statement)
const encoded = SUBJECT.digest.slice('sha256:'.length)
const otherwise = `is a statement about something other than ${SUBJECT.digest}`

describe('a statement that is signed is refused', () => {
  test.each([
    [
      'of another type',
      { ...statement, _type: 'https://in-toto.io/Statement/v2' },
      'is an envelope of something other than an in-toto statement',
    ],
    [
      'of no type',
      { ...statement, _type: undefined },
      'is an envelope of something other than an in-toto statement',
    ],
    [
      'without a predicate type',
      { ...statement, predicateType: undefined },
      'is a statement without a predicate type',
    ],
    [
      'with an empty predicate type',
      { ...statement, predicateType: '' },
      'is a statement without a predicate type',
    ],
    [
      'whose predicate type is no text',
      { ...statement, predicateType: ['x'] },
      'is a statement without a predicate type',
    ],
    ['without subjects', { ...statement, subject: [] }, otherwise],
    ['whose subjects are no list', { ...statement, subject: statement.subject[0] }, otherwise],
    ['whose subject has the name alone', { ...statement, subject: [{ name: encoded }] }, otherwise],
    [
      'whose digest is of another algorithm',
      { ...statement, subject: [{ digest: { sha512: encoded } }] },
      otherwise,
    ],
    [
      'whose digest is written otherwise',
      { ...statement, subject: [{ digest: { sha256: encoded.toUpperCase() } }] },
      otherwise,
    ],
    [
      'whose digest is longer',
      { ...statement, subject: [{ digest: { sha256: `${encoded}0` } }] },
      otherwise,
    ],
    [
      'whose digest stands deeper',
      { ...statement, subject: [], predicate: { subject: [{ digest: { sha256: encoded } }] } },
      otherwise,
    ],
  ])('%s', async (_, payload, reason) => {
    expect(await reasonOf(await attest(payload), trust)).toBe(reason)
  })

  test.each([
    [
      'that has a name twice',
      text.replace('"name"', '"digest":{"sha256":"0"},"name"'),
      /duplicate key "digest"/,
    ],
    [
      'that has a name twice, once escaped',
      text.replace('"predicateType"', '"predicate\\u0054ype":"x","predicateType"'),
      /duplicate key "predicateType"/,
    ],
    [
      'that has a name twice, deep in the predicate',
      text.replace('"tests"', '[{"a":{"b":1,"b":2}}]'),
      /duplicate key "b"/,
    ],
    ['that begins with a byte order mark', `\ufeff${text}`, /unexpected character at byte 0/],
    ['that goes on after its end', `${text}{}`, /unexpected character/],
    [
      'that is nested without end',
      text.replace('"tests"', `${'['.repeat(1001)}${']'.repeat(1001)}`),
      /more than 1000 levels/,
    ],
  ])('%s', async (_, payload, reason) => {
    expect(await reasonOf(await attest(payload), trust)).toMatch(reason)
  })
})

describe('a statement is about its subject', () => {
  test.each([
    [
      'among others',
      { ...statement, subject: [{ digest: { sha256: '0' } }, ...statement.subject] },
    ],
    ['that has no name', { ...statement, subject: [{ digest: { sha256: encoded } }] }],
    [
      'whatever the order',
      { predicateType: 'x', subject: statement.subject, _type: 'https://in-toto.io/Statement/v1' },
    ],
  ])('%s', async (_, payload) => {
    expect(await reasonOf(await attest(payload), trust)).toBe('verified')
  })

  test('by its SHA-512, where that is the digest it goes by', async () => {
    const digest = digestOf(SUBJECT.bytes, 'sha512')
    const bundle = await attest(statementAbout(digest))
    const signature = { ...signatureOf(bundle), subject: { ...SUBJECT, digest } }
    expect((await verifySignatures([signature], trust)).get('one')).toMatchObject({
      state: 'verified',
    })
  })
})

describe('a subject', () => {
  test('whose bytes are not those of its digest is refused', async () => {
    const signature = {
      ...signatureOf(await attest(statement)),
      subject: { ...SUBJECT, bytes: Buffer.from('{}') },
    }
    expect((await verifySignatures([signature], trust)).get('one')).toEqual({
      state: 'refused',
      reason: 'is about a manifest whose bytes are not those of its digest',
    })
  })

  test('whose digest is of an algorithm that is not known is refused', async () => {
    const digest = 'md5:d41d8cd98f00b204e9800998ecf8427e' as Digest
    const signature = {
      ...signatureOf(await simpleSigningLayer(sigstore, digest, { by })),
      subject: { ...SUBJECT, digest },
    }
    expect((await verifySignatures([signature], trust)).get('one')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('md5'),
    })
  })
})

describe('a bundle that can be read in two ways is refused', () => {
  test('with an envelope and a message', async () => {
    const { messageSignature } = await sigstore.signMessage(SUBJECT.bytes, { by })
    const both = { ...(await attest(statement)), messageSignature }
    expect(await reasonOf(both, trust)).toBe('is a bundle that can be read in two ways')
  })

  test('with a key and a certificate', async () => {
    const { verificationMaterial } = await sigstore.attest(statement)
    const bundle = await attest(statement)
    const both = {
      ...bundle,
      verificationMaterial: { ...verificationMaterial, ...bundle.verificationMaterial },
    }
    expect(await reasonOf(both, trust)).toBe('is a bundle that can be read in two ways')
  })

  test('with a name twice', async () => {
    const bundle = JSON.stringify(await attest(statement))
    const twice = bundle.replace('{', '{"dsseEnvelope":{},')
    expect(await reasonOf(Buffer.from(twice), trust)).toMatch(/duplicate key "dsseEnvelope"/)
  })
})
