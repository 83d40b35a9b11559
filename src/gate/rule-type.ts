import { counted } from '../oci/counted.ts'
import type { Alias, Rule, RuleType } from '../policy/policy.ts'
import { isArtifactType } from './artifact-type.ts'
import type { Facts } from './facts.ts'

const nouns: Readonly<Record<Alias, string>> = {
  sbom: 'SBOM',
  signature: 'signature',
  attestation: 'attestation',
  provenance: 'provenance statement',
  'vulnerability-report': 'vulnerability report',
  vex: 'VEX document',
}

const ATTEST = 'attach one with actions/attest or cosign attest'
const ATTACH = 'attach one with oras-attach attach'

/** Tells whether what has these facts is what the rule asks for. */
export function isOfType(type: RuleType, { aliases, artifactType }: Facts): boolean {
  return type.kind === 'alias'
    ? aliases.includes(type.alias)
    : artifactType !== undefined && isArtifactType(type.artifactType, artifactType)
}

/** Returns what the rule asks for, without an article: `SBOM`. */
export function nounOf(type: RuleType): string {
  return type.kind === 'alias' ? nouns[type.alias] : `artifact of type ${type.artifactType}`
}

/** Returns a number of what the rule asks for: `2 SBOMs`. */
export function countedOf(type: RuleType, count: number): string {
  return type.kind === 'alias'
    ? counted(count, nouns[type.alias])
    : `${counted(count, 'artifact')} of type ${type.artifactType}`
}

/** Returns what to do where there is none of what the rule asks for, as a clause. */
export function adviceOf({ type, signedBy }: Rule): string {
  if (type.kind === 'artifact-type') {
    const sign = signedBy ? ' and sign it with cosign sign' : ''
    return `${ATTACH} --artifact-type ${type.artifactType}${sign}`
  }
  switch (type.alias) {
    case 'signature':
      return 'make one with cosign sign'
    case 'attestation':
    case 'provenance':
      return ATTEST
    case 'sbom':
    case 'vulnerability-report':
    case 'vex':
      return signedBy ? ATTEST : ATTACH
  }
}
