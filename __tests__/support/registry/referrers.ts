import { type Digest, isDigest } from '../../../src/oci/digest.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, html, json, pageNotFound, specError } from './exchange.ts'
import type { Quirks } from './quirks.ts'
import { listPage } from './referrers-list.ts'
import type { RepositoryState, StoredManifest } from './store.ts'

/** Answers GET of the referrers of a digest (distribution-spec v1.1.1, Listing Referrers). */
export const getReferrers: Handler = (context, request, name, subject) => {
  const { origins, quirks, store } = context
  const list = (): Answer => {
    if (!isDigest(subject)) return specError(400, 'DIGEST_INVALID', 'invalid digest')
    return listPage(context, request, listed(context, store.repositories.get(name), subject))
  }
  switch (quirks.referrers?.endpoint) {
    case undefined:
    case 'never-lists':
      return list()
    case '400-unknown-subject':
      return store.repositories.get(name)?.manifests.has(subject as Digest)
        ? list()
        : specError(400, 'MANIFEST_INVALID', 'manifest invalid')
    case '404-text':
      return pageNotFound
    case '404-json':
      return specError(404, 'NOT_FOUND', 'page not found')
    case '404-html':
      return html(404, "The page you're looking for could not be found (404)")
    case '405':
      return specError(405, 'UNSUPPORTED', 'The operation is unsupported.')
    case '303-other-origin': {
      const path = `${name.replaceAll('/', '%2F')}%2Freferrers%2F${subject.split(':')[0]}`
      const location = `${origins.other}/-/v2/packages/container/package/${path}`
      return { status: 303, headers: { location } }
    }
    case '302-login':
      return { status: 302, headers: { location: `${origins.other}/login` } }
    case '200-html':
      return html(200, 'Sign in')
    case '401':
      return specError(401, 'UNAUTHORIZED', 'authentication required')
    case '403':
      return specError(403, 'DENIED', 'requested access to the resource is denied')
    case '500':
      return json(500, { errors: [{ code: 'UNKNOWN', message: 'unknown error' }] })
  }
}

/** Tells whether the answer to a PUT names the subject in `OCI-Subject`. */
export function tellsSubject({ referrers }: Quirks): boolean {
  if (referrers?.subjectHeader !== undefined) return referrers.subjectHeader === 'sent'
  return (
    referrers?.endpoint === undefined ||
    referrers.endpoint === '400-unknown-subject' ||
    referrers.endpoint === 'never-lists'
  )
}

function listed(
  context: RegistryContext,
  repository: RepositoryState | undefined,
  subject: Digest,
): readonly StoredManifest[] {
  if (context.quirks.referrers?.endpoint === 'never-lists') return []
  return [...(repository?.manifests.values() ?? [])].filter(
    ({ digest, facts }) => facts.subject === subject && !isStale(context, digest),
  )
}

function isStale({ staleReads }: RegistryContext, digest: Digest): boolean {
  const left = staleReads.get(digest) ?? 0
  if (left > 0) staleReads.set(digest, left - 1)
  return left > 0
}
