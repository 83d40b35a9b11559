import type { Report, RuleVerdict } from '../gate/report.ts'
import { cut, MAX_NAME, plain } from './plain.ts'

const marks = { passed: '✓', denied: '✗' } as const

/** Returns the report as text: the verdict, then a line for each rule with the reason; safe to print. */
export function renderReport(report: Report): string {
  const { verdict, subject, rules } = report
  const lines = rules.map((rule) => `${marks[rule.verdict]} ${formatRuleVerdict(rule, report)}`)
  return [`${verdict} ${subject}`, ...lines].map(plain).join('\n')
}

/**
 * Returns what became of one of the report's rules: the rule, where it was judged unless that is the
 * report's own subject, and the reason. It is not escaped.
 */
export function formatRuleVerdict(
  { rule, platform, subject, reason }: RuleVerdict,
  report: Report,
): string {
  const where = subject === report.subject ? '' : ` at ${subject}`
  return `${rule}${platform === undefined ? '' : ` (${cut(platform, MAX_NAME)})`}${where}: ${reason}`
}
