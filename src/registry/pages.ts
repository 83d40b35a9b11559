import { OciError } from '../oci/error.ts'
import { mergeReferrers, type Referrers } from '../repository/referrers.ts'

/** Far beyond any real list; a longer one is endless. */
export const MAX_PAGES = 1_000
export const MAX_REFERRERS = 20_000
/** Many times what as many entries need: what is beyond it is there to fill our memory. */
export const MAX_LIST_BYTES = 64 * 1024 * 1024

/** A part of a list. */
export interface Page {
  /** Where it was read. */
  readonly url: URL
  readonly referrers: Referrers
  /** Of the answer that it is in, in bytes. */
  readonly size: number
  readonly next: URL | undefined
}

/**
 * Returns the whole list that begins with the page. Throws RESPONSE_INVALID if a page leads back to
 * one before it, LIMIT_EXCEEDED beyond MAX_PAGES, MAX_REFERRERS or MAX_LIST_BYTES, and whatever `read`
 * throws. An entry may come twice, since a registry that lost its place begins anew (olareg, ORAS
 * 1.0.0-rc).
 */
export async function readPages(
  first: Page,
  read: (url: URL) => Promise<Page>,
): Promise<Referrers> {
  const pages = [first]
  const visited = new Set([first.url.href])
  checkLimits(pages)
  let { next } = first
  while (next) {
    if (visited.has(next.href)) {
      throw new OciError('RESPONSE_INVALID', 'the list of referrers goes round in a circle')
    }
    visited.add(next.href)
    if (pages.length === MAX_PAGES) throw endless()
    const page = await read(next)
    pages.push(page)
    checkLimits(pages)
    next = page.next
  }
  return mergeReferrers(pages.map(({ referrers }) => referrers))
}

function checkLimits(pages: readonly Page[]): void {
  const entries = pages.reduce((sum, { referrers }) => sum + referrers.length, 0)
  const bytes = pages.reduce((sum, { size }) => sum + size, 0)
  if (entries > MAX_REFERRERS || bytes > MAX_LIST_BYTES) throw endless()
}

function endless(): OciError {
  return new OciError(
    'LIMIT_EXCEEDED',
    `the list of referrers has more than ${MAX_PAGES} pages, ${MAX_REFERRERS} entries or ${MAX_LIST_BYTES} bytes`,
  )
}
