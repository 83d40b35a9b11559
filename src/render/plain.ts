/**
 * What a terminal or the runner could obey instead of showing: control characters (of ANSI sequences
 * too), line breaks, bidirectional controls, lone surrogates, and everything invisible. The last also
 * because the runner looks for its commands by culture-sensitive comparison, which passes over
 * characters without weight: a soft hyphen before `::` does not disarm it.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The longest name of others, in UTF-16 units, that a line shows whole: an artifact type has two parts of
 * 127 characters (RFC 6838, section 4.2), and the name of a file 255 bytes. JSON has all of them whole.
 */
export const MAX_NAME = 255

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * Returns the text on one line, safe to print to a log or a terminal whatever it holds: characters
 * that are not shown as themselves become `\n` or `\u{1b}`, and a backslash disarms what the runner
 * takes for a command, which is `::` at the start of a line and `##[` anywhere in it
 * (actions/runner, ActionCommand.TryParseV2 and TryParse). Doing it twice changes nothing.
 */
export function plain(text: string): string {
  return text
    .replace(UNSAFE, escaped)
    .replaceAll('##[', '##\\[')
    .replace(/^(\s*)::/, '$1\\::')
}

/** Returns the text with each of its lines made safe as by `plain`. */
export function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n')
}

/** Returns the text, cut to a number of UTF-16 units with an ellipsis if it is longer. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function escaped(character: string): string {
  return shortEscapes[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`
}
