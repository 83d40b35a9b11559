import type { Report, RuleVerdict } from '../../src/gate/report.ts'
import { digestOfName, REPOSITORY } from './sample-graph.ts'

/** Returns what became of a rule that asks for an SBOM, with what is given in place of the usual. */
export function sampleVerdict(given: Partial<RuleVerdict> = {}): RuleVerdict {
  return {
    rule: 'sbom',
    subject: `${REPOSITORY}@${digestOfName('app')}`,
    verdict: 'denied',
    reason: 'no SBOM is present',
    matches: [],
    ...given,
  }
}

/** Returns a report about the image `app` with what became of its rules. */
export function sampleReport(rules: readonly RuleVerdict[]): Report {
  const isPassed = rules.every(({ verdict }) => verdict === 'passed')
  const subject = `${REPOSITORY}@${digestOfName('app')}`
  return { verdict: isPassed ? 'passed' : 'denied', subject, rules }
}
