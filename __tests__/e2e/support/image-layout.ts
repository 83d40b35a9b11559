import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A two-platform image, told by its index. */
export interface Image {
  readonly tag: string
  /** Of the index. */
  readonly digest: string
  readonly platforms: readonly { readonly platform: string; readonly digest: string }[]
}

interface Blob {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
}

const tag = 'v1'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'
/** Two zero blocks: a tar archive with nothing in it. */
const emptyTar = Buffer.alloc(1024)

/**
 * Writes an OCI image layout with an image for linux/amd64 and linux/arm64 under the tag `v1` into
 * the directory, with nothing of the project's own code, and returns the image. Another seed gives
 * other digests.
 */
export async function writeImageLayout(directory: string, seed: string): Promise<Image> {
  await mkdir(join(directory, 'blobs/sha256'), { recursive: true })
  const manifests = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => ({
      ...(await writeManifest(directory, architecture, seed)),
      platform: { architecture, os: 'linux' },
    })),
  )
  const index = await writeJson(directory, {
    schemaVersion: 2,
    mediaType: indexType,
    manifests,
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
    platforms: manifests.map(({ platform, digest }) => ({
      platform: `${platform.os}/${platform.architecture}`,
      digest,
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
