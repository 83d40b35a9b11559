import type { Annotations } from '../../src/oci/annotations.ts'
import type { Descriptor } from '../../src/oci/descriptor.ts'
import { type Digest, splitDigest } from '../../src/oci/digest.ts'
import { decodeManifest, type Encoded, encodeJson } from '../../src/oci/encoded.ts'
import type { Manifest } from '../../src/oci/manifest.ts'
import { OCI_IMAGE_CONFIG, OCI_IMAGE_MANIFEST } from '../../src/oci/media-types.ts'
import { type Content, contentOfBytes } from '../../src/repository/content.ts'
import type { RepositoryWriter } from '../../src/repository/repository.ts'

export const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json'
export const DSSE = 'application/vnd.dsse.envelope.v1+json'

/** What cosign 2, and cosign 3 with `--new-bundle-format=false`, stores for an image. */
export interface CosignEvidence {
  readonly tag: string
  readonly blobs: readonly (Content & { readonly bytes: Uint8Array })[]
  readonly manifest: Encoded<Manifest>
}

export interface CosignLayer {
  readonly mediaType: string
  readonly text: string
  readonly annotations?: Annotations
}

/** Returns what stands at the subject's tag with the suffix. */
export function atCosignTag(
  subject: Digest,
  suffix: 'sig' | 'att' | 'sbom',
  layers: readonly CosignLayer[],
): CosignEvidence {
  const config = contentOf({
    mediaType: OCI_IMAGE_CONFIG,
    text: JSON.stringify({ architecture: '', os: '', config: {}, rootfs: { type: 'layers' } }),
  })
  const blobs = layers.map(contentOf)
  const { bytes, descriptor } = encodeJson({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_MANIFEST,
    config: config.descriptor,
    layers: blobs.map((blob) => blob.descriptor),
  })
  const tag = `${splitDigest(subject).join('-')}.${suffix}`
  return { tag, blobs: [config, ...blobs], manifest: decodeManifest(bytes, descriptor) }
}

/** Returns a signature of the subject, whose payload is about it or about another digest. */
export function cosignSignature(subject: Digest, about: Digest = subject): CosignEvidence {
  return atCosignTag(subject, 'sig', [signatureLayer(about)])
}

export function signatureLayer(about: Digest): CosignLayer {
  const identity = { 'docker-reference': 'registry.test/app' }
  const image = { 'docker-manifest-digest': about }
  const critical = { identity, image, type: 'cosign container image signature' }
  return { mediaType: SIMPLE_SIGNING, text: JSON.stringify({ critical, optional: null }) }
}

/** Returns an attestation of the subject, whose statement is about it or about another digest. */
export function cosignAttestation(subject: Digest, about: Digest = subject): CosignEvidence {
  return atCosignTag(subject, 'att', [attestationLayer(about)])
}

/** The subject stands last, behind a predicate of as many bytes, as nothing forbids. */
export function attestationLayer(about: Digest, predicateBytes = 0): CosignLayer {
  const [algorithm, encoded] = splitDigest(about)
  const statement = {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://cosign.sigstore.dev/attestation/v1',
    predicate: { Data: '?'.repeat(predicateBytes) },
    subject: [{ name: 'registry.test/app', digest: { [algorithm]: encoded } }],
  }
  return { mediaType: DSSE, text: JSON.stringify(envelopeOf(JSON.stringify(statement))) }
}

/** Returns a DSSE envelope with the text as its payload; the signature is none. */
export function envelopeOf(payload: string): object {
  return {
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: '', sig: 'bm9uZQ==' }],
  }
}

/** Returns an SBOM as `cosign attach sbom` stores it. */
export function cosignSbom(subject: Digest): CosignEvidence {
  const layer = {
    mediaType: 'text/spdx+json',
    text: `{"spdxVersion":"SPDX-2.3","of":"${subject}"}`,
  }
  return atCosignTag(subject, 'sbom', [layer])
}

/** Pushes it as cosign does. */
export async function pushEvidence(
  repository: RepositoryWriter,
  { tag, blobs, manifest }: CosignEvidence,
): Promise<Descriptor> {
  await Promise.all(blobs.map((blob) => repository.pushBlob(blob)))
  await repository.pushManifest(manifest, tag)
  return manifest.descriptor
}

function contentOf({ mediaType, text, annotations }: CosignLayer): CosignEvidence['blobs'][number] {
  const bytes = new TextEncoder().encode(text)
  const { descriptor, open } = contentOfBytes(bytes, mediaType)
  return { descriptor: { ...descriptor, ...(annotations && { annotations }) }, open, bytes }
}
