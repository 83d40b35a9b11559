import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { InputProblems } from '../../../src/oci/problems.ts'
import { readPolicyKeys } from '../../../src/policy/keys.ts'
import { parsePolicy } from '../../../src/policy/parse.ts'

const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })

const pair = ec('P-256')
const pem = pemOf(pair.publicKey)

function reading(files: Readonly<Record<string, string>>) {
  const paths: string[] = []
  const readFile = async (path: string): Promise<string> => {
    paths.push(path)
    const content = files[path]
    if (content === undefined) throw new Error(`ENOENT: no such file, open '${path}'`)
    return content
  }
  return { paths, readFile }
}

const signedBy = (path: string) => `- {type: sbom, signed-by: {key: ${path}}}`

describe('the keys of a policy', () => {
  test.each([
    ['ECDSA on P-256', pair.publicKey],
    ['ECDSA on P-384', ec('P-384').publicKey],
    ['ECDSA on P-521', ec('P-521').publicKey],
    ['RSA', rsa(2048).publicKey],
    ['Ed25519', generateKeyPairSync('ed25519').publicKey],
  ])('may be of %s', async (_, key) => {
    const { readFile } = reading({ 'a.pub': pemOf(key) })
    await expect(readPolicyKeys(parsePolicy(signedBy('a.pub')), readFile)).resolves.toMatchObject([
      { signedBy: { kind: 'key', key: { name: 'a.pub', pem: pemOf(key) } } },
    ])
  })

  test('are read once, whatever the number of rules that name them', async () => {
    const { paths, readFile } = reading({ 'a.pub': pem, 'b.pub': pem })
    const rules = ['sbom', 'vex', 'signature'].map(
      (type) => `- {type: ${type}, signed-by: {key: a.pub}}`,
    )
    const text = [...rules, '- provenance', signedBy('b.pub')].join('\n')
    const policy = await readPolicyKeys(parsePolicy(text), readFile)
    expect(paths).toEqual(['a.pub', 'b.pub'])
    expect(policy.map((rule) => rule.signedBy?.kind)).toEqual([
      'key',
      'key',
      'key',
      undefined,
      'key',
    ])
  })

  test('may stand in the policy, and are named by their fingerprint then', async () => {
    const { paths, readFile } = reading({})
    const inline = pem.replaceAll(/^/gm, '      ')
    const policy = parsePolicy(`- type: sbom\n  signed-by:\n    key: |\n${inline}`)
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
    const fingerprint = createHash('sha256').update(der).digest('hex').slice(0, 16)
    await expect(readPolicyKeys(policy, readFile)).resolves.toMatchObject([
      { signedBy: { key: { name: `inline key ${fingerprint}`, pem } } },
    ])
    expect(paths).toEqual([])
  })

  test.each([
    [
      'comments and line breaks of Windows',
      `# ours\r\n${pem.replaceAll('\n', '\r\n')}\r\n# really`,
    ],
    ['a byte order mark', `\uFEFF${pem}`],
  ])('lose what stands around them in their file: %s', async (_, content) => {
    const { readFile } = reading({ 'a.pub': content })
    await expect(readPolicyKeys(parsePolicy(signedBy('a.pub')), readFile)).resolves.toMatchObject([
      { signedBy: { key: { pem } } },
    ])
  })

  test('leave identities as they are', async () => {
    const policy = parsePolicy(
      '- {type: sbom, signed-by: {issuer: https://a.example, identity-pattern: b.}}',
    )
    await expect(readPolicyKeys(policy, reading({}).readFile)).resolves.toEqual(policy)
  })
})

describe('no key of a policy is', () => {
  const encryptedPem =
    '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAA==\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----'

  test.each([
    ['an empty file', '', 'is not PEM', 'such as cosign.pub'],
    ['a document', '{"key": 1}', 'is not PEM', 'such as cosign.pub'],
    ['an SSH key', 'ssh-ed25519 AAAA me', 'is not PEM', 'ssh-keygen -e -m PKCS8'],
    ['a huge file', `${pem}${'\n'.repeat(65_536)}`, 'characters', 'BEGIN PUBLIC KEY'],
    ['two keys', `${pem}${pem}`, 'holds 2 PEM blocks', 'alone'],
    ['a key with its private key', `${pem}${encryptedPem}`, 'holds 2 PEM blocks', 'alone'],
    [
      'a private key',
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'is "PRIVATE KEY", not "PUBLIC KEY"',
      'Keep that secret',
    ],
    ['a key of cosign', encryptedPem, 'is "ENCRYPTED SIGSTORE PRIVATE KEY"', 'cosign public-key'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAA==', 'is "CERTIFICATE"', 'openssl x509'],
    [
      'a key in PKCS #1',
      rsa(2048).publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      'is "RSA PUBLIC KEY"',
      '-RSAPublicKey_in',
    ],
    ['another block', '-----BEGIN CMS-----\nAA==', 'is "CMS"', 'BEGIN PUBLIC KEY'],
    ['a broken key', pem.replace(/\n.{8}/, '\nAAAAAAAA'), 'cannot be decoded', 'BEGIN PUBLIC KEY'],
    ['a short RSA key', pemOf(rsa(1024).publicKey), 'rsa (1024 bits)', 'at least 2048 bits'],
    ['a key on another curve', pemOf(ec('secp256k1').publicKey), 'ec (secp256k1)', 'P-256'],
    ['a key of another kind', pemOf(generateKeyPairSync('x25519').publicKey), 'x25519', 'Ed25519'],
  ])('%s', async (_, content, message, advice) => {
    const { readFile } = reading({ 'a.pub': content })
    await expect(readPolicyKeys(parsePolicy(signedBy('a.pub')), readFile)).rejects.toMatchObject({
      name: 'InputError',
      input: 'require',
      message: expect.stringMatching(/^line 1, column 33: the key "a\.pub" /),
      advice: expect.stringContaining(advice),
    })
    await expect(readPolicyKeys(parsePolicy(signedBy('a.pub')), readFile)).rejects.toThrow(message)
  })

  test('a file that cannot be read; each is told of', async () => {
    const text = [signedBy('a.pub'), signedBy('b.pub'), '- {type: vex, signed-by: {key: a.pub}}']
    const reads = readPolicyKeys(parsePolicy(text.join('\n')), reading({ 'b.pub': pem }).readFile)
    const error = await reads.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InputProblems)
    expect((error as InputProblems).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^line 1, column 33: the key "a\.pub" cannot be read: ENOENT/),
      expect.stringMatching(/^line 3, column 32: the key "a\.pub" cannot be read: ENOENT/),
    ])
  })

  test('a broken one in the policy', async () => {
    const policy = parsePolicy("- {type: sbom, signed-by: {key: '-----BEGIN PUBLIC KEY-----'}}")
    await expect(readPolicyKeys(policy, reading({}).readFile)).rejects.toThrow(
      'the key written in the rule cannot be decoded',
    )
  })
})
