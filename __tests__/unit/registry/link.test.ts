import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { OciError } from '../../../src/oci/error.ts'
import { nextPage } from '../../../src/registry/link.ts'

const DIGEST = `sha256:${'0'.repeat(64)}`
const PAGE = new URL(`https://registry.example:5000/v2/app/referrers/${DIGEST}?n=100`)
const NEXT = `${PAGE.origin}${PAGE.pathname}?n=100&last=x`

describe('the next page', () => {
  test.each([
    ['absolute', `<${NEXT}>; rel="next"`],
    ['absolute on the path', `<${PAGE.pathname}?n=100&last=x>; rel="next"`],
    ['the query alone', '<?n=100&last=x>; rel="next"'],
    ['with an unquoted relation, as olareg', `<${NEXT}>; rel=next`],
    ["without brackets, as Cloudflare's catalog", `${PAGE.pathname}?n=100&last=x;rel=next`],
    ['with white space', `  <${NEXT}>  ;  rel =  "next"  `],
    ['in other letters', `<${NEXT}>; REL="NEXT"`],
    ['with other parameters', `<${NEXT}>; title="a, b; c"; rel="next"; type=x`],
    ['one of several relations', `<${NEXT}>; rel="last next"`],
    ['with the default port', `<${NEXT.replace(':5000', ':05000')}>; rel="next"`],
  ])('is found: %s', (_, link) => {
    expect(nextPage([link], PAGE)?.href).toBe(NEXT)
  })

  test('is found among several links, in one header or more', () => {
    const first = '<?p=0>; rel="first"'
    const odd = `${PAGE.pathname}?a=1,2`
    expect(nextPage([`${first}, <${odd}>; rel="next"`], PAGE)?.search).toBe('?a=1,2')
    expect(nextPage([`<?p=9>; rel="last", ${first},<?p=2>;rel=next`], PAGE)?.search).toBe('?p=2')
    expect(nextPage([first, '<?p=2>; rel="next"'], PAGE)?.search).toBe('?p=2')
  })

  test.each([
    ['a bracket', `<?p=1; title=a, ${PAGE.pathname}?p=2;rel=next`],
    ['a quotation mark', '<?p=2>; rel=next; title="a, b'],
    ['a quotation mark before it', '<?p=1>; title="a, <?p=2>; rel=next'],
  ])('is found beside %s that is not closed', (_, link) => {
    expect(nextPage([link], PAGE)?.search).toBe('?p=2')
  })

  test.each(['<', '"', '<">', '">"<', '<a>;', ',', '<a>,"b",'])(
    'is looked for once in a header of nothing but %s',
    (piece) => {
      const start = performance.now()
      expect(nextPage([piece.repeat(200_000 / piece.length)], PAGE)).toBeUndefined()
      // Looking for the end of each anew takes ten seconds.
      expect(performance.now() - start).toBeLessThan(2_000)
    },
  )

  test.each([
    [[]],
    [['']],
    [['<?p=1>']],
    [['<?p=1>; rel="prev"']],
    [['<?p=1>; rel="nextish"']],
    [['<?p=1>; title="rel=next"']],
    [['<https://evil.example/>; rel="first"']],
    [['; rel=next']],
  ])('is not there: %j', (links) => {
    expect(nextPage(links, PAGE)).toBeUndefined()
  })

  test.each([
    ['another host', `https://evil.example${PAGE.pathname}?p=1`],
    [
      'a host of the same name and more',
      `https://registry.example.evil.example:5000${PAGE.pathname}`,
    ],
    ['another host without a scheme', `//evil.example${PAGE.pathname}`],
    ['another port', `https://registry.example${PAGE.pathname}`],
    ['another scheme', NEXT.replace('https', 'http')],
    ['no HTTP', `data:,${PAGE.pathname}`],
    ['another subject', `/v2/app/referrers/sha256:${'1'.repeat(64)}?p=1`],
    ['another repository', `/v2/other/referrers/${DIGEST}?p=1`],
    ['another path by dots', `${PAGE.pathname}/../../tags/list`],
    ['credentials', NEXT.replace('//', '//user:password@')],
    ['no URL', 'https://'],
    ['nothing but a path', 'referrers'],
  ])('is not followed to %s', (_, target) => {
    for (const link of [`<${target}>; rel="next"`, `<${target}>; rel=next`]) {
      expect(() => nextPage(['<?p=0>; rel="first"', link], PAGE)).toThrow(
        expect.objectContaining({ code: 'RESPONSE_INVALID', advice: expect.any(String) }),
      )
    }
  })

  test('of any headers is on the same list, or an OciError', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      ';',
      ',',
      '"',
      'rel',
      '=',
      'next',
      ' ',
      '/',
      '?',
      ':',
      '\\',
      '@',
      '..',
      'evil',
      '%',
      NEXT,
    )
    const links = fc.array(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
    )
    const target = fc.array(piece).map((parts) => [`<${parts.join('')}>;rel=next`])
    fc.assert(
      fc.property(fc.oneof(links, target), (headers) => {
        try {
          const next = nextPage(headers, PAGE)
          expect(next?.origin ?? PAGE.origin).toBe(PAGE.origin)
          expect(next?.pathname ?? PAGE.pathname).toBe(PAGE.pathname)
          expect(next?.username ?? '').toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(OciError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
