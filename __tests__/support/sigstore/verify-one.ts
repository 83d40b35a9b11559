import assert from 'node:assert/strict'
import { type Digest, digestOf, splitDigest } from '../../../src/oci/digest.ts'
import type { RuleKey } from '../../../src/policy/policy.ts'
import type {
  Signature,
  SignatureContent,
  Trust,
  Verification,
} from '../../../src/verify/signature.ts'
import { verifySignatures } from '../../../src/verify/verify.ts'
import type { Identity } from './authorities.ts'
import { encodeBundle } from './bundle-json.ts'
import { RELEASE_WORKFLOW } from './local-sigstore.ts'

const manifest = Buffer.from(
  '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json"}',
)

/** A manifest that signatures are about. */
export const SUBJECT: Signature['subject'] = { digest: digestOf(manifest), bytes: manifest }

export const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1'

/** Returns an in-toto statement about the digest. */
export function statementAbout(digest: Digest = SUBJECT.digest): object {
  const [algorithm, encoded] = splitDigest(digest)
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'registry.test/app', digest: { [algorithm]: encoded } }],
    predicateType: PREDICATE_TYPE,
    predicate: { builder: 'tests' },
  }
}

export interface TrustOptions {
  readonly keys?: readonly RuleKey[]
  /** By default RELEASE_WORKFLOW alone. */
  readonly identities?: readonly Identity[]
}

/** Returns what trusts the root, if there is one, and exactly these signers. */
export function trusting(trustedRoot: string | undefined, options: TrustOptions = {}): Trust {
  const { keys = [], identities = [RELEASE_WORKFLOW] } = options
  return {
    keys,
    identities: identities.map(({ issuer, identity }) => ({
      issuer,
      matches: (name) => name === identity,
    })),
    ...(trustedRoot !== undefined && { trustedRoot }),
  }
}

/** Returns the content as a signature about SUBJECT; a bundle is given as JSON or as it is stored. */
export function signatureOf(content: SignatureContent | object, id = 'one'): Signature {
  return {
    id,
    reference: 'registry.test/app@sha256:1',
    subject: SUBJECT,
    content: toContent(content),
  }
}

function toContent(content: SignatureContent | object): SignatureContent {
  if ('kind' in content) return content
  const bytes = content instanceof Uint8Array ? content : encodeBundle(content)
  return { kind: 'sigstore-bundle', bytes }
}

/** Returns what becomes of one signature. */
export async function verifyOne(
  content: SignatureContent | object,
  trust: Trust,
): Promise<Verification> {
  const verification = (await verifySignatures([signatureOf(content)], trust)).get('one')
  assert.ok(verification)
  return verification
}

/** Returns why a signature is refused; `verified` if it is not. */
export async function reasonOf(content: SignatureContent | object, trust: Trust): Promise<string> {
  const verification = await verifyOne(content, trust)
  return verification.state === 'refused' ? verification.reason : verification.state
}
