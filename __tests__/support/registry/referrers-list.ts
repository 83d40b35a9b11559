import { OCI_IMAGE_INDEX, OCI_IMAGE_MANIFEST } from '../../../src/oci/media-types.ts'
import type { Origins, RegistryContext } from './context.ts'
import { type Answer, type Incoming, specError } from './exchange.ts'
import type { ListQuirks } from './quirks.ts'
import type { StoredManifest } from './store.ts'

/** By how much the sizes are off where they are wrong. */
const SIZE_ERROR = 218

/** Returns one page of a list of referrers, filtered by the type that the request asks for. */
export function listPage(
  context: RegistryContext,
  { url }: Incoming,
  referrers: readonly StoredManifest[],
): Answer {
  const { quirks, origins } = context
  const { list = {} } = quirks
  const wanted = list.filter === 'ignored' ? null : url.searchParams.get('artifactType')
  const matching = referrers.filter(
    (manifest) => wanted === null || artifactTypeOf(manifest) === wanted,
  )
  const start = startOf(url, matching)
  if (start < 0) return specError(400, 'UNSUPPORTED', 'last is no entry of this list')
  const page = matching.slice(start, start + (list.pageSize ?? matching.length))
  const last = page.at(-1)
  const more = last !== undefined && last !== matching.at(-1)
  return {
    status: 200,
    headers: {
      'content-type': contentTypes[list.contentType ?? 'exact'],
      ...(wanted !== null &&
        list.filter !== 'annotated' && { 'oci-filters-applied': 'artifactType' }),
      ...(more && { link: link(list, origins, url, last.digest) }),
    },
    body: indexOf(context, page, wanted !== null && list.filter === 'annotated'),
  }
}

/** Returns the image index of a list, as JSON; it may say of itself that it is filtered. */
export function indexOf(
  { quirks: { list = {} } }: RegistryContext,
  entries: readonly StoredManifest[],
  isFiltered = false,
): string {
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI_IMAGE_INDEX,
    manifests:
      entries.length === 0 && list.emptyList === 'null'
        ? null
        : entries.map((entry) => describe(list, entry)),
    ...(isFiltered && {
      annotations: { 'org.opencontainers.referrers.filtersApplied': 'artifactType' },
    }),
  })
}

/** Where the page after the entry `last` begins, or -1 if there is no such entry. */
function startOf(url: URL, entries: readonly StoredManifest[]): number {
  const last = url.searchParams.get('last')
  if (last === null) return 0
  const at = entries.findIndex(({ digest }) => digest === last)
  return at < 0 ? -1 : at + 1
}

function describe(list: ListQuirks, manifest: StoredManifest): unknown {
  const { mediaType, digest, bytes, facts } = manifest
  const artifactType = list.artifactType === 'config' ? facts.configType : artifactTypeOf(manifest)
  return {
    mediaType,
    digest,
    size: bytes.length + (list.size === 'wrong' ? SIZE_ERROR : 0),
    ...(list.artifactType !== 'omitted' && { artifactType }),
    ...(list.annotations !== 'omitted' && { annotations: facts.annotations }),
    ...(list.strayField && { [list.strayField]: 2 }),
  }
}

/** The manifest's, else an image manifest's config type (distribution-spec, Listing Referrers). */
function artifactTypeOf({ facts, mediaType }: StoredManifest): string | undefined {
  return facts.artifactType ?? (mediaType === OCI_IMAGE_MANIFEST ? facts.configType : undefined)
}

const contentTypes = {
  exact: OCI_IMAGE_INDEX,
  charset: `${OCI_IMAGE_INDEX}; charset=utf-8`,
  json: 'application/json; charset=utf-8',
} as const

function link(list: ListQuirks, origins: Origins, url: URL, last: string): string {
  const query = new URLSearchParams(url.searchParams)
  query.set('last', last)
  const next = `${url.pathname}?${query}`
  const links = {
    relative: `<${next}>; rel="next"`,
    absolute: `<${origins.registry}${next}>; rel="next"`,
    'unquoted-rel': `<${next}>; rel=next`,
    'other-origin': `<${origins.other}${next}>; rel="next"`,
    self: `<${url.pathname}${url.search}>; rel="next"`,
  } as const
  return links[list.link ?? 'relative']
}
