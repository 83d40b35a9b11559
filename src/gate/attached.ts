import type { GraphManifest, GraphReferrer } from '../graph.ts'
import { aliasesOfPredicateType } from '../policy/aliases.ts'
import type { Signature } from '../verify/signature.ts'
import type { PieceReader } from './piece-reader.ts'
import type { Piece, SignedLayer } from './pieces.ts'
import { NOTATION, signatureOf } from './signature-of.ts'
import type { Statement } from './statement.ts'

/** A signature that is attached to evidence. */
export interface AttachedSignature {
  readonly signature: Signature
  /** Whether a certificate says who signed. */
  readonly hasCertificate: boolean
}

type SignaturePiece = SignedLayer | Extract<Piece, { readonly kind: 'notation' }>

/** Tells whether a piece of what hangs on evidence may be a signature of that. */
export function isSignature(piece: Piece): piece is SignaturePiece {
  return 'layer' in piece ? piece.kind !== 'statement' : piece.kind === 'notation'
}

/**
 * Returns the signature of the subject that a piece of the holder's manifest is; undefined if it is one
 * of something else. Throws what the repository throws, and LIMIT_EXCEEDED.
 */
export async function attachedSignature(
  piece: SignaturePiece,
  holder: GraphReferrer,
  subject: Signature['subject'],
  pieces: PieceReader,
): Promise<AttachedSignature | undefined> {
  if (piece.kind === 'notation') {
    return uncertified(signatureOf(holder, subject, NOTATION, holder.digest))
  }
  const read = await pieces.signed(piece)
  if ('unreadable' in read) {
    return uncertified(undecodable(holder, subject, piece, read.unreadable))
  }
  const { content, key, about, statement, hasCertificate } = read.value
  if (about && !about.includes(subject.digest)) return undefined
  if (statement && !isEndorsement(statement)) {
    const why = `it is an attestation (${statement.predicateType}), and of those only provenance stands for a signature`
    return uncertified(undecodable(holder, subject, piece, why))
  }
  return { signature: signatureOf(holder, subject, content, key), hasCertificate }
}

/**
 * Of all that may be stated of evidence, only that it is signed, or made, means that it is vouched for: a
 * scan or a verification may as well say that it is bad.
 */
function isEndorsement({ predicateType }: Statement): boolean {
  const aliases = aliasesOfPredicateType(predicateType)
  return aliases.includes('signature') || aliases.includes('provenance')
}

function uncertified(signature: Signature): AttachedSignature {
  return { signature, hasCertificate: false }
}

function undecodable(
  holder: GraphManifest,
  subject: Signature['subject'],
  { layer }: SignedLayer,
  why: string,
): Signature {
  return signatureOf(holder, subject, { kind: 'undecodable', why }, layer.digest)
}
