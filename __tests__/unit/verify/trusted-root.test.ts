import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { InputError } from '../../../src/oci/error.ts'
import { parseTrustedRoot } from '../../../src/verify/trusted-root.ts'
import { altered } from '../../support/sigstore/altered.ts'
import { createLocalSigstore, type LocalSigstore } from '../../support/sigstore/local-sigstore.ts'

let sigstore: LocalSigstore
beforeAll(async () => {
  sigstore = await createLocalSigstore()
})

function problemOf(text: string): InputError {
  try {
    parseTrustedRoot(text)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('it can be used')
}

describe('a trusted root', () => {
  test.each([
    ['on one line', (root: string) => root, 1],
    ['on several lines', (root: string) => JSON.stringify(JSON.parse(root), null, 2), 1],
    ['of two instances, a line each', (root: string) => `${root}\n${root}\n`, 2],
    ['with a byte order mark', (root: string) => `\ufeff${root}`, 1],
    ['with line ends of Windows', (root: string) => `${root}\r\n${root}\r\n`, 2],
  ])('%s can be used', (_, write, count) => {
    expect(parseTrustedRoot(write(sigstore.trustedRoot()))).toHaveLength(count)
  })

  test.each([
    ['application/vnd.dev.sigstore.trustedroot+json;version=0.1'],
    ['application/vnd.dev.sigstore.trustedroot.v0.1+json'],
    ['application/vnd.dev.sigstore.trustedroot.v0.2+json'],
  ])('of the type %s can be used', (mediaType) => {
    const root = { ...JSON.parse(sigstore.trustedRoot()), mediaType }
    expect(parseTrustedRoot(JSON.stringify(root))).toHaveLength(1)
  })

  test('of an instance without logs, or without timestamps, can be used', () => {
    expect(parseTrustedRoot(sigstore.trustedRoot(['tlogs', 'ctlogs']))).toHaveLength(1)
    expect(parseTrustedRoot(sigstore.trustedRoot(['timestampAuthorities']))).toHaveLength(1)
  })

  test('of the public instance, with which the library starts, can be used', () => {
    const seeds: Readonly<Record<string, { targets: Readonly<Record<string, string>> }>> =
      createRequire(import.meta.url)('@sigstore/tuf/seeds.json')
    const [{ targets } = { targets: {} }] = Object.values(seeds)
    const root = Buffer.from(targets['trusted_root.json'] ?? '', 'base64').toString()
    const [instance] = parseTrustedRoot(root)
    expect(instance?.material.tlogs.length).toBeGreaterThan(0)
    expect(instance?.material.timestampAuthorities.length).toBeGreaterThan(0)
  })
})

describe('a trusted root cannot be used', () => {
  test.each([
    ['that is empty', () => '', /is not JSON as it must be/],
    ['that is no JSON', () => 'trust me', /is not JSON as it must be/],
    ['that is a list', () => '[]', /is not a JSON object/],
    ['of no type', () => '{}', /has the media type undefined, which is not known/],
    [
      'of another type',
      (root: object) => ({ ...root, mediaType: 'application/json' }),
      /has the media type application\/json/,
    ],
    [
      'with a name twice',
      (root: object) => JSON.stringify(root).replace('{', '{"tlogs":[],'),
      /duplicate key "tlogs"/,
    ],
    [
      'of which one line is broken',
      (root: object) => `${JSON.stringify(root)}\n{"mediaType"}`,
      /is not JSON as it must be/,
    ],
    [
      'without certificate authorities',
      (root: object) => ({ ...root, certificateAuthorities: [] }),
      /has no certificate authority/,
    ],
    [
      'without logs and timestamps',
      (root: object) => ({ ...root, tlogs: [], timestampAuthorities: [] }),
      /neither a transparency log nor a timestamp authority/,
    ],
    [
      'with a log that has no time from which it is valid',
      (root: object) => altered(root, 'tlogs.0.publicKey.validFor.start', () => undefined),
      /has a log without the time from which it is valid/,
    ],
    [
      'with a certificate log that has none',
      (root: object) => altered(root, 'ctlogs.0.publicKey.validFor', () => undefined),
      /has a log without the time from which it is valid/,
    ],
    [
      'with a log without a key',
      (root: object) => altered(root, 'tlogs.0.publicKey', () => undefined),
      /cannot be read/,
    ],
    [
      'with a log whose key is none',
      (root: object) => altered(root, 'tlogs.0.publicKey.rawBytes', () => 'AAAA'),
      /cannot be read/,
    ],
    [
      'with a certificate that is none',
      (root: object) =>
        altered(root, 'certificateAuthorities.0.certChain.certificates.0.rawBytes', () => 'AAAA'),
      /cannot be read/,
    ],
    [
      'with an authority without a chain',
      (root: object) => altered(root, 'certificateAuthorities.0.certChain', () => undefined),
      /cannot be read/,
    ],
  ])('%s', (_, change, message) => {
    const root = change(JSON.parse(sigstore.trustedRoot()))
    const problem = problemOf(typeof root === 'string' ? root : JSON.stringify(root))
    expect(problem.input).toBe('trusted-root')
    expect(problem.message).toMatch(message)
    expect(problem.advice).toMatch(/gh attestation trusted-root/)
  })
})
