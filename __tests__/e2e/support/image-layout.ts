import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A two-platform image, told by its index. */
export interface Image {
  readonly tag: string
  /** Of the index. */
  readonly digest: string
  readonly platforms: readonly PlatformImage[]
}

interface PlatformImage {
  readonly platform: string
  readonly digest: string
  /** Of the attestation in the index. */
  readonly attestation?: string
}

interface Blob {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
}

const tag = 'v1'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'
const emptyType = 'application/vnd.oci.empty.v1+json'
const attestationType = 'application/vnd.docker.attestation.manifest.v1+json'
/** Two zero blocks: a tar archive with nothing in it. */
const emptyTar = Buffer.alloc(1024)

/** How BuildKit stores attestations (moby/buildkit, docs/attestations/attestation-storage.md). */
export type AttestationForm = 'image' | 'oci-artifact'

/**
 * Writes an OCI image layout with an image for linux/amd64 and linux/arm64 under the tag `v1` into
 * the directory, with nothing of the project's own code, and returns the image. Another seed gives
 * other digests; with a form, each platform has an attestation of its build.
 */
export async function writeImageLayout(
  directory: string,
  seed: string,
  form?: AttestationForm,
): Promise<Image> {
  await mkdir(join(directory, 'blobs/sha256'), { recursive: true })
  const manifests = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => ({
      ...(await writeManifest(directory, architecture, seed)),
      platform: { architecture, os: 'linux' },
    })),
  )
  const attestations = await Promise.all(
    form ? manifests.map((manifest) => writeAttestation(directory, manifest, form)) : [],
  )
  const index = await writeJson(directory, {
    schemaVersion: 2,
    mediaType: indexType,
    manifests: [...manifests, ...attestations],
  })
  const entry = { ...index, annotations: { 'org.opencontainers.image.ref.name': tag } }
  await writeFile(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  await writeFile(
    join(directory, 'index.json'),
    JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: [entry] }),
  )
  return {
    tag,
    digest: index.digest,
    platforms: manifests.map(({ platform, digest }, at) => ({
      platform: `${platform.os}/${platform.architecture}`,
      digest,
      ...(attestations[at] && { attestation: attestations[at].digest }),
    })),
  }
}

async function writeManifest(directory: string, architecture: string, seed: string): Promise<Blob> {
  const layer = await writeBlob(directory, 'application/vnd.oci.image.layer.v1.tar', emptyTar)
  const config = await writeJson(directory, {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    architecture,
    os: 'linux',
    config: { Labels: { seed } },
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
  })
  return writeJson(directory, {
    schemaVersion: 2,
    mediaType: manifestType,
    config,
    layers: [layer],
  })
}

async function writeAttestation(
  directory: string,
  { mediaType, digest, size }: Blob,
  form: AttestationForm,
): Promise<Blob & { readonly platform: object; readonly annotations: object }> {
  const predicateType = 'https://slsa.dev/provenance/v1'
  const statement = await writeJson(directory, {
    mediaType: 'application/vnd.in-toto+json',
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType,
    subject: [{ name: '_', digest: { sha256: digest.slice('sha256:'.length) } }],
    predicate: {},
  })
  const layers = [{ ...statement, annotations: { 'in-toto.io/predicate-type': predicateType } }]
  const platform = { architecture: 'unknown', os: 'unknown' }
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', ...platform }
  const empty = await writeBlob(directory, emptyType, Buffer.from('{}'))
  const parts =
    form === 'oci-artifact'
      ? { artifactType: attestationType, config: empty, subject: { mediaType, digest, size } }
      : { config: await writeJson(directory, config) }
  const common = { schemaVersion: 2, mediaType: manifestType, layers }
  const annotations = {
    'vnd.docker.reference.type': 'attestation-manifest',
    'vnd.docker.reference.digest': digest,
  }
  return { ...(await writeJson(directory, { ...common, ...parts })), platform, annotations }
}

function writeJson<T extends { readonly mediaType: string }>(
  directory: string,
  value: T,
): Promise<Blob> {
  return writeBlob(directory, value.mediaType, Buffer.from(JSON.stringify(value)))
}

async function writeBlob(directory: string, mediaType: string, bytes: Buffer): Promise<Blob> {
  const encoded = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(directory, 'blobs/sha256', encoded), bytes)
  return { mediaType, digest: `sha256:${encoded}`, size: bytes.length }
}
