import type { Report, RuleVerdict } from '../gate/report.ts'
import { codeSpan } from '../render/markdown.ts'
import { cut, plain } from '../render/plain.ts'

/** More rules at more platforms than anybody reads; what is denied stands first. */
const MAX_ROWS = 200
const MAX_CELL = 200
/** A reason names several pieces of evidence, each with why it does not count. */
const MAX_REASON = 2000

/**
 * Returns the gate's verdict in Markdown, with a table of the rules, what is denied first. Where each
 * was judged stands in it if the report is about more than its subject.
 */
export function gateTable(report: Report): string {
  const withSubject = report.rules.some(({ subject }) => subject !== report.subject)
  const columns = ['Rule', ...(withSubject ? ['Judged at'] : []), 'Verdict', 'Reason']
  const sorted = [...report.rules].sort(deniedFirst)
  const rows = sorted.slice(0, MAX_ROWS).map((rule) => cells(rule, withSubject))
  const table = [columns, columns.map(() => '---'), ...rows].map(row).join('\n')
  const hidden = sorted.length - rows.length
  return `**Gate: ${report.verdict}**\n\n${table}${hidden > 0 ? `\n\nand ${hidden} more` : ''}`
}

function deniedFirst(a: RuleVerdict, b: RuleVerdict): number {
  return Number(a.verdict === 'passed') - Number(b.verdict === 'passed')
}

function cells(
  { rule, subject, platform, verdict, reason }: RuleVerdict,
  withSubject: boolean,
): readonly string[] {
  const place = [...(platform === undefined ? [] : [cell(platform)]), codeSpan(subject)].join(' ')
  return [
    cell(rule),
    ...(withSubject ? [place] : []),
    verdict === 'passed' ? 'passed' : '**denied**',
    cell(reason, MAX_REASON),
  ]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(text: string, length = MAX_CELL): string {
  return codeSpan(cut(plain(text), length))
}
