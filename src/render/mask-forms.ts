import { onOneLine } from './blanks.ts'
import { plain } from './plain.ts'
import { LEAST_LENGTH } from './spans.ts'

/** A text by which another is found that is not to be shown. */
export interface MaskForm {
  readonly text: string
  /** How many characters around it hold the rest of what is not to be shown. */
  readonly before: number
  readonly after: number
}

/** In base64, fewer bytes than three groups' are found by accident. */
const LEAST_BYTES = 6

/**
 * Returns by what a text is found in the readings of another (`readingsOf`): itself, and on one line,
 * each also escaped as messages are; and by what is left of it in base64, whatever stands around it.
 */
export function maskForms(text: string): readonly MaskForm[] {
  const texts = [text, text.toWellFormed(), onOneLine(text)].flatMap((form) => [
    form,
    onOneLine(plain(form)),
    plain(form),
  ])
  return [
    ...[...new Set(texts)]
      .filter(({ length }) => length >= LEAST_LENGTH)
      .map((form) => ({ text: form, before: 0, after: 0 })),
    ...base64Forms(Buffer.from(text)),
  ]
}

/**
 * Base64 writes three bytes as four characters. Of what stands in it after other bytes, which may end
 * at any of the three, whole groups are always the same; the first and the last may have a part in
 * groups that are not (as of actions/runner, ValueEncoders). The other alphabet is that for addresses
 * (RFC 4648, section 5).
 */
function base64Forms(bytes: Buffer): readonly MaskForm[] {
  return [0, 1, 2].flatMap((skipped) => {
    const whole = Math.floor((bytes.length - skipped) / 3) * 3
    if (whole < LEAST_BYTES) return []
    const text = bytes.subarray(skipped, skipped + whole).toString('base64')
    const around = {
      before: charactersOf(skipped),
      after: charactersOf(bytes.length - skipped - whole),
    }
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')].map((form) => ({
      text: form,
      ...around,
    }))
  })
}

/** Returns in how many characters of a group one or two of its bytes have a part. */
function charactersOf(bytes: number): number {
  return bytes === 0 ? 0 : bytes + 1
}
