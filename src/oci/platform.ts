import type { Descriptor, Platform } from './descriptor.ts'
import { InputError } from './error.ts'

/** Returns the platform as users write it: `linux/arm64/v8`. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`
}

/** Returns `os/architecture[/variant]` as a platform. Throws InputError for anything else. */
export function parsePlatform(text: string): Platform {
  const [os, architecture, variant, ...rest] = text.split('/')
  const parts = [os, architecture, ...(variant === undefined ? [] : [variant])]
  const valid = rest.length === 0 && parts.every((part) => /^[A-Za-z0-9_.-]+$/.test(part ?? ''))
  if (!valid || !os || !architecture) {
    throw new InputError(
      'platform',
      `not a platform: ${text}`,
      'Write os/architecture, as in linux/arm64, or all.',
    )
  }
  return { os, architecture, ...(variant && { variant }) }
}

/**
 * Tells whether the wanted platform names the one that an index entry has: without a variant, every
 * variant of the architecture is meant; an entry without one has the variant that containerd's
 * platforms package takes it for, so arm64 and arm64/v8 are the same.
 */
export function matchesPlatform(wanted: Platform, actual: Platform): boolean {
  if (wanted.os !== actual.os || wanted.architecture !== actual.architecture) return false
  if (!wanted.variant) return true
  return wanted.variant === (actual.variant || impliedVariant(actual.architecture))
}

function impliedVariant(architecture: string): string | undefined {
  switch (architecture) {
    case 'amd64':
      return 'v1'
    case 'arm64':
      return 'v8'
    case 'arm':
      return 'v7'
    default:
      return undefined
  }
}

/**
 * Returns the entries of an image index that are platforms' images: those with a platform, without
 * BuildKit's attestation manifests, which stand at `unknown/unknown`.
 */
export function platformEntries<T extends Descriptor>(
  manifests: readonly T[],
): readonly (T & { readonly platform: Platform })[] {
  return manifests.filter(
    (entry): entry is T & { readonly platform: Platform } => isNamed(entry) && !isUnknown(entry),
  )
}

/**
 * Returns the entries of an image index of which no platform is known. Clients run them nevertheless:
 * containerd takes what names no platform for one of any (images/image.go, Manifest), and no operating
 * system for its own (platforms, Normalize).
 */
export function unnamedEntries<T extends Descriptor>(manifests: readonly T[]): readonly T[] {
  return manifests.filter((entry) => !isNamed(entry))
}

function isNamed({ platform }: Descriptor): boolean {
  return platform !== undefined && platform.os !== ''
}

function isUnknown({ platform }: Descriptor): boolean {
  return platform?.os === 'unknown' && platform.architecture === 'unknown'
}
