import type { GraphManifest, GraphReferrer } from '../graph.ts'
import { createdOf } from '../oci/annotations.ts'
import type { Digest } from '../oci/digest.ts'
import { aliasesOfArtifactType, aliasesOfPredicateType } from '../policy/aliases.ts'
import type { Alias, Policy } from '../policy/policy.ts'
import type { Signature } from '../verify/signature.ts'
import type { Evidence } from './evidence.ts'
import type { PieceReader, SignedPiece } from './piece-reader.ts'
import { mayConcern, type Piece, type SignedLayer, type StatementLayer } from './pieces.ts'
import { NOTATION, signatureOf } from './signature-of.ts'

/** What must be at hand to tell what a piece of evidence is. */
export interface Surroundings {
  readonly pieces: PieceReader
  /** The rules that are judged where the evidence hangs. */
  readonly rules: Policy
  /** What the evidence hangs on. */
  readonly on: GraphManifest
  /**
   * Returns the manifest over which something about these digests, or about whatever it hangs on, must
   * be verified; undefined if that is none that is judged.
   */
  readonly subjectFor: (
    about: readonly Digest[] | undefined,
  ) => Promise<Signature['subject'] | undefined>
}

/** Evidence, without what is attached to it. */
export interface Described {
  readonly evidence: Evidence
  /** Whether its own signature has a certificate that says who signed. */
  readonly hasCertificate: boolean
}

/**
 * Predicate types as cosign and BuildKit note them beside what they store. Nothing is believed of them
 * but what it is that cannot be read, and so proves nothing.
 */
const PREDICATE_TYPES = [
  'dev.sigstore.bundle.predicateType',
  'predicateType',
  'in-toto.io/predicate-type',
]

/**
 * Returns what a piece of the node's manifest is as evidence; undefined if it is none here, being a
 * signature of something else. Throws what the repository throws, and LIMIT_EXCEEDED.
 */
export async function describe(
  piece: Piece,
  node: GraphReferrer,
  surroundings: Surroundings,
): Promise<Described | undefined> {
  switch (piece.kind) {
    case 'notation':
      return uncertified(await notationSignature(node, surroundings))
    case 'hollow':
      return uncertified({
        ...base(node),
        unreadable: 'it has no layer of the type that it says it is',
      })
    case 'document':
      return uncertified(await document(piece, node, surroundings))
    case 'statement':
      return uncertified(await statement(piece, node, surroundings))
    case 'bundle':
    case 'envelope':
    case 'simple-signing':
      return signed(piece, node, surroundings)
  }
}

function uncertified(evidence: Evidence): Described {
  return { evidence, hasCertificate: false }
}

function base(node: GraphReferrer): Evidence {
  const { reference, digest, artifactType = '', annotations = {} } = node
  const created = createdOf(annotations)
  return {
    reference,
    digest,
    artifactType,
    annotations,
    aliases: aliasesOfArtifactType(artifactType),
    ...(created !== undefined && { created }),
    about: [],
    attached: [],
  }
}

async function notationSignature(
  node: GraphReferrer,
  { subjectFor }: Surroundings,
): Promise<Evidence> {
  const subject = await subjectFor(undefined)
  return {
    ...base(node),
    aliases: ['signature'],
    ...(subject && { own: signatureOf(node, subject, NOTATION, node.digest) }),
  }
}

/** A document is read only where its time is asked for: its type tells the rest. */
async function document(
  piece: Extract<Piece, { readonly kind: 'document' }>,
  node: GraphReferrer,
  { pieces, rules }: Surroundings,
): Promise<Evidence> {
  const evidence = base(node)
  const { artifactType, created } = evidence
  const isDated = rules.some(
    (rule) =>
      rule.maxAge &&
      (rule.signedBy || created === undefined) &&
      mayConcern(rule, piece, artifactType),
  )
  if (!isDated) return evidence
  const read = await Promise.all(piece.layers.map((layer) => pieces.stated(layer)))
  const unreadable = read.find((each) => 'unreadable' in each)
  if (unreadable) return { ...evidence, ...unreadable }
  // Of several documents the oldest: all of them must be as fresh as a rule asks.
  const [stated] = read.flatMap((each) => ('value' in each ? (each.value ?? []) : [])).sort()
  return { ...evidence, ...(stated !== undefined && { stated }) }
}

async function statement(
  piece: StatementLayer,
  node: GraphReferrer,
  { pieces }: Surroundings,
): Promise<Evidence> {
  const read = await pieces.statement(piece.layer)
  if ('unreadable' in read) return unreadableLayer(piece, node, read.unreadable)
  const { predicateType } = read.value
  return { ...base(node), ...read.value, aliases: aliasesOfPredicateType(predicateType) }
}

async function signed(
  piece: SignedLayer,
  node: GraphReferrer,
  { pieces, subjectFor, on }: Surroundings,
): Promise<Described | undefined> {
  const read = await pieces.signed(piece)
  if ('unreadable' in read) {
    return uncertified(unreadableLayer(piece, node, read.unreadable))
  }
  const { content, key, about, hasCertificate, statement: said } = read.value
  // A statement says what it is about to whoever judges it; a payload that signs something else, nothing.
  if (!said && about && !about.includes(on.digest)) return undefined
  const subject = await subjectFor(about)
  return {
    evidence: {
      ...base(node),
      ...(said ?? (about && { subject: on.digest })),
      content: key,
      aliases: aliasesOfSigned(read.value),
      ...(subject && { own: signatureOf(node, subject, content, key) }),
    },
    hasCertificate: hasCertificate && subject !== undefined,
  }
}

function aliasesOfSigned({ statement: said }: SignedPiece): readonly Alias[] {
  return said ? aliasesOfPredicateType(said.predicateType) : ['signature']
}

function unreadableLayer(
  { kind, layer }: SignedLayer | StatementLayer,
  node: GraphReferrer,
  unreadable: string,
): Evidence {
  const notes = { ...node.annotations, ...layer.annotations }
  const note = PREDICATE_TYPES.map((name) => notes[name]).find((each) => each !== undefined)
  const evidence = { ...base(node), unreadable }
  if (kind === 'simple-signing') return { ...evidence, aliases: ['signature'] }
  return note === undefined ? evidence : { ...evidence, aliases: aliasesOfPredicateType(note) }
}
