import type { Match, Report, RuleVerdict } from '../gate/report.ts'
import type { Signer } from '../verify/signature.ts'

/** Who signed, under the names that `signed-by` has in a policy. */
export type JsonSigner =
  | { readonly key: string }
  | { readonly issuer: string; readonly identity: string }

/** The report as the output `gate-report` and `gate --format json` have it. */
export type JsonReport = Omit<Report, 'rules'> & {
  readonly rules: readonly (Omit<RuleVerdict, 'matches'> & {
    readonly matches: readonly (Omit<Match, 'signer'> & { readonly signer?: JsonSigner })[]
  })[]
}

type JsonRule = JsonReport['rules'][number]

/** Returns the report for JSON, its keys in a fixed order. */
export function reportJson({ verdict, subject, rules }: Report): JsonReport {
  return { verdict, subject, rules: rules.map(ruleJson) }
}

function ruleJson({ rule, subject, platform, verdict, reason, matches }: RuleVerdict): JsonRule {
  return {
    rule,
    subject,
    ...(platform !== undefined && { platform }),
    verdict,
    reason,
    matches: matches.map(matchJson),
  }
}

function matchJson({ reference, artifactType, state, signer, created }: Match) {
  return {
    reference,
    artifactType,
    state,
    ...(signer && { signer: signerJson(signer) }),
    ...(created !== undefined && { created }),
  }
}

function signerJson(signer: Signer): JsonSigner {
  return signer.kind === 'key'
    ? { key: signer.name }
    : { issuer: signer.issuer, identity: signer.identity }
}
