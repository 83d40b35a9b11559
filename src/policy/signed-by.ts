import { readAll } from '../oci/problems.ts'
import { quote } from '../oci/quote.ts'
import { at, type Complain } from './complaint.ts'
import { describe, readText, readWord, requireKnownKeys } from './fields.ts'
import { readIdentityPattern } from './identity-pattern.ts'
import type { WrittenKey, WrittenSignedBy } from './written.ts'
import type { Mapping, Value } from './yaml.ts'

const KEYS = ['key', 'issuer', 'identity', 'identity-pattern'] as const
const ADVICE =
  'Give a key, or an issuer together with an identity or an identity-pattern, and nothing else.'

/** Fulcio takes no other (sigstore/fulcio, docs/oidc.md); a test instance may be on loopback. */
const ISSUER =
  /^(?:https:\/\/[^\s/?#]+|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?)(?:[/?#]\S*)?$/

/**
 * Returns who must have signed, as the value says. Throws InputError or InputProblems for what names
 * nobody, or more than one.
 */
export function readSignedBy(value: Value): WrittenSignedBy {
  if (value.kind !== 'mapping') {
    throw at(value.position)(`signed-by is ${describe(value)}, not a mapping`, ADVICE)
  }
  requireKnownKeys(value, 'signed-by', KEYS)
  return readSigner(value)
}

function readSigner({ entries, position }: Mapping): WrittenSignedBy {
  const fields = new Map(entries.map(({ key, value }) => [key, value]))
  const [key, issuer, identity, pattern] = KEYS.map((name) => fields.get(name))
  if (key && !issuer && !identity && !pattern) return { kind: 'key', key: readKey(key) }
  if (!key && issuer && identity && !pattern) {
    const read = { issuer: () => readIssuer(issuer), identity: () => readIdentity(identity) }
    return { kind: 'identity', ...readAll(read) }
  }
  if (!key && issuer && !identity && pattern) {
    const read = {
      issuer: () => readIssuer(issuer),
      pattern: () => readIdentityPattern(pattern, sourceOf(issuer)),
    }
    const { issuer: from, pattern: like } = readAll(read)
    return { kind: 'identity-pattern', issuer: from, ...like }
  }
  const given = KEYS.filter((name) => fields.has(name))
  throw at(position)(
    given.length === 0
      ? 'signed-by names nobody'
      : `signed-by has ${given.join(' and ')}, which does not name one signer`,
    ADVICE,
  )
}

/** As written, right or wrong. */
function sourceOf(value: Value): string {
  return value.kind === 'scalar' ? value.source : ''
}

function readKey(value: Value): WrittenKey {
  const text = readText('key', value).trim()
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { text, position: value.position }
  throw at(value.position)(
    `key is ${quote(text)}, which is no file`,
    'Name a PEM file with the public key; cosign public-key --key … writes one for a key elsewhere.',
  )
}

function readIssuer(value: Value): string {
  const issuer = readWord('issuer', value)
  if (ISSUER.test(issuer) && URL.canParse(issuer)) return issuer
  throw at(value.position)(
    `issuer is ${quote(issuer)}, not an https URL`,
    'Write it as the certificate has it, as in https://token.actions.githubusercontent.com.',
  )
}

/**
 * No workflow, e-mail address or user of an issuer has a star; people who write one mean a pattern.
 * Certificates whose names are no ASCII are refused (verify/certificate-signer.ts).
 */
function readIdentity(value: Value): string {
  const identity = readWord('identity', value)
  const complain: Complain = (what, advice) =>
    at(value.position)(`identity is ${quote(identity)}${what}`, advice)
  if (/[^!-~]/.test(identity)) {
    throw complain(
      ', which is no ASCII, as identities are',
      'Write it as the certificate has it: domains in punycode (xn--…), paths with %XX.',
    )
  }
  if (!identity.includes('*')) return identity
  throw complain(
    ', and is compared as it stands, star and all',
    'Write the whole identity, or a regular expression under identity-pattern.',
  )
}
