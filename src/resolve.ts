import type { Readable } from 'node:stream'
import type { PlatformSelection } from './job.ts'
import type { Descriptor, Platform } from './oci/descriptor.ts'
import type { Encoded } from './oci/encoded.ts'
import { InputError, OciError } from './oci/error.ts'
import { isObject } from './oci/json.ts'
import type { Manifest } from './oci/manifest.ts'
import { DOCKER_IMAGE_CONFIG, OCI_IMAGE_CONFIG } from './oci/media-types.ts'
import { formatPlatform, matchesPlatform, platformEntries } from './oci/platform.ts'
import type { TagOrDigest } from './oci/reference.ts'
import type { RepositoryReader } from './repository/repository.ts'

/** A manifest that the job is about. */
export interface Subject {
  readonly descriptor: Descriptor
  /** As the job names it, or, where all are meant, as the image does. */
  readonly platform?: Platform
  /** The image index that it was found in. */
  readonly index?: Descriptor
}

/** An image config holds a few kilobytes; build histories make some larger. */
const MAX_CONFIG_BYTES = 4 * 1024 * 1024
/** Images of every system and architecture that Go knows have some fifty. */
export const MAX_PLATFORMS = 1_000

/**
 * Returns the manifests that the job is about: the one that the tag or digest names, or those of
 * the wanted platforms, in the order wanted or of the index.
 *
 * Throws InputError (input `platform`) for a platform that the image does not have, LIMIT_EXCEEDED for
 * an image of more than MAX_PLATFORMS, and whatever the repository throws.
 */
export async function resolveSubjects(
  reader: RepositoryReader,
  target: TagOrDigest,
  selection: PlatformSelection,
): Promise<readonly Subject[]> {
  const descriptor = await reader.resolve(target)
  if (selection === 'subject') return [{ descriptor }]
  const manifest = await reader.fetchManifest(descriptor)
  const candidates = await platformsOf(reader, manifest)
  const wanted = selection === 'all' ? candidates : selectPlatforms(candidates, selection)
  const isIndex = manifest.value.kind === 'index'
  return Promise.all(
    wanted.map(async ({ descriptor: { digest }, platform }) => ({
      descriptor: await reader.resolve({ digest }),
      ...(platform && { platform }),
      ...(isIndex && { index: manifest.descriptor }),
    })),
  )
}

async function platformsOf(
  reader: RepositoryReader,
  manifest: Encoded<Manifest>,
): Promise<readonly Subject[]> {
  if (manifest.value.kind !== 'index') {
    const platform = await configPlatform(reader, manifest.value)
    return [{ descriptor: manifest.descriptor, ...(platform && { platform }) }]
  }
  const entries = platformEntries(manifest.value.manifests)
  if (entries.length > MAX_PLATFORMS) {
    throw new OciError(
      'LIMIT_EXCEEDED',
      `${reader.name}@${manifest.descriptor.digest} names more than ${MAX_PLATFORMS} platforms`,
      { advice: 'Leave platform empty, or name the manifest of a platform by its digest.' },
    )
  }
  if (entries.length > 0)
    return entries.map((entry) => ({ descriptor: entry, platform: entry.platform }))
  throw new InputError(
    'platform',
    `${reader.name}@${manifest.descriptor.digest} names no platforms`,
    'Leave platform empty.',
  )
}

function selectPlatforms(
  candidates: readonly Subject[],
  wanted: readonly Platform[],
): readonly Subject[] {
  return wanted.flatMap((platform) => {
    const found = candidates.filter(
      (each) => each.platform && matchesPlatform(platform, each.platform),
    )
    if (found.length > 0) return found.map(({ descriptor }) => ({ descriptor, platform }))
    const present = candidates.flatMap((each) =>
      each.platform ? formatPlatform(each.platform) : [],
    )
    throw new InputError(
      'platform',
      `the image is not for ${formatPlatform(platform)}`,
      `It is for ${present.join(', ') || 'no platform that it names'}.`,
    )
  })
}

/** A single-platform image says in its config what it is for; an artifact has no platform. */
async function configPlatform(
  reader: RepositoryReader,
  manifest: Manifest,
): Promise<Platform | undefined> {
  if (manifest.kind !== 'image') return undefined
  const { mediaType, size } = manifest.config
  const isImage = mediaType === OCI_IMAGE_CONFIG || mediaType === DOCKER_IMAGE_CONFIG
  if (!isImage || size > MAX_CONFIG_BYTES) return undefined
  const config = parseJson(await bytesOf(await reader.fetchBlob(manifest.config)))
  if (!isObject(config)) return undefined
  const { os, architecture, variant } = config
  if (!isText(os) || !isText(architecture)) return undefined
  return { os, architecture, ...(isText(variant) && { variant }) }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch (cause) {
    throw new OciError('MANIFEST_INVALID', "the image's config is not JSON", { cause })
  }
}
