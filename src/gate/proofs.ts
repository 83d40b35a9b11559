import { counted } from '../oci/counted.ts'
import type { Digest } from '../oci/digest.ts'
import type { SignedBy } from '../policy/policy.ts'
import type { Signature, Signer, Verification } from '../verify/signature.ts'
import type { Evidence } from './evidence.ts'
import { type Facts, provenByAttached, provenByOwn, type Verified } from './facts.ts'
import type { Flaw } from './flaw.ts'
import { isSigner } from './signer.ts'
import { brief, formatSigner, shortDigest } from './words.ts'

/** What is proven by a signature of who must have signed. */
export interface Proof {
  readonly signer: Signer
  readonly facts: Facts
  /** The same for what counts once: copies of one act of signing, or what is in one signed manifest. */
  readonly piece: string
}

/** What the signatures of a piece of evidence come to. */
export interface Proofs {
  readonly proofs: readonly Proof[]
  /** Why there is none, or not more. */
  readonly flaw: Flaw
}

/** What became of each signature, by its id. */
export type Verifications = ReadonlyMap<string, Verification>

/** A signature at the place where it was found. */
interface Placed {
  readonly signature: Signature
  /** Why it would prove nothing of what is judged, though it be good. */
  readonly flaw?: string
  /** What stands before a clause about the signature, to be one about the evidence. */
  readonly prefix: string
  readonly prove: (verified: Verified, signer: Signer) => Omit<Proof, 'signer'>
}

const OF_ANOTHER = 'is about another manifest'

type Outcome = { readonly proof: Proof } | { readonly flaw: Flaw }

/** Enough to tell who signed; a signature verifies by several keys only if a rule names one twice. */
const MAX_SIGNERS = 2

/**
 * Returns what is proven of evidence on the manifest with the digest, by its own signature and by those
 * attached to it. Only what was verified counts, over the right manifest, and by who must have signed.
 */
export function proofsOf(
  evidence: Evidence,
  subject: Digest,
  signedBy: SignedBy,
  verifications: Verifications,
): Proofs {
  const outcomes = placed(evidence, subject).map((each) => outcomeOf(each, signedBy, verifications))
  return {
    proofs: outcomes.flatMap((outcome) => ('proof' in outcome ? [outcome.proof] : [])),
    flaw: flawOf(outcomes),
  }
}

function placed(evidence: Evidence, subject: Digest): readonly Placed[] {
  const { own, attached, digest } = evidence
  const unbound = boundByOthers(evidence, subject)
  const ofContent = own && {
    signature: own,
    ...(!isBound(own.subject.digest, evidence, subject) && { flaw: OF_ANOTHER }),
    prefix: '',
    prove: (verified: Verified, signer: Signer) => ({
      facts: provenByOwn(evidence, own.content, verified, signer),
      piece: `signed ${verified.signed}`,
    }),
  }
  const ofManifest = attached.map((signature) => ({
    signature,
    ...(signature.subject.digest === digest ? unbound : { flaw: OF_ANOTHER }),
    prefix: `carries ${shortDigest(digestIn(signature.reference))}, which `,
    prove: (verified: Verified, signer: Signer) => ({
      facts: provenByAttached(evidence, verified, signer),
      piece: `manifest ${digest}`,
    }),
  }))
  return [...(ofContent ? [ofContent] : []), ...ofManifest]
}

/**
 * Whoever may push can put what others signed at the tag of another image, or into its index; only what
 * is signed can say which image it is of.
 */
function boundByOthers(
  { subject, about }: Evidence,
  judged: Digest,
): Pick<Placed, 'flaw'> | undefined {
  if (subject === judged || about.includes(judged)) return undefined
  return { flaw: 'signs nothing that says which image it is of' }
}

/**
 * Whoever is proven to have signed a statement about one digest has signed all that the statement is
 * about: so one on an index, verified for the index, holds for the platforms that it names too.
 */
function isBound(signed: Digest, { about }: Evidence, subject: Digest): boolean {
  return signed === subject || (about.includes(signed) && about.includes(subject))
}

function outcomeOf(
  { signature, flaw, prefix, prove }: Placed,
  signedBy: SignedBy,
  verifications: Verifications,
): Outcome {
  const refuse = (why: string, kind: 'signer' | 'signature' = 'signature'): Outcome => ({
    flaw: { kind, why: `${prefix}${why}` },
  })
  const { id, content } = signature
  if (content.kind === 'unverifiable') {
    return refuse(`is ${brief(content.what)}, which cannot be verified yet`)
  }
  if (content.kind === 'undecodable') {
    return refuse(`cannot be read as a signature: ${brief(content.why)}`)
  }
  if (flaw !== undefined) return refuse(flaw)
  const verification = verifications.get(id)
  if (!verification) return refuse('was not verified')
  if (verification.state === 'refused') return refuse(brief(verification.reason))
  const signer = verification.signers.find((each) => isSigner(signedBy, each))
  if (signer) return { proof: { signer, ...prove(verification, signer) } }
  const others = verification.signers.slice(0, MAX_SIGNERS).map(formatSigner)
  return refuse(`is signed by ${others.join(' and ')}`, 'signer')
}

function digestIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('@') + 1)
}

/** Who has signed instead tells more than why something is no signature. */
function flawOf(outcomes: readonly Outcome[]): Flaw {
  const flaws = outcomes.flatMap((outcome) => ('flaw' in outcome ? [outcome.flaw] : []))
  const first = flaws.find(({ kind }) => kind === 'signer') ?? flaws[0]
  if (!first) return { kind: 'unsigned', why: 'carries no signature' }
  const others = flaws.length - 1
  if (others === 0) return first
  return { ...first, why: `${first.why} (and ${counted(others, 'more signature')})` }
}
