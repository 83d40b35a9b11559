import type { Platform } from '../oci/descriptor.ts'
import { isMediaType } from '../oci/media-types.ts'
import { formatPlatform } from '../oci/platform.ts'

/** One line of `files`: which files, and as which media type. */
export interface FileLine {
  /** A path or a glob; may hold `{platform}`, `{os}`, `{arch}` and `{variant}`. */
  readonly pattern: string
  readonly mediaType?: string
}

/**
 * Returns the line `path[:media-type]` in its parts. What follows the last colon is a media type
 * only if it has the form of one, so that Windows drives and other colons stay in the path.
 */
export function parseFileLine(line: string): FileLine {
  const colon = line.lastIndexOf(':')
  const mediaType = line.slice(colon + 1)
  return colon > 0 && isMediaType(mediaType)
    ? { pattern: line.slice(0, colon), mediaType }
    : { pattern: line }
}

const placeholder = /\{(platform|os|arch|variant)\}/g

/** Tells whether the pattern depends on the platform. */
export function hasPlaceholder(pattern: string): boolean {
  return pattern.search(placeholder) >= 0
}

/**
 * Returns the pattern with its placeholders replaced: `{platform}` becomes `linux-amd64`, with a
 * variant `linux-arm-v7`; without a platform each becomes `*`, which finds every platform's file.
 */
export function fillPlaceholders(pattern: string, platform: Platform | undefined): string {
  return pattern.replace(placeholder, (_, name: string) =>
    platform ? platformPart(platform, name) : '*',
  )
}

function platformPart(platform: Platform, name: string): string {
  switch (name) {
    case 'os':
      return platform.os
    case 'arch':
      return platform.architecture
    case 'variant':
      return platform.variant ?? ''
    default:
      return formatPlatform(platform).replaceAll('/', '-')
  }
}
