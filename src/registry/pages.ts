import { OciError } from '../oci/error.ts'
import { mergeReferrers, type Referrers } from '../repository/referrers.ts'

/** Far beyond any real list; a longer one is endless. */
export const MAX_PAGES = 1_000
export const MAX_REFERRERS = 20_000

/** A part of a list. */
export interface Page {
  /** Where it was read. */
  readonly url: URL
  readonly referrers: Referrers
  readonly next: URL | undefined
}

/**
 * Returns the whole list that begins with the page. Throws RESPONSE_INVALID if a page leads back to
 * one before it, LIMIT_EXCEEDED beyond MAX_PAGES or MAX_REFERRERS, and whatever `read` throws. An
 * entry may come twice, since a registry that lost its place begins anew (olareg, ORAS 1.0.0-rc).
 */
export async function readPages(
  first: Page,
  read: (url: URL) => Promise<Page>,
): Promise<Referrers> {
  const lists = [first.referrers]
  const visited = new Set([first.url.href])
  let { next } = first
  while (next) {
    if (visited.has(next.href)) {
      throw new OciError('RESPONSE_INVALID', 'the list of referrers goes round in a circle')
    }
    visited.add(next.href)
    if (lists.length >= MAX_PAGES || lists.flat().length > MAX_REFERRERS) throw endless()
    const page = await read(next)
    lists.push(page.referrers)
    next = page.next
  }
  return mergeReferrers(lists)
}

function endless(): OciError {
  return new OciError(
    'LIMIT_EXCEEDED',
    `the list of referrers has more than ${MAX_PAGES} pages or ${MAX_REFERRERS} entries`,
  )
}
