import { createCyclonedxXmlReader } from './cyclonedx-xml.ts'
import { JSON_FORMATS } from './formats.ts'
import { createJsonReader } from './json-reader.ts'
import { DOCUMENT_TYPES } from './kinds.ts'
import type { Findings } from './reader.ts'
import { createSpdxTagValueReader } from './spdx-tag-value.ts'

/** What a file is, told by its content. */
export interface DetectedDocument extends Findings {
  readonly artifactType: string
  readonly mediaType: string
}

export interface DocumentDetector {
  /** Takes the file's next bytes, cut anywhere; they may be reused afterwards. Never throws, whatever the bytes. */
  write(chunk: Uint8Array): void
  /** What the complete file is; undefined unless it is a well-formed document of exactly one known kind. */
  end(): DetectedDocument | undefined
}

/**
 * Returns a detector that tells what one file is while its bytes pass by once, on their way to the hash. Every reader sees the bytes; those of another syntax give up at the first line. The verdict falls
 * at the end, so that neither the order of keys nor a file cut short can mislead; memory stays constant.
 */
export function createDocumentDetector(): DocumentDetector {
  const readers = [
    createJsonReader(JSON_FORMATS),
    createCyclonedxXmlReader(),
    createSpdxTagValueReader(),
  ]
  return {
    write(chunk) {
      for (const reader of readers) reader.write(chunk)
    },
    end() {
      const [found, ...others] = readers.flatMap((reader) => reader.end() ?? [])
      if (found === undefined || others.length > 0) return undefined
      const { artifactType, mediaType } = DOCUMENT_TYPES[found.kind]
      return { ...found, artifactType, mediaType }
    },
  }
}
