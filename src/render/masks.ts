import { type MaskForm, maskForms } from './mask-forms.ts'
import { readingsOf } from './readings.ts'
import { type Span, spansOf } from './spans.ts'

/** As GitHub's runner shows what it masks. */
const MASK = '***'

/** Texts that are not to be shown. */
export interface Masks {
  add(text: string): void
  /** Returns the text with `***` for each part of it that is not to be shown. */
  hide(text: string): string
}

/**
 * Returns masks to which texts can be added; each is hidden however it is encoded, and where it is cut.
 * What it costs to hide them grows with the length of the text alone, for each of them: a registry
 * chooses both its tokens and much of what is shown.
 */
export function createMasks(): Masks {
  const hidden = new Map<string, MaskForm>()
  return {
    add: (text) => {
      for (const form of maskForms(text)) hidden.set(form.text, form)
    },
    hide: (text) => {
      const forms = [...hidden.values()]
      return withoutSpans(
        text,
        readingsOf(text).flatMap((reading) =>
          forms.flatMap(({ text: form, before, after }) =>
            spansOf(form, reading.text).map(({ start, end }) => ({
              start: reading.placeOf(start) - before,
              end: reading.placeOf(end) + after,
            })),
          ),
        ),
      )
    },
  }
}

/** Spans that overlap or touch are hidden as one, as the runner does it. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  const shown: string[] = []
  let hiddenTo = -1
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > hiddenTo) shown.push(text.slice(Math.max(hiddenTo, 0), Math.max(start, 0)), MASK)
    hiddenTo = Math.max(hiddenTo, end)
  }
  return shown.join('') + text.slice(Math.max(hiddenTo, 0))
}
