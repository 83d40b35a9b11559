import { plain } from './plain.ts'

/** As GitHub's runner shows what it masks. */
const MASK = '***'
/** What messages end a text with that they cut. */
const CUT = '…'
/** Fewer characters are a part of any word. */
const LEAST_LENGTH = 4

/** Texts that are not to be shown. */
export interface Masks {
  add(text: string): void
  /** Returns the text with `***` for each part of it that is not to be shown. */
  hide(text: string): string
}

/** From where to where a part of a text goes, in UTF-16 units; the end is after it. */
interface Span {
  readonly start: number
  readonly end: number
}

/** Returns masks to which texts can be added; each is hidden in all its forms, and where it is cut. */
export function createMasks(): Masks {
  const hidden = new Set<string>()
  return {
    add: (text) => {
      for (const form of formsOf(text)) hidden.add(form)
    },
    hide: (text) => {
      const cuts = indexesOf(text, CUT)
      return withoutSpans(
        text,
        [...hidden].flatMap((form) => [
          ...indexesOf(text, form).map((start) => ({ start, end: start + form.length })),
          ...cuts.flatMap((end) => beginningBefore(text.slice(0, end), form)),
        ]),
      )
    },
  }
}

/**
 * Returns how a text may be shown: itself, in JSON, in an address or a form, as the runner masks it
 * too (actions/runner, ValueEncoders); each also on one line, and escaped, as messages are.
 */
function formsOf(text: string): readonly string[] {
  const encoded = [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams({ '': text }).toString().slice(1),
  ]
  return encoded
    .flatMap((form) => [form, form.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')])
    .flatMap((form) => [form, plain(form)])
    .filter(({ length }) => length >= LEAST_LENGTH)
}

function indexesOf(text: string, part: string): readonly number[] {
  const indexes: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) indexes.push(at)
  return indexes
}

/** Returns where `before` ends with the longest beginning of a text that may have been cut there. */
function beginningBefore(before: string, text: string): readonly Span[] {
  const end = before.length
  for (let length = Math.min(end, text.length); length >= LEAST_LENGTH; length -= 1) {
    if (before.endsWith(text.slice(0, length))) return [{ start: end - length, end }]
  }
  return []
}

/** Spans that overlap or touch are hidden as one, as the runner does it. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  const shown: string[] = []
  let hiddenTo = -1
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > hiddenTo) shown.push(text.slice(Math.max(hiddenTo, 0), start), MASK)
    hiddenTo = Math.max(hiddenTo, end)
  }
  return shown.join('') + text.slice(Math.max(hiddenTo, 0))
}
