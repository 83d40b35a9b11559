import type { Entity, Entry } from './entity.ts'
import { isEnvelopeEntry } from './envelope-entry.ts'

/** What the library can compare with what was signed (@sigstore/verify 4.1, dist/tlog). */
const KINDS_OF_LIBRARY = [
  'dsse 0.0.1',
  'dsse 0.0.2',
  'hashedrekord 0.0.1',
  'hashedrekord 0.0.2',
  'intoto 0.0.2',
]

/** Tells whether what the log entry is about can be told at all. */
export function isReadable(entity: Entity, entry: Entry): boolean {
  const { kind, version } = entry.kindVersion
  return KINDS_OF_LIBRARY.includes(`${kind} ${version}`) || isEnvelopeEntry(entity, entry)
}
