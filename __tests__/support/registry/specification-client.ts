import { type Descriptor, parseDescriptor } from '../../../src/oci/descriptor.ts'
import type { Digest } from '../../../src/oci/digest.ts'
import { arrayOrEmpty, isObject } from '../../../src/oci/json.ts'
import { OCI_IMAGE_INDEX, withoutParameters } from '../../../src/oci/media-types.ts'
import { referrersTag } from '../../../src/oci/referrers-tag.ts'
import type { Answer } from './exchange.ts'

/** Sends a GET to a path of the registry. */
export type Ask = (path: string) => Answer

/**
 * Returns the referrers of a digest as a client that follows the specification lists them: by the
 * API, else where there is none by the referrers tag (distribution-spec v1.1.1, Listing Referrers).
 * Throws if the registry answers with an error, or the list cannot be read to its end.
 */
export function listReferrers(ask: Ask, repository: string, digest: Digest): readonly Descriptor[] {
  const first = `/v2/${repository}/referrers/${digest}`
  const answer = ask(first)
  return isMissing(answer) ? listByTag(ask, repository, digest) : readPages(ask, first, answer)
}

function readPages(ask: Ask, first: string, answer: Answer): readonly Descriptor[] {
  const asked = new Set([first])
  const found = [...entriesOf(answer)]
  for (let next = nextPath(answer); next !== undefined; ) {
    if (asked.has(next)) throw new Error(`the list of referrers leads back to ${next}`)
    asked.add(next)
    const page = ask(next)
    found.push(...entriesOf(page))
    next = nextPath(page)
  }
  return found
}

function listByTag(ask: Ask, repository: string, digest: Digest): readonly Descriptor[] {
  const answer = ask(`/v2/${repository}/manifests/${referrersTag(digest)}`)
  return answer.status === 404 ? [] : entriesOf(answer)
}

/** No API: not found, not allowed as a method, or an answer of something that is no registry. */
function isMissing(answer: Answer): boolean {
  const redirected = answer.status >= 300 && answer.status < 400
  const foreign = answer.status === 200 && !isList(answer)
  return answer.status === 404 || answer.status === 405 || redirected || foreign
}

function isList({ headers }: Answer): boolean {
  const type = withoutParameters(new Headers(headers).get('content-type') ?? '')
  return type === OCI_IMAGE_INDEX || type === 'application/json'
}

function entriesOf(answer: Answer): readonly Descriptor[] {
  if (answer.status !== 200 || !isList(answer)) {
    throw new Error(`the list of referrers cannot be read: status ${answer.status}`)
  }
  const index: unknown = JSON.parse(Buffer.from(answer.body ?? '').toString('utf8'))
  if (!isObject(index)) throw new Error('the list of referrers is no JSON object')
  return arrayOrEmpty(index, 'manifests', 'list').map((entry) => parseDescriptor(entry, 'entry'))
}

function nextPath({ headers }: Answer): string | undefined {
  const link = new Headers(headers).get('link') ?? ''
  const target = /^<([^>]+)>\s*;\s*rel="?next"?$/.exec(link)?.[1]
  if (target === undefined) return undefined
  const { pathname, search } = new URL(target, 'http://registry.invalid')
  return pathname + search
}
