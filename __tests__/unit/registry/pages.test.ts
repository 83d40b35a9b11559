import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import {
  MAX_LIST_BYTES,
  MAX_PAGES,
  MAX_REFERRERS,
  type Page,
  readPages,
} from '../../../src/registry/pages.ts'
import type { Referrers } from '../../../src/repository/referrers.ts'

function listOf(...names: readonly string[]): Referrers {
  return names.map((name) => ({
    descriptor: { mediaType: 'a/b', digest: digestOf(new TextEncoder().encode(name)), size: 1 },
    sources: ['referrers-api'],
  }))
}

function urlOf(page: number): URL {
  return new URL(`https://registry.test/list?page=${page}`)
}

function pageOf(at: number, referrers: Referrers, next?: number, size = 100): Page {
  return { url: urlOf(at), referrers, size, next: next === undefined ? undefined : urlOf(next) }
}

/** Reads pages that are kept in memory, and throws for any other. */
function reading(pages: readonly Page[]): (url: URL) => Promise<Page> {
  return async (url) => {
    const page = pages.find((each) => each.url.href === url.href)
    if (page) return page
    throw new Error(`there is no ${url.href}`)
  }
}

describe('a list in pages', () => {
  test('is one list, each digest once, though a page may come again with another token', async () => {
    const rest = [pageOf(2, listOf('a', 'b'), 3), pageOf(3, listOf('c'))]
    const list = await readPages(pageOf(1, listOf('a', 'b'), 2), reading(rest))
    expect(list).toEqual(listOf('a', 'b', 'c'))
  })

  test('of one page needs no other', async () => {
    expect(await readPages(pageOf(1, []), reading([]))).toEqual([])
  })

  test('that leads back is an error', async () => {
    const rest = [pageOf(2, [], 3), pageOf(3, [], 1)]
    await expect(readPages(pageOf(1, [], 2), reading(rest))).rejects.toMatchObject({
      code: 'RESPONSE_INVALID',
    })
  })

  test('that has no end is an error', async () => {
    let pages = 1
    const next = async (): Promise<Page> => {
      pages += 1
      return pageOf(pages, [], pages + 1)
    }
    await expect(readPages(pageOf(1, [], 2), next)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
    })
    expect(pages).toBe(MAX_PAGES)
  })

  test('that is too long is an error', async () => {
    const many = Array.from({ length: MAX_REFERRERS + 1 }, () => listOf('a')).flat()
    for (const pages of [[pageOf(1, many)], [pageOf(1, [], 2), pageOf(2, many)]] as const) {
      await expect(readPages(pages[0], reading(pages))).rejects.toMatchObject({
        code: 'LIMIT_EXCEEDED',
      })
    }
    await expect(readPages(pageOf(1, many.slice(1)), reading([]))).resolves.toHaveLength(1)
  })

  test('that is too large is an error, however few entries it has', async () => {
    const half = MAX_LIST_BYTES / 2
    const large = (size: number) =>
      readPages(pageOf(1, [], 2, half), reading([pageOf(2, [], undefined, size)]))
    await expect(large(half)).resolves.toEqual([])
    await expect(large(half + 1)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })

  test('is an error as a whole where a page is one', async () => {
    await expect(readPages(pageOf(1, listOf('a'), 2), reading([]))).rejects.toThrow('there is no')
  })
})
