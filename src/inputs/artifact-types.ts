import { InputError } from '../oci/error.ts'
import { isMediaType } from '../oci/media-types.ts'
import { quote } from '../oci/quote.ts'
import { itemsOf } from './lists.ts'
import type { InputSource } from './source.ts'

/**
 * Returns the type that the input `artifact-type` gives to what is attached, if it gives one.
 *
 * Throws InputError (input `artifact-type`) for more than one, and for what is no media type.
 */
export function readArtifactType(source: InputSource): string | undefined {
  const [type, ...others] = itemsOf(source.values('artifact-type'))
  if (others.length > 0) {
    throw new InputError(
      'artifact-type',
      'several types are given, but what is attached has one',
      'Give one type, or none to have each document tell its own.',
    )
  }
  if (type === undefined || isMediaType(type)) return type
  throw notAType(type, 'Write type/subtype without parameters, as in application/spdx+json.')
}

/**
 * Returns the types that the input `artifact-type` selects. They may have parameters, which older
 * Sigstore bundles have in their type: `application/vnd.dev.sigstore.bundle+json;version=0.3`.
 *
 * Throws InputError (input `artifact-type`) for what is no media type.
 */
export function readSelectedTypes(source: InputSource): readonly string[] {
  const types = [...new Set(itemsOf(source.values('artifact-type')))]
  const wrong = types.find((type) => !isMediaType(type.split(';', 1)[0] ?? ''))
  if (wrong === undefined) return types
  throw notAType(wrong, 'Write types in full, as in application/spdx+json.')
}

function notAType(text: string, advice: string): InputError {
  return new InputError('artifact-type', `${quote(text)} is not a media type`, advice)
}
