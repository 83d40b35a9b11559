import type { PlatformSelection } from '../job.ts'
import { InputError } from '../oci/error.ts'
import { formatPlatform, parsePlatform } from '../oci/platform.ts'
import { itemsOf } from './lists.ts'
import type { InputSource } from './source.ts'

/**
 * Returns which manifests of the image the input `platform` selects; each platform once.
 *
 * Throws InputError (input `platform`) for what is no platform, and for `all` beside others.
 */
export function readPlatforms(source: InputSource): PlatformSelection {
  const items = itemsOf(source.values('platform'))
  if (items.length === 0) return 'subject'
  if (!items.includes('all')) {
    const platforms = items.map(parsePlatform)
    return [...new Map(platforms.map((each) => [formatPlatform(each), each])).values()]
  }
  if (items.every((item) => item === 'all')) return 'all'
  throw new InputError(
    'platform',
    'all stands beside other platforms',
    'Write either all or the platforms that are meant.',
  )
}
