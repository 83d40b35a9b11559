/** What messages end a text with that they cut. */
const CUT = '…'.charCodeAt(0)

/** Fewer characters are in half of the words of any log, and no secret. */
export const LEAST_LENGTH = 4

/** From where to where a part of a text goes, in UTF-16 units; the end is after it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Returns where a text has the form, which has at least LEAST_LENGTH characters, and where it has the
 * longest beginning of it that long before an ellipsis, where it may have been cut; what overlaps or
 * touches is one span. Each unit of the text is looked at once, whatever both are (Knuth, Morris, Pratt: Fast pattern matching in strings).
 */
export function spansOf(form: string, text: string): readonly Span[] {
  const start = form.slice(0, LEAST_LENGTH)
  if (!text.includes(start)) return []
  const borders = bordersOf(form, Math.min(form.length, text.length))
  const spans: Span[] = []
  let matched = 0
  for (let at = 0; at < text.length; at += 1) {
    if (matched === 0) at = text.indexOf(start, at)
    if (at < 0) break
    const unit = text.charCodeAt(at)
    if (unit === CUT && matched >= LEAST_LENGTH) join(spans, at - matched, at)
    matched = grown(form, borders, matched, unit)
    if (matched === form.length) {
      join(spans, at + 1 - matched, at + 1)
      matched = borders[matched - 1] ?? 0
    }
  }
  return spans
}

/** Adds a span to others none of which begins or ends after it. */
function join(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1)
  if (!last || last.end < start) spans.push({ start, end })
  else spans.splice(-1, 1, { start: last.start, end })
}

/** Returns for each beginning of the form, up to a length, how much of the form ends it besides itself. */
function bordersOf(form: string, length: number): Uint32Array {
  const borders = new Uint32Array(length)
  for (let at = 1; at < length; at += 1) {
    borders[at] = grown(form, borders, borders[at - 1] ?? 0, form.charCodeAt(at))
  }
  return borders
}

/** Returns how much of the form ends where the unit stands, after as much as is `matched`. */
function grown(form: string, borders: Uint32Array, matched: number, unit: number): number {
  let length = matched
  while (length > 0 && form.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0
  return form.charCodeAt(length) === unit ? length + 1 : length
}
