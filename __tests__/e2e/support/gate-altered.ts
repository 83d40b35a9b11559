import type { Piece } from './gate-pieces.ts'

/** What is changed in a DSSE envelope. */
export interface EnvelopeChange {
  /** Of the text that is signed. */
  readonly payload?: (text: string) => string
  readonly sig?: (base64: string) => string
}

/** Where cosign keeps the signature of a layer at the tag `.sig` (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
const SIGNATURE = 'dev.cosignproject.cosign/signature'

/** Returns the piece with another content of its layers. */
export function withContent(piece: Piece, change: (content: string) => string): Piece {
  const [config, ...layers] = piece.blobs
  const altered = layers.map((layer) => Buffer.from(change(layer.toString())))
  return { ...piece, blobs: [...(config ? [config] : []), ...altered] }
}

/** Returns the signature at the tag `.sig` with another signature of the same payload. */
export function withSignature(piece: Piece, change: (base64: string) => string): Piece {
  const layers = piece.manifest.layers.map((layer) => {
    const { annotations = {} } = layer
    const signature = change(annotations[SIGNATURE] ?? '')
    return { ...layer, annotations: { ...annotations, [SIGNATURE]: signature } }
  })
  return { ...piece, manifest: { ...piece.manifest, layers } }
}

/** Returns how the envelope in a Sigstore bundle is changed. */
export function inBundle(change: EnvelopeChange): (content: string) => string {
  return (content) => {
    const bundle = JSON.parse(content)
    return JSON.stringify({ ...bundle, dsseEnvelope: changed(bundle.dsseEnvelope, change) })
  }
}

/** Returns how an envelope is changed, as it is at the tag `.att`. */
export function inEnvelope(change: EnvelopeChange): (content: string) => string {
  return (content) => JSON.stringify(changed(JSON.parse(content), change))
}

function changed(
  envelope: { readonly payload: string; readonly signatures: readonly { readonly sig: string }[] },
  { payload = (text) => text, sig = (base64) => base64 }: EnvelopeChange,
): object {
  const text = payload(Buffer.from(envelope.payload, 'base64').toString())
  return {
    ...envelope,
    payload: Buffer.from(text).toString('base64'),
    signatures: envelope.signatures.map((each) => ({ ...each, sig: sig(each.sig) })),
  }
}
