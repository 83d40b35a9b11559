import type { Descriptor } from '../oci/descriptor.ts'
import { artifactTypeOf, filesOf, type Manifest } from '../oci/manifest.ts'
import { withoutParameters } from '../oci/media-types.ts'
import { aliasesOfArtifactType, isNotationType } from '../policy/aliases.ts'
import type { Rule } from '../policy/policy.ts'
import { isArtifactType } from './artifact-type.ts'

/** A layer that holds something signed. */
export interface SignedLayer {
  readonly kind: 'bundle' | 'envelope' | 'simple-signing'
  readonly layer: Descriptor
}

/** A layer that holds an in-toto statement which nobody has signed. */
export interface StatementLayer {
  readonly kind: 'statement'
  readonly layer: Descriptor
}

type LayerKind = (SignedLayer | StatementLayer)['kind']

/** One piece of the evidence that a manifest is. */
export type Piece =
  | SignedLayer
  | StatementLayer
  | { readonly kind: 'notation' }
  /** The manifest as a whole; its type tells what it is. */
  | { readonly kind: 'document'; readonly layers: readonly Descriptor[] }
  /** By its type it holds something signed, but it has no such layer. */
  | { readonly kind: 'hollow' }

/** Every media type of bundles; a new version means something that is not known here. */
const BUNDLE =
  /^application\/vnd\.dev\.sigstore\.bundle(?:\.v0\.3\+json|\+json(?:; ?version=0\.[123])?)$/

const LAYER_KINDS = new Map<string, LayerKind>([
  ['application/vnd.dsse.envelope.v1+json', 'envelope'],
  ['application/vnd.in-toto+json', 'statement'],
  ['application/vnd.dev.cosign.simplesigning.v1+json', 'simple-signing'],
])

/** Artifact types of what is nothing but the signatures and statements in it. */
const WRAPPINGS: readonly string[] = [
  'application/vnd.dev.cosign.artifact.sig.v1+json',
  'application/vnd.docker.attestation.manifest.v1+json',
  'application/vnd.docker.attestation.config.v1+json',
]

/**
 * Returns the evidence that the manifest is: each signed or signable layer by itself, as at cosign's
 * tags and in BuildKit's attestations, and what else it holds as one document.
 */
export function piecesOf(manifest: Manifest): readonly Piece[] {
  const artifactType = artifactTypeOf(manifest) ?? ''
  if (isNotation(manifest, artifactType)) return [{ kind: 'notation' }]
  const typeKind = layerKindOf(artifactType)
  const layers = filesOf(manifest)
  const pieces = layers.flatMap((layer): readonly Piece[] => {
    const kind = layerKindOf(layer.mediaType) ?? layerKindByType(typeKind)
    return kind ? [{ kind, layer }] : []
  })
  if (typeKind || WRAPPINGS.includes(withoutParameters(artifactType))) {
    return pieces.length > 0 ? pieces : [{ kind: 'hollow' }]
  }
  const isWholly = layers.length > 0 && pieces.length === layers.length
  return isWholly ? pieces : [...pieces, { kind: 'document', layers }]
}

/** Tells whether a piece of a manifest of the type could be what the rule asks for, unread. */
export function mayConcern({ type }: Rule, { kind }: Piece, artifactType: string): boolean {
  if (type.kind === 'artifact-type') return isArtifactType(type.artifactType, artifactType)
  switch (kind) {
    case 'bundle':
    case 'envelope':
    case 'statement':
      return true
    case 'simple-signing':
    case 'notation':
      return type.alias === 'signature'
    case 'document':
    case 'hollow':
      return aliasesOfArtifactType(artifactType).includes(type.alias)
  }
}

function layerKindOf(mediaType: string): LayerKind | undefined {
  if (BUNDLE.test(mediaType.toLowerCase())) return 'bundle'
  return LAYER_KINDS.get(withoutParameters(mediaType))
}

/**
 * Files are attached under types like `application/json` too; then the artifact's says what they are. A
 * layer of simple signing is known by its own alone: beside it cosign keeps other things.
 */
function layerKindByType(typeKind: LayerKind | undefined): LayerKind | undefined {
  return typeKind === 'simple-signing' ? undefined : typeKind
}

/** Image manifests of Notation may have its type as that of their config alone. */
function isNotation(manifest: Manifest, artifactType: string): boolean {
  const config = manifest.kind === 'image' ? manifest.config.mediaType : ''
  return isNotationType(artifactType) || isNotationType(config)
}
