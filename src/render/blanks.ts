/** White space, and characters without a shape. */
export const BLANKS = /[\s\p{Cc}\p{Cf}]+/gu

/** Returns the text on one line, as messages have it: each run of blanks is a space. */
export function onOneLine(text: string): string {
  return text.replace(BLANKS, ' ')
}
