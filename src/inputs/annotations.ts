import { toUtcSeconds } from '../documents/timestamp.ts'
import { type Annotations, CREATED } from '../oci/annotations.ts'
import { InputError } from '../oci/error.ts'
import { quote } from '../oci/quote.ts'
import type { InputSource } from './source.ts'

/** What an artifact's manifest is to say of it. */
export interface Description {
  readonly annotations: Annotations
  /** RFC 3339, in UTC to the second. */
  readonly created?: string
}

/**
 * Returns the annotations, and the time of creation apart from them: it is taken from the input
 * `created`, or else from an annotation of that meaning, as docker/metadata-action's `labels` has one.
 *
 * Throws InputError (input `annotations` or `created`) for a line that is not `key=value`, for a key
 * that is given twice, and for what is no time.
 */
export function readDescription(source: InputSource): Description {
  const { [CREATED]: annotated, ...annotations } = readAnnotations(source)
  const created = source.value('created')
  if (created !== undefined && annotated !== undefined) {
    throw new InputError(
      'created',
      `created is given, and the annotation ${CREATED} too`,
      'Leave one of them out.',
    )
  }
  const input = created === undefined ? 'annotations' : 'created'
  const time = created ?? annotated
  return { annotations, ...(time !== undefined && { created: parseTime(input, time) }) }
}

function readAnnotations(source: InputSource): Annotations {
  const annotations = new Map<string, string>()
  for (const text of source.values('annotations')) {
    const equals = text.indexOf('=')
    const key = text.slice(0, Math.max(equals, 0)).trim()
    if (key === '') {
      throw new InputError(
        'annotations',
        `${quote(text)} is not key=value`,
        'Write a key, an equals sign and the value, as in org.example.build=42.',
      )
    }
    if (annotations.has(key)) {
      throw new InputError('annotations', `${quote(key)} is given twice`, 'Give each key once.')
    }
    annotations.set(key, text.slice(equals + 1).trim())
  }
  return Object.fromEntries(annotations)
}

function parseTime(input: string, text: string): string {
  const time = toUtcSeconds(text)
  if (time !== undefined) return time
  throw new InputError(
    input,
    `${quote(text)} is not a time as in RFC 3339`,
    'Write date, time and offset, as in 2026-01-31T12:00:00Z.',
  )
}
