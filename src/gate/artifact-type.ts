import { withoutParameters } from '../oci/media-types.ts'

/**
 * Tells whether an artifact type is the one that a rule asks for: the same type and subtype, in upper
 * or lower case. Parameters count only if the rule names them; it must then name all.
 */
export function isArtifactType(wanted: string, actual: string): boolean {
  if (withoutParameters(wanted) !== withoutParameters(actual)) return false
  const parameters = parametersOf(wanted)
  return parameters === '' || parameters === parametersOf(actual)
}

/** In one spelling: `a=1;b=2`. */
function parametersOf(mediaType: string): string {
  return mediaType
    .split(';')
    .slice(1)
    .filter((parameter) => parameter.trim() !== '')
    .map((parameter) => {
      const [name = '', ...value] = parameter.split('=')
      return `${name.trim().toLowerCase()}=${value
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1')}`
    })
    .sort()
    .join(';')
}
