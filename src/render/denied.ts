import type { Report } from '../gate/report.ts'
import { plain } from './plain.ts'
import { formatRuleVerdict } from './report.ts'

/** Returns a line for each rule of the report that is denied, with the reason; safe to print. */
export function deniedLines(report: Report): readonly string[] {
  return report.rules
    .filter(({ verdict }) => verdict !== 'passed')
    .map((rule) => plain(formatRuleVerdict(rule, report)))
}
