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
/**
 * Layers in which the subject is looked for. All of those that cosign writes name it, so the first is
 * enough; but who may push can fill the tag, and must not hide a signature by that. A manifest of 4 MiB,
 * the most that registries take, holds some 13,000 of cosign's.
 */
export const MAX_LAYERS = 20_000
/** Layers read at once, where the first did not name the subject: requests, or open files of a layout. */
const MAX_READS = 32

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

/**
 * Each content once: signatures of one image by one name have the same payload. The smallest first: one
 * is enough, and an attested SBOM may have many megabytes.
 */
function layersOf({ layers }: ImageManifest, mediaType: string): readonly Descriptor[] {
  const payloads = layers.filter((layer) => layer.mediaType === mediaType)
  const unique = new Map(payloads.map((layer) => [`${layer.digest} ${layer.size}`, layer]))
  return [...unique.values()].sort((a, b) => a.size - b.size)
}

/** The first by itself: to look into more of them at once would mostly be in vain. */
async function isNamed(
  reader: RepositoryReader,
  subject: Descriptor,
  layers: readonly Descriptor[],
  names: NamesDigest,
): Promise<boolean> {
  const readable = withinLimits(layers)
  for (let at = 0; at < readable.length; at += at === 0 ? 1 : MAX_READS) {
    const batch = readable.slice(at, at === 0 ? 1 : at + MAX_READS)
    const answers = await Promise.all(
      batch.map((layer) => isNamedIn(reader, subject, layer, names)),
    )
    if (answers.includes(true)) return true
  }
  if (readable.length < layers.length) throw tooMuch(subject)
  return false
}

/** Returns as many of the layers as may be read. */
function withinLimits(layers: readonly Descriptor[]): readonly Descriptor[] {
  let bytes = 0
  const end = layers.findIndex(({ size }, at) => {
    bytes += size
    return at === MAX_LAYERS || bytes > MAX_READ_BYTES
  })
  return end === -1 ? layers : layers.slice(0, end)
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
