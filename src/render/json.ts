import type { Graph, GraphManifest, GraphReferrer } from '../graph.ts'
import type { Attached, Pulled } from '../job.ts'
import type { Annotations } from '../oci/annotations.ts'
import type { Platform } from '../oci/descriptor.ts'

/** A manifest of the graph as `oras discover --format json` (1.3) prints it, with what we know more. */
export interface JsonManifest {
  readonly reference: string
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Annotations
  readonly platform?: JsonPlatform
  readonly sources?: readonly string[]
  readonly referrers: readonly JsonManifest[]
  readonly platforms?: readonly JsonManifest[]
}

/** The keys in the order of the image specification. */
type JsonPlatform = Pick<Platform, 'architecture' | 'os' | 'variant'>

/** A referrer as `oras discover -o json` used to print it. */
export interface JsonReference {
  readonly digest: string
  readonly mediaType: string
  readonly artifactType?: string
  readonly size: number
  readonly annotations?: Annotations
  readonly references: readonly JsonReference[]
}

/** Returns the graph for JSON, its keys in a fixed order. */
export function graphJson(graph: Graph): JsonManifest {
  const { platforms } = graph
  return { ...manifestJson(graph), ...(platforms && { platforms: platforms.map(manifestJson) }) }
}

/** Returns the referrers of the image, and theirs, in the older form. */
export function referencesJson(graph: Graph): { readonly references: readonly JsonReference[] } {
  return { references: graph.referrers.map(referenceJson) }
}

/** Returns the artifact for JSON, its keys in a fixed order. */
export function attachedJson(attached: Attached): Attached {
  const { subject, reference, digest, mediaType, size, artifactType, files, status, via } = attached
  return {
    ...(subject !== undefined && { subject }),
    reference,
    digest,
    mediaType,
    size,
    artifactType,
    files: files.map((file) => ({
      path: file.path,
      title: file.title,
      mediaType: file.mediaType,
      digest: file.digest,
      size: file.size,
    })),
    status,
    ...(via && { via }),
  }
}

/** Returns the file for JSON, its keys in a fixed order. */
export function pulledJson(pulled: Pulled): Pulled {
  const { path, reference, digest, title, mediaType, size, artifactType } = pulled
  return {
    path,
    reference,
    digest,
    title,
    mediaType,
    size,
    ...(artifactType !== undefined && { artifactType }),
  }
}

/** What could be obeyed where JSON is printed to a log or a terminal; JSON itself escapes the rest. */
const UNSAFE = /[\p{Cf}\u007f-\u009f\u2028\u2029\p{Default_Ignorable_Code_Point}]|(?<=##)\[/gu

/**
 * Returns the value as JSON that is safe to print: characters that are not shown as themselves, and
 * the `[` of `##[` which the runner would take for a command, are escaped as JSON allows, so that
 * every reader gets the value as it is. `indent` is in spaces; 0 gives one line.
 */
export function formatJson(value: unknown, indent: 0 | 2 = 0): string {
  return JSON.stringify(value, undefined, indent).replace(UNSAFE, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

function manifestJson(manifest: GraphManifest | GraphReferrer): JsonManifest {
  const { reference, mediaType, digest, size, artifactType, annotations, platform } = manifest
  return {
    reference,
    mediaType,
    digest,
    size,
    ...(artifactType !== undefined && { artifactType }),
    ...(annotations && { annotations }),
    ...(platform && { platform: platformJson(platform) }),
    ...('sources' in manifest && { sources: manifest.sources }),
    referrers: manifest.referrers.map(manifestJson),
  }
}

function platformJson({ architecture, os, variant }: Platform): JsonPlatform {
  return { architecture, os, ...(variant && { variant }) }
}

function referenceJson(referrer: GraphReferrer): JsonReference {
  const { digest, mediaType, artifactType, size, annotations, referrers } = referrer
  return {
    digest,
    mediaType,
    ...(artifactType !== undefined && { artifactType }),
    size,
    ...(annotations && { annotations }),
    references: referrers.map(referenceJson),
  }
}
