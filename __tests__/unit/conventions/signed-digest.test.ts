import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type NamesDigest,
  namesInSignature,
  namesInStatement,
} from '../../../src/conventions/signed-digest.ts'
import { digestOf, parseDigest } from '../../../src/oci/digest.ts'
import { anyCuts, chunksOf } from '../../support/chunks.ts'
import { envelopeOf, signatureLayer } from '../../support/cosign.ts'

const digest = digestOf(new TextEncoder().encode('the image'))
const other = digestOf(new TextEncoder().encode('another'))
const hex = digest.slice('sha256:'.length)
const otherHex = other.slice('sha256:'.length)

function names(look: NamesDigest, text: string, cuts: readonly number[] = []): Promise<boolean> {
  const chunks = Array.from(chunksOf(Buffer.from(text), cuts), (chunk) => Uint8Array.from(chunk))
  return look(Readable.from(chunks, { objectMode: false }), digest)
}

function statement(more: object = {}): object {
  const subject = [{ name: 'app', digest: { sha256: hex } }]
  return { _type: 'https://in-toto.io/Statement/v1', subject, predicateType: 'x', ...more }
}

describe('a simple signing payload', () => {
  const { text } = signatureLayer(digest)

  test('names the digest that it is about, and no other', async () => {
    expect(await names(namesInSignature, text)).toBe(true)
    expect(await names(namesInSignature, signatureLayer(other).text)).toBe(false)
  })

  test.each([
    ['at another place', { critical: {}, optional: { 'docker-manifest-digest': digest } }],
    ['in another object of the same name', { image: { 'docker-manifest-digest': digest } }],
    ['as no string', { critical: { image: { 'docker-manifest-digest': [digest] } } }],
    ['in a list', [{ critical: { image: { 'docker-manifest-digest': digest } } }]],
  ])('does not name it %s', async (_, value) => {
    expect(await names(namesInSignature, JSON.stringify(value))).toBe(false)
  })

  test.each([
    ['cut', text.slice(0, -1)],
    ['longer than its JSON', `${text}x`],
    ['empty', ''],
    [
      'ambiguous, for readers differ on which of two members counts',
      text.replace('"critical":', '"critical":{},"critical":'),
    ],
  ])('names nothing if it is %s', async (_, broken) => {
    expect(await names(namesInSignature, broken)).toBe(false)
  })
})

describe('an attestation', () => {
  const inEnvelope = (value: object): string => JSON.stringify(envelopeOf(JSON.stringify(value)))

  test('names its subject, wherever the bytes are cut and whatever the predicate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.boolean(), anyCuts, async (predicate, isFirst, cuts) => {
        const value = isFirst ? { predicate, ...statement() } : statement({ predicate })
        expect(await names(namesInStatement, inEnvelope(value), cuts)).toBe(true)
      }),
    )
  })

  test.each([
    ['of version 0.1', statement({ _type: 'https://in-toto.io/Statement/v0.1' })],
    [
      'among several',
      statement({ subject: [{ digest: { sha256: otherHex } }, { digest: { sha256: hex } }] }),
    ],
    [
      'with other algorithms besides',
      statement({ subject: [{ digest: { sha1: 'x', sha256: hex } }] }),
    ],
  ])('names a subject %s', async (_, value) => {
    expect(await names(namesInStatement, inEnvelope(value))).toBe(true)
  })

  test.each([
    ['another subject', statement({ subject: [{ digest: { sha256: otherHex } }] })],
    ['no subject', statement({ subject: [] })],
    ['a subject under another algorithm', statement({ subject: [{ digest: { sha512: hex } }] })],
    ['the digest in its predicate alone', statement({ subject: [], predicate: statement() })],
    ['no statement', { subject: [{ digest: { sha256: hex } }] }],
    ['a statement of another kind', statement({ _type: 'https://example.com/Statement/v1' })],
  ])('of %s does not name it', async (_, value) => {
    expect(await names(namesInStatement, inEnvelope(value))).toBe(false)
  })

  test.each([
    ['payload', { payloadType: 'x', signatures: [] }],
    ['payload that is a string', { payload: statement() }],
    ['payload in base64', { payload: JSON.stringify(statement()) }],
    ['payload of whole JSON', envelopeOf(JSON.stringify(statement()).slice(0, -1))],
  ])('without a %s names nothing', async (_, envelope) => {
    expect(await names(namesInStatement, JSON.stringify(envelope))).toBe(false)
  })

  test('with two payloads names nothing, for readers differ on which counts', async () => {
    const one = JSON.stringify(envelopeOf(JSON.stringify(statement())))
    const member = /"payload":"[^"]*",/.exec(one)?.[0] ?? ''
    expect(await names(namesInStatement, one.replace(member, member + member))).toBe(false)
    expect(await names(namesInStatement, one.replace(member, `${member}"payload":null,`))).toBe(
      false,
    )
  })

  test('names a sha512 digest as such', async () => {
    const long = digestOf(new TextEncoder().encode('the image'), 'sha512')
    const value = statement({ subject: [{ digest: { sha512: long.slice('sha512:'.length) } }] })
    const bytes = Readable.from([Buffer.from(inEnvelope(value))], { objectMode: false })
    expect(await namesInStatement(bytes, long)).toBe(true)
    expect(await names(namesInStatement, inEnvelope(value))).toBe(false)
  })
})

test('an error of the stream is thrown, not taken for "not named"', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('the connection broke'))
    },
  })
  await expect(namesInSignature(broken, parseDigest(digest))).rejects.toThrow(
    'the connection broke',
  )
})
