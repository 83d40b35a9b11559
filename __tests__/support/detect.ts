import { createDocumentDetector, type DetectedDocument } from '../../src/documents/detector.ts'
import { chunksOf } from './chunks.ts'

/** What the detector makes of a whole file, handed over in chunks. */
export function detect(
  content: string | Uint8Array,
  cuts: readonly number[] = [],
): DetectedDocument | undefined {
  const detector = createDocumentDetector()
  for (const chunk of chunksOf(Buffer.from(content), cuts)) detector.write(chunk)
  return detector.end()
}
