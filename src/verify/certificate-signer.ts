import { isUtf8 } from 'node:buffer'
import type { SignedEntity } from '@sigstore/verify'
import { quoted, Refusal } from './refusal.ts'

/** The signer's certificate, as the library has it. */
export type Leaf = Extract<SignedEntity['key'], { $case: 'certificate' }>['certificate']

export interface CertificateSigner {
  readonly issuer: string
  readonly identity: string
}

type Asn1 = Leaf['root']

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const ISSUER = '1.3.6.1.4.1.57264.1.8'
/** The same as raw text; what Fulcio issued before 2023 has only this. */
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1'
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3'
/** Tags of a GeneralName (RFC 5280, 4.2.1.6). */
const EMAIL = 1
const URI = 6
const UTF8_STRING = 12

/**
 * An identity and an issuer, each. The longest workflow that GitHub can have has some 700. The time that a
 * pattern takes may grow with a power of the length of what it is compared with.
 */
export const MAX_NAME_BYTES = 1024

/**
 * Returns whom the certificate of a signer names, letter by letter; it is a claim until the certificate
 * is verified. Throws a {@link Refusal} unless there is exactly one name, an address of mail or a URI,
 * and exactly one issuer, or if the certificate is not for signing
 * (sigstore/fulcio, docs/certificate-specification.md). The library returns the first of several
 * names, and reads bytes that are no ASCII as if they were.
 */
export function signerNamedIn(leaf: Leaf): CertificateSigner {
  assertForSigning(leaf)
  return { issuer: issuerOf(leaf), identity: identityOf(leaf) }
}

function identityOf(leaf: Leaf): string {
  const names = extension(leaf, SUBJECT_ALTERNATIVE_NAME)?.subs[0]?.subs ?? []
  const [name] = names
  if (name === undefined || names.length > 1) {
    throw unusable(`names ${names.length} signers instead of one`)
  }
  if (!name.tag.isContextSpecific(EMAIL) && !name.tag.isContextSpecific(URI)) {
    throw unusable('names its signer neither by an address of mail nor by a URI')
  }
  // IA5String: of what is no ASCII, letters that look alike could be made.
  return readText(name.value, /^[\x21-\x7e]+$/)
}

function issuerOf(leaf: Leaf): string {
  const [current, old] = [extension(leaf, ISSUER), extension(leaf, ISSUER_V1)]
  const issuers = [...(current ? [utf8StringIn(current)] : []), ...(old ? [old.value] : [])].map(
    (value) => readText(value, /^\P{Cc}+$/u),
  )
  const [issuer] = issuers
  if (issuer === undefined) throw unusable('does not say who vouched for its signer')
  if (issuers.some((other) => other !== issuer)) {
    throw unusable(`says in two ways who vouched for its signer: ${quoted(issuers.join(', '))}`)
  }
  return issuer
}

function utf8StringIn({ subs: [text, ...others] }: Asn1): Buffer {
  const isText = text?.tag.isUniversal() && text.tag.number === UTF8_STRING
  return text && isText && others.length === 0 ? text.value : Buffer.alloc(0)
}

function assertForSigning(leaf: Leaf): void {
  const usages = extension(leaf, EXTENDED_KEY_USAGE)?.subs[0]?.subs ?? []
  if (leaf.isCA || !usages.some((usage) => usage.toOID() === CODE_SIGNING)) {
    throw unusable('is not for signing code')
  }
}

/** Returns an extension's value; the library takes the first of several. */
function extension(leaf: Leaf, oid: string): Asn1 | undefined {
  const found = leaf.extensions.filter(({ subs: [id] }) => id?.toOID() === oid)
  if (found.length > 1) throw unusable(`has the extension ${oid} more than once`)
  return found[0]?.subs.at(-1)
}

function readText(bytes: Buffer, grammar: RegExp): string {
  if (bytes.length > MAX_NAME_BYTES) {
    throw unusable(`has names of more than ${MAX_NAME_BYTES} bytes`)
  }
  const text = isUtf8(bytes) ? bytes.toString() : ''
  if (grammar.test(text)) return text
  throw unusable('has names that are no text')
}

function unusable(why: string): Refusal {
  return new Refusal(`is signed with a certificate that ${why}`)
}
