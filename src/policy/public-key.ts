import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Complain } from './complaint.ts'

const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1']
/** Shorter moduli are not to be used any more (NIST SP 800-131A). */
const MIN_RSA_BITS = 2048
/** The largest key in use, RSA of 16,384 bits, has 3 KB; more is no key. */
const MAX_LENGTH = 64 * 1024

/** SubjectPublicKeyInfo (RFC 7468, section 13). */
const PUBLIC_KEY = 'PUBLIC KEY'
const ADVICE = 'Give the file that starts with -----BEGIN PUBLIC KEY-----, such as cosign.pub.'

/**
 * Returns the one public key that the text holds as PEM. Throws `complain`, whose clause follows the
 * name of the key, for anything else that may lie beside it, and for a key of a kind that signatures are
 * not verified with.
 */
export function parsePublicKey(text: string, complain: Complain): KeyObject {
  if (text.length > MAX_LENGTH)
    throw complain(`has ${text.length} characters and is no key`, ADVICE)
  const [label, ...others] = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(
    ([, each = '']) => each,
  )
  if (label === undefined) throw complain('is not PEM', adviceForText(text))
  if (others.length > 0) {
    throw complain(`holds ${others.length + 1} PEM blocks`, 'Keep the public key alone.')
  }
  if (label !== PUBLIC_KEY)
    throw complain(`is "${label}", not "${PUBLIC_KEY}"`, adviceForLabel(label))
  const key = keyOf(text)
  if (key === undefined) throw complain('cannot be decoded', ADVICE)
  if (isVerifiable(key)) return key
  throw complain(
    `is ${describe(key)}, which no signature is verified with`,
    'Use ECDSA on P-256, P-384 or P-521, RSA of at least 2048 bits, or Ed25519.',
  )
}

function keyOf(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem)
  } catch {
    return undefined
  }
}

function isVerifiable({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): boolean {
  const { namedCurve, modulusLength = 0 } = asymmetricKeyDetails
  switch (asymmetricKeyType) {
    case 'ec':
      return CURVES.includes(namedCurve)
    case 'rsa':
      return modulusLength >= MIN_RSA_BITS
    default:
      return asymmetricKeyType === 'ed25519'
  }
}

function describe({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): string {
  const { namedCurve, modulusLength } = asymmetricKeyDetails
  const size = namedCurve ?? (modulusLength && `${modulusLength} bits`)
  return `a key of kind ${asymmetricKeyType}${size ? ` (${size})` : ''}`
}

function adviceForText(text: string): string {
  return /^(?:ssh|ecdsa)-/.test(text.trimStart())
    ? 'Write an SSH key as PEM: ssh-keygen -e -m PKCS8 -f FILE.'
    : ADVICE
}

function adviceForLabel(label: string): string {
  if (label.endsWith('PRIVATE KEY')) {
    return 'Keep that secret, and give the public key: cosign public-key --key FILE, or openssl pkey -in FILE -pubout.'
  }
  if (label.endsWith('CERTIFICATE')) {
    return 'Give its public key: openssl x509 -in FILE -noout -pubkey. For keyless signatures give issuer and identity.'
  }
  if (label === 'RSA PUBLIC KEY') {
    return 'Write it as SubjectPublicKeyInfo: openssl rsa -RSAPublicKey_in -in FILE -pubout.'
  }
  return ADVICE
}
