import { type KeyObject, sign } from 'node:crypto'
import { bitString, der, generalizedTime, objectIdentifier, octetString, sequence } from './der.ts'

/** What is in a certificate that may be unusual. */
export interface CertificateContent {
  readonly publicKey: KeyObject
  readonly validFrom: Date
  readonly validUntil: Date
  /** Of whom Fulcio certifies only extensions tell. */
  readonly subject: 'the authority' | 'a signer'
  readonly extensions: readonly Extension[]
}

export interface Extension {
  readonly oid: string
  /** DER, or what else the extension's OCTET STRING holds. */
  readonly value: Buffer
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'))
const COMMON_NAME = sequence(objectIdentifier('2.5.4.3'), der(0x0c, Buffer.from('tests')))
const NAME_OF_AUTHORITY = sequence(der(0x31, COMMON_NAME))

/** Returns a certificate, DER, that the authority's key on P-256 signs. */
export function issueCertificate(content: CertificateContent, authorityKey: KeyObject): Buffer {
  const { publicKey, validFrom, validUntil, subject, extensions } = content
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    NAME_OF_AUTHORITY,
    sequence(generalizedTime(validFrom), generalizedTime(validUntil)),
    subject === 'the authority' ? NAME_OF_AUTHORITY : sequence(),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        ...extensions.map(({ oid, value }) => sequence(objectIdentifier(oid), octetString(value))),
      ),
    ),
  )
  return sequence(body, ECDSA_WITH_SHA256, bitString(sign('sha256', body, authorityKey)))
}

export const asAuthority: Extension = {
  oid: '2.5.29.19',
  value: sequence(der(0x01, Buffer.from([0xff]))),
}

export const forCodeSigning: Extension = {
  oid: '2.5.29.37',
  value: sequence(objectIdentifier('1.3.6.1.5.5.7.3.3')),
}

export const forTlsServers: Extension = {
  oid: '2.5.29.37',
  value: sequence(objectIdentifier('1.3.6.1.5.5.7.3.1')),
}

/** A name of a signer: an address of mail, a host or a URI (RFC 5280, 4.2.1.6). */
export type Name = readonly [kind: 'email' | 'host' | 'uri', name: Buffer | string]

const TAGS = { email: 0x81, host: 0x82, uri: 0x86 }

export function named(...names: readonly Name[]): Extension {
  const value = sequence(...names.map(([kind, name]) => der(TAGS[kind], Buffer.from(name))))
  return { oid: '2.5.29.17', value }
}

/** Who vouches for the signer, as Fulcio writes it. */
export function vouchedBy(issuer: string): Extension {
  return { oid: '1.3.6.1.4.1.57264.1.8', value: der(0x0c, Buffer.from(issuer)) }
}

/** The same as Fulcio alone wrote it before 2023. */
export function vouchedInOldForm(issuer: string): Extension {
  return { oid: '1.3.6.1.4.1.57264.1.1', value: Buffer.from(issuer) }
}
