import { type Digest, isDigest } from '../../../src/oci/digest.ts'
import { OCI_IMAGE_INDEX } from '../../../src/oci/media-types.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import type { Handler, RegistryContext } from './context.ts'
import { type Answer, html, json, pageNotFound, specError } from './exchange.ts'
import type { Quirks } from './quirks.ts'
import { indexOf, listPage } from './referrers-list.ts'
import { type RepositoryState, repositoryOf, type StoredManifest, storeManifest } from './store.ts'

const unknownRepository = specError(404, 'NAME_UNKNOWN', 'repository name not known to registry')

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
    case '400-unknown-subject': {
      const repository = store.repositories.get(name)
      if (repository === undefined) return unknownRepository
      return repository.manifests.has(subject as Digest)
        ? list()
        : specError(400, 'MANIFEST_INVALID', 'manifest invalid')
    }
    case '404-unknown-repository':
      return store.repositories.has(name) ? list() : { status: 404 }
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
  const { endpoint } = referrers ?? {}
  return (
    endpoint === undefined ||
    endpoint === '400-unknown-subject' ||
    endpoint === '404-unknown-repository' ||
    endpoint === 'never-lists'
  )
}

/** Lists everything that refers to the subject at its referrers tag, as some registries do. */
export function keepTag(context: RegistryContext, name: string, subject: Digest): void {
  const repository = repositoryOf(context.store, name)
  const index = indexOf(context, listed(context, repository, subject))
  const { digest } = storeManifest(repository, OCI_IMAGE_INDEX, new TextEncoder().encode(index))
  repository.tags.set(referrersTag(subject), digest)
}

function listed(
  context: RegistryContext,
  repository: RepositoryState | undefined,
  subject: Digest,
): readonly StoredManifest[] {
  const { referrers, list } = context.quirks
  if (referrers?.endpoint === 'never-lists') return []
  const accessory =
    list?.accessories === 'cosign-tags'
      ? repository?.tags.get(`${referrersTag(subject)}.sig`)
      : undefined
  return [...(repository?.manifests.values() ?? [])].filter(
    ({ digest, facts }) =>
      (facts.subject === subject || digest === accessory) && !isStale(context, digest),
  )
}

function isStale({ staleReads }: RegistryContext, digest: Digest): boolean {
  const left = staleReads.get(digest) ?? 0
  if (left > 0) staleReads.set(digest, left - 1)
  return left > 0
}
