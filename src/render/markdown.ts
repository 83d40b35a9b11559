import { plain } from './plain.ts'

/**
 * Returns the text as a code span, in which GitHub interprets nothing: neither Markdown nor HTML, no
 * mention, no link. Its fence is longer than any run of backticks in it (CommonMark 0.31, Code
 * spans). A pipe becomes `\u{7c}`: in a table it would end the cell, and a backslash before it is no
 * sure escape because the text may end in one itself. White space alone gives nothing.
 */
export function codeSpan(text: string): string {
  const content = plain(text).replaceAll('|', '\\u{7c}')
  if (content.trim() === '') return ''
  const fence = '`'.repeat(longestRun(content) + 1)
  const padding = /^[` ]|[` ]$/.test(content) ? ' ' : ''
  return `${fence}${padding}${content}${padding}${fence}`
}

/** Returns the lines, which must be safe by `plain`, as a fenced block of code that none of them ends. */
export function codeBlock(lines: string, language = 'text'): string {
  const fence = '`'.repeat(Math.max(longestRun(lines) + 1, 3))
  return `${fence}${language}\n${lines}\n${fence}`
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}
