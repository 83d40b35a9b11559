import type { Annotations } from './annotations.ts'
import { type Digest, parseDigest } from './digest.ts'
import { OciError } from './error.ts'
import { isObject, type JsonObject, optionalObject, optionalString } from './json.ts'

/** The platform an image manifest is for (image-spec v1.1.1, Image Index). */
export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

/** Names content by type, digest and size (image-spec v1.1.1, Content Descriptors). */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Annotations
  readonly platform?: Platform
  /** Base64 of the content itself. */
  readonly data?: string
}

/**
 * Returns the three properties that a `subject` consists of. Other clients write exactly these, so
 * the same subject always gives the same bytes.
 */
export function subjectDescriptor({ mediaType, digest, size }: Descriptor): Descriptor {
  return { mediaType, digest, size }
}

/**
 * Returns the JSON value as a descriptor; `where` names it in errors. Throws MANIFEST_INVALID if a
 * required property is missing or a property has another type than the specification's.
 */
export function parseDescriptor(value: unknown, where: string): Descriptor {
  if (!isObject(value)) throw invalid(where, 'is not an object')
  const { mediaType, digest, size } = value
  if (typeof mediaType !== 'string' || mediaType === '') throw invalid(where, 'has no mediaType')
  if (typeof digest !== 'string') throw invalid(where, 'has no digest')
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw invalid(where, `has no valid size: ${String(size).slice(0, 40)}`)
  }
  const artifactType = optionalString(value, 'artifactType', where)
  const data = optionalString(value, 'data', where)
  const annotations = parseAnnotations(value, where)
  const platform = parsePlatform(value, where)
  return {
    mediaType,
    digest: parseDigest(digest),
    size,
    ...(artifactType !== undefined && { artifactType }),
    ...(annotations && { annotations }),
    ...(platform && { platform }),
    ...(data !== undefined && { data }),
  }
}

/**
 * Tells whether an entry of an index is an empty descriptor, `{}` or as Go writes one: clients have
 * left such entries in referrers tags, and drop them (oras-go, removeEmptyDescriptors).
 */
export function isEmptyDescriptor(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((each) => each === '' || each === 0)
}

/**
 * Returns the `annotations` of a manifest or descriptor. Throws MANIFEST_INVALID if they are not a
 * map of strings.
 */
export function parseAnnotations(value: JsonObject, where: string): Annotations | undefined {
  const annotations = optionalObject(value, 'annotations', where)
  if (!annotations) return undefined
  const entries = Object.entries(annotations).map(([key, text]): [string, string] => {
    if (typeof text === 'string') return [key, text]
    throw invalid(
      where,
      `has an annotation that is no string: ${JSON.stringify(key.slice(0, 100))}`,
    )
  })
  return Object.fromEntries(entries)
}

function parsePlatform(value: JsonObject, where: string): Platform | undefined {
  const platform = optionalObject(value, 'platform', where)
  if (!platform) return undefined
  const variant = optionalString(platform, 'variant', where)
  return {
    os: optionalString(platform, 'os', where) ?? '',
    architecture: optionalString(platform, 'architecture', where) ?? '',
    ...(variant !== undefined && { variant }),
  }
}

function invalid(where: string, what: string): OciError {
  return new OciError('MANIFEST_INVALID', `${where} ${what}`)
}
