import type { Descriptor } from '../oci/descriptor.ts'
import { splitDigest } from '../oci/digest.ts'
import type { Encoded } from '../oci/encoded.ts'
import { hasCode, OciError } from '../oci/error.ts'
import type { ImageManifest, Manifest } from '../oci/manifest.ts'
import type { RepositoryReader } from '../repository/repository.ts'
import type { Convention, Finding, Proof } from './finding.ts'
import { type NamesDigest, namesInSignature, namesInStatement } from './signed-digest.ts'

/**
 * The most that is read at one tag to find the subject in what was signed: what cosign reads of an
 * attachment unless it is told otherwise (COSIGN_MAX_ATTACHMENT_SIZE). Nothing of it is kept.
 */
export const MAX_READ_BYTES = 128 * 1024 * 1024
/** Layers in which the subject is looked for; all of those that cosign writes name it. */
export const MAX_LAYERS = 100

/** What cosign stores at one of the tags of an image (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
interface TagKind {
  readonly suffix: 'sig' | 'att' | 'sbom'
  /** The layers that name what they are about, and how; what has none is bound by its tag alone. */
  readonly payload?: { readonly mediaType: string; readonly names: NamesDigest }
}

const kinds: readonly TagKind[] = [
  {
    suffix: 'sig',
    payload: {
      mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
      names: namesInSignature,
    },
  },
  {
    suffix: 'att',
    payload: { mediaType: 'application/vnd.dsse.envelope.v1+json', names: namesInStatement },
  },
  { suffix: 'sbom' },
]

/**
 * Finds what cosign keeps at the tags `sha256-<hex>.sig`, `.att` and `.sbom`. The tag is a claim that
 * whoever may push can make, so a signature or an attestation must name the subject in what it signs;
 * that of an SBOM, which nothing signs, is all that there is. A manifest with a `subject` of its own
 * is bound to nothing else.
 *
 * The proof throws LIMIT_EXCEEDED if the subject is not found in MAX_LAYERS and MAX_READ_BYTES.
 */
export const cosignTags: Convention = async (subject, reader) => {
  const [algorithm, encoded] = splitDigest(subject.digest)
  // cosign knows no other digests (go-containerregistry, v1.Hash).
  if (algorithm !== 'sha256') return []
  const found = await Promise.all(
    kinds.map((kind) => findAt(reader, subject, kind, `sha256-${encoded}.${kind.suffix}`)),
  )
  return found.flat()
}

async function findAt(
  reader: RepositoryReader,
  subject: Descriptor,
  kind: TagKind,
  tag: string,
): Promise<readonly Finding[]> {
  const manifest = await reader.findTagged(tag)
  if (!manifest) return []
  return [
    {
      descriptor: manifest.descriptor,
      sources: ['cosign-tag'],
      prove: () => prove(reader, subject, kind, tag, manifest),
    },
  ]
}

async function prove(
  reader: RepositoryReader,
  subject: Descriptor,
  { payload }: TagKind,
  tag: string,
  manifest: Encoded<Manifest>,
): Promise<Proof> {
  const { value, descriptor } = manifest
  const refuse = (why: string): Proof => ({
    refusal: `${descriptor.digest} stands at the tag ${tag}, but ${why}`,
  })
  if (value.kind !== 'image') return refuse('is neither an image nor an artifact')
  if (value.subject && value.subject.digest !== subject.digest) {
    return refuse('names another subject')
  }
  const isBound =
    !payload || (await isNamed(reader, subject, layersOf(value, payload.mediaType), payload.names))
  return isBound ? { manifest } : refuse(`nothing in it names ${subject.digest}`)
}

/** The smallest first: one is enough, and an attested SBOM may have many megabytes. */
function layersOf({ layers }: ImageManifest, mediaType: string): readonly Descriptor[] {
  return layers.filter((layer) => layer.mediaType === mediaType).sort((a, b) => a.size - b.size)
}

async function isNamed(
  reader: RepositoryReader,
  subject: Descriptor,
  layers: readonly Descriptor[],
  names: NamesDigest,
): Promise<boolean> {
  let [count, bytes] = [0, 0]
  for (const layer of layers) {
    count += 1
    bytes += layer.size
    if (count > MAX_LAYERS || bytes > MAX_READ_BYTES) throw tooMuch(subject)
    if (await isNamedIn(reader, subject, layer, names)) return true
  }
  return false
}

async function isNamedIn(
  reader: RepositoryReader,
  subject: Descriptor,
  layer: Descriptor,
  names: NamesDigest,
): Promise<boolean> {
  try {
    return await names(await reader.fetchBlob(layer), subject.digest)
  } catch (error) {
    if (hasCode(error, 'BLOB_UNKNOWN')) return false
    throw error
  }
}

function tooMuch({ digest }: Descriptor): OciError {
  return new OciError(
    'LIMIT_EXCEEDED',
    `${digest} is not named in the first ${MAX_LAYERS} layers or ${MAX_READ_BYTES} bytes of what stands at its cosign tag`,
    { advice: 'Remove the tag, or what is in it that belongs to other images.' },
  )
}
