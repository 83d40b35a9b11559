import { withoutParameters } from '../oci/media-types.ts'

/** The first pattern that matches the media type decides; suffixes are those of RFC 6839. */
const extensions: readonly (readonly [RegExp, string])[] = [
  [/[./]tar[.+]gzip$/, 'tar.gz'],
  [/[./]tar[.+]zstd$/, 'tar.zst'],
  [/[./](?:x-)?tar$/, 'tar'],
  [/[/+](?:x-)?gzip$/, 'gz'],
  [/[/+]zstd$/, 'zst'],
  [/[/+]zip$/, 'zip'],
  [/[/+]json$/, 'json'],
  [/[/+]xml$/, 'xml'],
  [/[/+](?:x-)?yaml$/, 'yaml'],
  [/[/+]cbor$/, 'cbor'],
  [/[/+]cose$/, 'cose'],
  [/[/+]jwt$/, 'jwt'],
  [/[/+]wasm$/, 'wasm'],
  [/[/+]pdf$/, 'pdf'],
  [/\.prov$/, 'prov'],
  [/^text\/spdx$/, 'spdx'],
  [/^text\/csv$/, 'csv'],
  [/^text\/html$/, 'html'],
  [/^text\/markdown$/, 'md'],
  [/^text\//, 'txt'],
]

/** Returns the extension, without its dot, of a file of the media type; `bin` where it tells nothing. */
export function extensionOf(mediaType: string): string {
  const type = withoutParameters(mediaType)
  return extensions.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
}
