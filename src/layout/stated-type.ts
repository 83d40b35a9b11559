import type { JsonListener } from '../json/listener.ts'
import { createJsonScanner } from '../json/scan.ts'
import { JsonSyntaxError } from '../json/syntax-error.ts'
import {
  isManifestMediaType,
  type ManifestMediaType,
  OCI_IMAGE_INDEX,
  OCI_IMAGE_MANIFEST,
} from '../oci/media-types.ts'

/** As deep as manifests are read, and with longer texts than any media type. */
const LIMITS = { maxDepth: 64, maxTextBytes: 4096, duplicateKeys: 'allow' } as const

/**
 * Returns what kind of manifest the bytes say that they are, or have the shape of, or undefined if they are
 * none. They are scanned and not parsed: a blob can be anything. What says what it is and is broken further
 * on is still taken for a manifest, whose reading fails.
 */
export function statedType(bytes: Uint8Array): ManifestMediaType | undefined {
  let mediaType: string | undefined
  const shape = new Set<string>()
  const shaped = (name: string, type: string): JsonListener => ({
    seen: (value) => void (value.type === type && shape.add(name)),
  })
  const members: ReadonlyMap<string, JsonListener> = new Map([
    ['manifests', shaped('manifests', 'array')],
    ['config', shaped('config', 'object')],
    ['layers', shaped('layers', 'array')],
    [
      'mediaType',
      {
        seen: (value) => {
          mediaType = value.type === 'string' ? (value.text ?? '') : undefined
        },
      },
    ],
  ])
  scan(bytes, { seen: () => {}, member: (name) => members.get(name) })
  if (mediaType !== undefined) return isManifestMediaType(mediaType) ? mediaType : undefined
  if (shape.has('manifests')) return OCI_IMAGE_INDEX
  return shape.has('config') && shape.has('layers') ? OCI_IMAGE_MANIFEST : undefined
}

function scan(bytes: Uint8Array, listener: JsonListener): void {
  try {
    createJsonScanner(listener, LIMITS).write(bytes)
  } catch (error) {
    // What was heard until then counts.
    if (!(error instanceof JsonSyntaxError)) throw error
  }
}
