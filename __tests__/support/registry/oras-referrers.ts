import { isDigest } from '../../../src/oci/digest.ts'
import { ORAS_ARTIFACT_MANIFEST } from '../../../src/oci/media-types.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, json, pageNotFound, specError } from './exchange.ts'
import type { StoredManifest } from './store.ts'

/** Entries of a page, unless the quirk says otherwise. */
const PAGE_SIZE = 100
/** Digests that a token consists of: the last of the page, so that one of them may be deleted. */
const DIGESTS_IN_TOKEN = 3

const versioned = { 'oras-api-version': 'oras/1.0' }

/** Answers GET `/oras/artifacts/v1/<name>/manifests/<digest>/referrers`, of draft.1. */
export const getDraftReferrers: Handler = (context, _request, name, subject) => {
  if (context.quirks.oras?.generation !== 'draft-1') return pageNotFound
  const exists = isDigest(subject) && context.store.repositories.get(name)?.manifests.has(subject)
  if (!exists) return specError(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
  const references = referrersOf(context, name, subject).map(describe)
  return json(200, { references: references.length === 0 ? null : references })
}

/** Answers GET `/v2/<name>/_oras/artifacts/referrers?digest=<digest>`, since the extension. */
export const getOrasReferrers: Handler = (context, { url }, name) => {
  const { generation } = context.quirks.oras ?? {}
  if (generation !== 'extension' && generation !== 'rc-1') return pageNotFound
  const subject = url.searchParams.get('digest') ?? ''
  if (!isDigest(subject)) return specError(404, 'MANIFEST_UNKNOWN', 'digest not specified')
  const all = referrersOf(context, name, subject)
  return generation === 'extension'
    ? json(200, { references: all.map(describe) }, versioned)
    : page(context, url, all)
}

/** Answers GET `/v2/<name>/_oci/ext/discover`. */
export const getExtensions: Handler = ({ quirks }, _request, name) => {
  const { generation, extensions } = quirks.oras ?? {}
  if (extensions === 'not-listed') return pageNotFound
  const described = {
    url: 'https://github.com/oras-project/artifacts-spec/blob/main/manifest-referrers-api.md',
    description: 'ORAS referrers listing API',
    endpoints: ['_oras/artifacts/referrers'],
  }
  switch (generation) {
    case 'extension':
      return json(200, { name, extensions: [{ name: 'oras', ...described }] })
    case 'rc-1':
      return json(200, { extensions: [{ name: '_oras', ...described }] })
    case 'draft-1':
    case undefined:
      return pageNotFound
  }
}

function referrersOf(
  { store }: RegistryContext,
  name: string,
  subject: string,
): readonly StoredManifest[] {
  return [...(store.repositories.get(name)?.manifests.values() ?? [])].filter(
    ({ mediaType, facts }) => mediaType === ORAS_ARTIFACT_MANIFEST && facts.subject === subject,
  )
}

function describe({ mediaType, digest, bytes, facts }: StoredManifest): unknown {
  return { mediaType, digest, size: bytes.length, artifactType: facts.artifactType }
}

function page(
  { quirks, origins }: RegistryContext,
  url: URL,
  all: readonly StoredManifest[],
): Answer {
  const { pageSize = PAGE_SIZE, nextToken } = quirks.oras ?? {}
  const token = url.searchParams.get('nextToken')
  const start = token === null || nextToken === 'ignored' ? 0 : startAfter(token, all)
  if (start < 0) return specError(400, 'MALFORMED_NEXTTOKEN', 'nextToken is malformed')
  const entries = all.slice(start, start + pageSize)
  const isLast = start + entries.length >= all.length
  const origin = nextToken === 'other-origin' ? origins.other : ''
  const next = `${origin}${url.pathname}?digest=${url.searchParams.get('digest')}`
  return json(
    200,
    { referrers: entries.map(describe) },
    {
      ...versioned,
      ...(!isLast && { link: `<${next}&nextToken=${tokenOf(entries)}>; rel="next"` }),
    },
  )
}

function tokenOf(entries: readonly StoredManifest[]): string {
  const digests = entries.slice(-DIGESTS_IN_TOKEN).map(({ digest }) => digest)
  return Buffer.from(digests.reverse().join(',')).toString('base64url')
}

/** Behind the last of the token's entries; from the beginning if all of them are gone. */
function startAfter(token: string, all: readonly StoredManifest[]): number {
  const digests = Buffer.from(token, 'base64url').toString().split(',')
  if (!digests.every(isDigest)) return -1
  return 1 + Math.max(...digests.map((digest) => all.findIndex((each) => each.digest === digest)))
}
