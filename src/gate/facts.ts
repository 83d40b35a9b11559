import { STATEMENT_MEDIA_TYPE } from '../documents/in-toto.ts'
import type { Annotations } from '../oci/annotations.ts'
import { withoutParameters } from '../oci/media-types.ts'
import { aliasesOfPredicateType } from '../policy/aliases.ts'
import type { Alias } from '../policy/policy.ts'
import type { SignatureContent, Signer, Verification } from '../verify/signature.ts'
import type { Evidence } from './evidence.ts'

/** What may be said of a piece of evidence, on one word: its manifest's, or that of who signed. */
export interface Facts {
  readonly aliases: readonly Alias[]
  /** Absent where it is not known on that word. */
  readonly artifactType?: string
  readonly predicateType?: string
  readonly annotations: Annotations
  /** RFC 3339. */
  readonly times: readonly string[]
}

export type Verified = Extract<Verification, { readonly state: 'verified' }>

/** Returns what the evidence says of itself: anybody who may push can have made it up. */
export function claimed(evidence: Evidence): Facts {
  return { ...ofManifest(evidence), times: given(evidence.created ?? evidence.stated) }
}

/** Returns what is proven by a signature over the evidence's manifest: all that is in it. */
export function provenByAttached(evidence: Evidence, verified: Verified, signer: Signer): Facts {
  const { created, stated } = evidence
  return { ...ofManifest(evidence), times: provenTimes(given(created, stated), verified, signer) }
}

/**
 * Returns what is proven by the evidence's own signature: what was signed, and nothing that only the
 * manifest says, for whoever may push can put what others signed into a manifest of his own.
 */
export function provenByOwn(
  { artifactType, stated }: Evidence,
  content: SignatureContent,
  verified: Verified,
  signer: Signer,
): Facts {
  const { predicateType } = verified
  const isStatement = predicateType !== undefined
  return {
    aliases: isStatement ? aliasesOfPredicateType(predicateType) : ['signature'],
    ...(isTypeOf(content, isStatement, artifactType) && { artifactType }),
    ...(isStatement && { predicateType }),
    annotations: {},
    times: provenTimes(given(stated), verified, signer),
  }
}

/** What signed content of each kind is typed as where its type tells no more than that. */
const envelopeTypes: Readonly<Record<SignatureContent['kind'], RegExp | undefined>> = {
  'sigstore-bundle': /^application\/vnd\.dev\.sigstore\.bundle(?:\.v[\d.]+)?\+json$/,
  'simple-signing': /^application\/vnd\.dev\.cosign\.(?:simplesigning|artifact\.sig)\.v1\+json$/,
  'dsse-envelope': /^application\/vnd\.dsse\.envelope\.v1\+json$/,
  unverifiable: undefined,
  undecodable: undefined,
}

function isTypeOf({ kind }: SignatureContent, isStatement: boolean, artifactType: string): boolean {
  const type = withoutParameters(artifactType)
  return envelopeTypes[kind]?.test(type) === true || (isStatement && type === STATEMENT_MEDIA_TYPE)
}

/**
 * A certificate of Fulcio is valid for minutes, so its signature is as old as its log entry or timestamp. What a
 * key once signed, anybody can have logged or stamped again today: that time makes it no newer.
 */
function provenTimes(
  covered: readonly string[],
  { signedAt }: Verified,
  { kind }: Signer,
): readonly string[] {
  return kind === 'key' && covered.length === 0 ? [] : [...covered, ...given(signedAt)]
}

function ofManifest(evidence: Evidence): Omit<Facts, 'times'> {
  const { aliases, artifactType, predicateType, annotations } = evidence
  return {
    aliases,
    artifactType,
    ...(predicateType !== undefined && { predicateType }),
    annotations,
  }
}

function given(...times: readonly (string | undefined)[]): readonly string[] {
  return times.filter((time) => time !== undefined)
}
