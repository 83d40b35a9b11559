import { type Descriptor, type Platform, subjectDescriptor } from '../../src/oci/descriptor.ts'
import { digestOf } from '../../src/oci/digest.ts'
import { type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { JsonObject } from '../../src/oci/json.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { emptyConfig } from '../../src/oci/pack.ts'
import { formatPlatform, parsePlatform } from '../../src/oci/platform.ts'

const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip'
const IN_TOTO = 'application/vnd.in-toto+json'

/** A small image, to be stored wherever a test needs it. */
export interface TestImage {
  /** Of the image: its index, or the one manifest of a single-platform image. */
  readonly descriptor: Descriptor
  /** Of each platform's manifest, as the index lists it. */
  readonly platforms: readonly (Descriptor & { readonly platform: Platform })[]
  readonly blobs: readonly TestBlob[]
  /** Children before the index. */
  readonly manifests: readonly Encoded<JsonObject>[]
}

interface TestBlob {
  readonly descriptor: Descriptor
  readonly bytes: Uint8Array
}

export interface TestImageOptions {
  /** `os/architecture[/variant]` each; none makes a single manifest instead of an index. */
  readonly platforms?: readonly string[]
  /**
   * Adds an attestation manifest at `unknown/unknown` for each platform, as BuildKit does; with
   * `oci-artifact` as it does with `oci-artifact=true`.
   */
  readonly attestations?: boolean | 'oci-artifact'
  /** Entries of the index that name no platform: `absent`, or without an operating system: `empty`. */
  readonly unnamed?: readonly ('absent' | 'empty')[]
  /** Another seed gives other digests. */
  readonly seed?: string
}

/** Returns an image with a config and a layer for each platform; the same options, the same bytes. */
export function testImage(options: TestImageOptions = {}): TestImage {
  const { platforms = [], attestations = false, unnamed = [], seed = '' } = options
  if (platforms.length === 0) {
    const { blobs, manifest } = platformImage(parsePlatform('linux/amd64'), seed)
    return { descriptor: manifest.descriptor, platforms: [], blobs, manifests: [manifest] }
  }
  const images = platforms.map((text) => {
    const platform = parsePlatform(text)
    const image = platformImage(platform, seed)
    return { ...image, entry: { ...image.manifest.descriptor, platform } }
  })
  const form = attestations === 'oci-artifact' ? attestationArtifact : attestationImage
  const proofs = attestations ? images.map(({ entry }) => attestation(entry, form)) : []
  const nameless = unnamed.map((kind) => {
    const image = platformImage(parsePlatform(`linux/${kind}`), seed)
    const { descriptor } = image.manifest
    const platform = { os: '', architecture: '' }
    return { ...image, entry: kind === 'absent' ? descriptor : { ...descriptor, platform } }
  })
  const entries = [...images, ...nameless, ...proofs].map(({ entry }) => entry)
  const index = encodeJson({ schemaVersion: 2, mediaType: OCI_IMAGE_INDEX, manifests: entries })
  return {
    descriptor: index.descriptor,
    platforms: images.map(({ entry }) => entry),
    blobs: [...images, ...nameless, ...proofs].flatMap(({ blobs }) => blobs),
    manifests: [...[...images, ...nameless, ...proofs].map(({ manifest }) => manifest), index],
  }
}

interface StoredImage {
  readonly blobs: readonly TestBlob[]
  readonly manifest: Encoded<JsonObject>
}

function platformImage(platform: Platform, seed: string): StoredImage {
  const { os, architecture } = platform
  const layer = blob(LAYER, `layer of ${formatPlatform(platform)} ${seed}`)
  const diff = { type: 'layers', diff_ids: [layer.descriptor.digest] }
  return manifestOf(
    blob(OCI_IMAGE_CONFIG, JSON.stringify({ os, architecture, rootfs: diff })),
    layer,
  )
}

/** By moby/buildkit, docs/attestations/attestation-storage.md. */
function attestation(
  subject: Descriptor,
  form: typeof attestationImage,
): StoredImage & { readonly entry: Descriptor & { readonly platform: Platform } } {
  const statement = {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://spdx.dev/Document',
    subject: [{ name: '_', digest: { sha256: subject.digest.slice('sha256:'.length) } }],
    predicate: {},
  }
  const image = form(blob(IN_TOTO, JSON.stringify(statement)), subject)
  const annotations = {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': subject.digest,
  }
  const platform = { os: 'unknown', architecture: 'unknown' }
  return { ...image, entry: { ...image.manifest.descriptor, annotations, platform } }
}

function attestationImage(layer: TestBlob, _subject: Descriptor): StoredImage {
  return manifestOf(
    blob(OCI_IMAGE_CONFIG, JSON.stringify({ os: 'unknown', architecture: 'unknown' })),
    layer,
  )
}

function attestationArtifact(layer: TestBlob, subject: Descriptor): StoredImage {
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
    config: emptyConfig.descriptor,
    layers: [layer.descriptor],
    subject: subjectDescriptor(subject),
  })
  return { blobs: [emptyConfig, layer], manifest }
}

function manifestOf(config: TestBlob, layer: TestBlob): StoredImage {
  const manifest = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    config: config.descriptor,
    layers: [layer.descriptor],
  })
  return { blobs: [config, layer], manifest }
}

function blob(mediaType: string, text: string): TestBlob {
  const bytes = new TextEncoder().encode(text)
  return { descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length }, bytes }
}
