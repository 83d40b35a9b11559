import { OciError } from '../oci/error.ts'

/**
 * Returns the URL of the next page that the Link headers name, resolved against the page's own URL,
 * or undefined on the last page. Only `rel="next"` counts; registries write it without quotes
 * (olareg) and without angle brackets (Cloudflare's catalog), and other relations beside it.
 *
 * Throws RESPONSE_INVALID for a target outside the list that was asked for: following it would let
 * the answer choose what is requested next (distribution-spec v1.1.1, Listing Referrers; RFC 8288).
 */
export function nextPage(links: readonly string[], page: URL): URL | undefined {
  for (const link of links.flatMap(splitLinks)) {
    const [, bracketed, bare, parameters] = grammar.exec(link) ?? []
    const target = bracketed ?? bare
    if (target === undefined || !relatesToNext(parameters ?? '')) continue
    const next = URL.parse(target, page.href)
    if (next && isOnSameList(next, page)) return next
    throw new OciError(
      'RESPONSE_INVALID',
      'the list goes on at another place, which is not followed',
      {
        advice: 'The registry, or a proxy before it, names a foreign address in its Link header.',
      },
    )
  }
  return undefined
}

/** A page names another page of its list, never whom to ask for it as. */
function isOnSameList(next: URL, page: URL): boolean {
  const bringsCredentials = next.username !== '' || next.password !== ''
  return next.origin === page.origin && pathOf(next) === pathOf(page) && !bringsCredentials
}

/** A digest's colon may be written as `%3A`. */
function pathOf({ pathname }: URL): string {
  return pathname.replaceAll(/%3A/gi, ':')
}

const grammar = /^\s*(?:<([^>]*)>|([^\s;<>]+))\s*(;.*)?$/s

/**
 * Link values are separated by commas; one inside angle brackets or quotes belongs to its value. What
 * opens one of these and has no end is a character like any other. Each character is looked at once.
 */
function splitLinks(header: string): readonly string[] {
  const last = { '>': header.lastIndexOf('>'), '"': header.lastIndexOf('"') }
  const links: string[] = []
  let start = 0
  for (let at = 0; at < header.length; at += 1) {
    const character = header[at]
    const end = character === '<' ? '>' : '"'
    if ((character === '<' || character === '"') && last[end] > at) {
      at = header.indexOf(end, at + 1)
    } else if (character === ',') {
      links.push(header.slice(start, at))
      start = at + 1
    }
  }
  return [...links, header.slice(start)]
}

function relatesToNext(parameters: string): boolean {
  const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters)
  return (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')
}
