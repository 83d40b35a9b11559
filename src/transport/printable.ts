/**
 * Control characters (with the escape that starts a terminal sequence), line and paragraph
 * separators, and the format characters that reorder or hide text.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/**
 * Returns text of a foreign hand as one line of at most `limit` characters that a message can
 * quote. Escaping for the place where it is shown is up to whoever shows it.
 */
export function printable(text: string, limit: number): string {
  const line = text.replace(unprintable, ' ').replace(/ {2,}/g, ' ').trim()
  return line.length > limit ? `${line.slice(0, limit).trimEnd()}…` : line
}
