import type { Readable } from 'node:stream'
import { createDocumentDetector } from '../documents/detector.ts'
import type { Descriptor } from '../oci/descriptor.ts'
import type { Digest } from '../oci/digest.ts'
import type { SignatureContent } from '../verify/signature.ts'
import type { ReadBlob } from './blob-reader.ts'
import { readBundle, readEnvelope } from './bundle.ts'
import type { SignedLayer } from './pieces.ts'
import { cosignMaterialOf, cosignSignatureOf, signedImageOf } from './simple-signing.ts'
import { createStatementReader, type Statement } from './statement.ts'
import type { Content } from './unreadable.ts'

/** Something signed, read as far as must be known before its signature is verified. */
export interface SignedPiece {
  readonly content: SignatureContent
  /** The same for the same bytes with the same material alone. */
  readonly key: string
  /** What it says that it is about; absent if that is whatever it hangs on. */
  readonly about?: readonly Digest[]
  readonly statement?: Statement
  /** Whether a certificate says who signed. */
  readonly hasCertificate: boolean
}

/** Reads pieces of evidence; content that several of them have is read once. */
export interface PieceReader {
  signed(piece: SignedLayer): Promise<Content<SignedPiece>>
  /** Of a statement that nobody signed. */
  statement(layer: Descriptor): Promise<Content<Statement>>
  /** The document's own time, in UTC to the second, if it is one that is known and has one. */
  stated(layer: Descriptor): Promise<Content<string | undefined>>
}

/** Returns a reader of pieces. `isKnown` tells whether a digest is that of a manifest which matters. */
export function createPieceReader(
  readBlob: ReadBlob,
  isKnown: (digest: Digest) => boolean,
): PieceReader {
  const bundle = oncePerBlob((layer) =>
    readBlob(layer, async (stream) => {
      const bytes = await bytesOf(stream)
      return { bytes, ...readBundle(bytes, isKnown) }
    }),
  )
  const envelope = oncePerBlob((layer) =>
    readBlob(layer, async (stream) => {
      const bytes = await bytesOf(stream)
      return { bytes, statement: readEnvelope(bytes, isKnown) }
    }),
  )
  const payload = oncePerBlob((layer) =>
    readBlob(layer, async (stream) => {
      const bytes = await bytesOf(stream)
      return { bytes, image: signedImageOf(bytes) }
    }),
  )

  async function signedBundle(layer: Descriptor): Promise<Content<SignedPiece>> {
    return mapContent(await bundle(layer), ({ bytes, hasCertificate, statement }) => ({
      content: { kind: 'sigstore-bundle', bytes },
      key: keyOf(layer),
      ...(statement && { statement, about: statement.about }),
      hasCertificate,
    }))
  }

  async function signedEnvelope(layer: Descriptor): Promise<Content<SignedPiece>> {
    const material = cosignMaterialOf(layer.annotations)
    return mapContent(await envelope(layer), ({ bytes, statement }) => ({
      content: { kind: 'dsse-envelope', bytes, material },
      key: keyOf(layer, material),
      statement,
      about: statement.about,
      hasCertificate: material.certificate !== undefined,
    }))
  }

  async function simpleSigning(layer: Descriptor): Promise<Content<SignedPiece>> {
    const signature = cosignSignatureOf(layer.annotations)
    if (signature === undefined) return { unreadable: 'it has a payload without a signature' }
    const material = cosignMaterialOf(layer.annotations)
    return mapContent(await payload(layer), ({ bytes, image }) => ({
      content: { kind: 'simple-signing', payload: bytes, signature, material },
      key: keyOf(layer, signature, material),
      about: [image],
      hasCertificate: material.certificate !== undefined,
    }))
  }

  return {
    signed({ kind, layer }) {
      switch (kind) {
        case 'bundle':
          return signedBundle(layer)
        case 'envelope':
          return signedEnvelope(layer)
        case 'simple-signing':
          return simpleSigning(layer)
      }
    },
    statement: oncePerBlob((layer) =>
      readBlob(layer, async (stream) => {
        const reader = createStatementReader(isKnown)
        for await (const chunk of stream) reader.write(chunk)
        return reader.end()
      }),
    ),
    stated: oncePerBlob((layer) =>
      readBlob(layer, async (stream) => {
        const detector = createDocumentDetector()
        for await (const chunk of stream) detector.write(chunk)
        return detector.end()?.created
      }),
    ),
  }
}

/** A wrong size, which only one of two manifests claims, must not make the other's content unreadable. */
function oncePerBlob<T>(
  read: (layer: Descriptor) => Promise<T>,
): (layer: Descriptor) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (layer) => {
    const key = keyOf(layer)
    const answer = known.get(key) ?? read(layer)
    known.set(key, answer)
    return answer
  }
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  return Buffer.concat(await stream.toArray())
}

function keyOf({ digest, size }: Descriptor, ...material: readonly unknown[]): string {
  return JSON.stringify([digest, size, ...material])
}

function mapContent<T, R>(content: Content<T>, map: (value: T) => R): Content<R> {
  return 'value' in content ? { value: map(content.value) } : content
}
