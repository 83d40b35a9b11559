import type { BadPolicy } from './bad-policy.ts'
import { badSigners } from './bad-signers.ts'

const rule = (fields: string) => `- type: sbom\n  ${fields}`
const predicate = (type: string, predicateType: string) =>
  `- type: ${type}\n  predicate-type: ${predicateType}`

/** Each is wrong in one way. */
export const badPolicies: readonly BadPolicy[] = [
  { wrong: 'nothing', text: '', at: '1:1', says: ['the policy is empty', 'such as sbom'] },
  { wrong: 'a comment', text: '# sbom', at: '1:1', says: ['the policy is empty'] },
  { wrong: 'an empty list', text: '[]', at: '1:1', says: ['the list is empty'] },
  { wrong: 'a rule alone', text: 'type: sbom', at: '1:1', says: ['not a list', 'Put a dash'] },
  { wrong: 'a number', text: '- 7', at: '1:3', says: ['the rule is 7', 'such as sbom'] },
  { wrong: 'an empty item', text: '- sbom\n-\n', at: '2:2', says: ['the rule is empty'] },
  { wrong: 'a list in the list', text: '- [sbom]', at: '1:3', says: ['the rule is a list'] },
  { wrong: 'too many rules', text: manyRules(101), at: '1:1', says: ['101 rules', 'than 100'] },
  { wrong: 'another kind', text: 'sbon', at: '1:1', says: ['"sbon"', 'Did you mean sbom?'] },
  { wrong: 'a kind in capitals', text: '- VEX', at: '1:3', says: ['"VEX"', 'Did you mean vex?'] },
  { wrong: 'no kind at all', text: 'scan', at: '1:1', says: ['"scan"', 'vulnerability-report'] },
  { wrong: 'types on lines', text: 'sbom\nvex', at: '1:1', says: ['"sbom vex"', 'after a dash'] },
  { wrong: 'types with commas', text: 'sbom,vex', at: '1:1', says: ['"sbom,vex"', 'after a dash'] },
  {
    wrong: 'no artifact type',
    text: 'text/ x',
    at: '1:1',
    says: ['"text/ x" is no artifact type'],
  },
  { wrong: 'an empty type', text: "''", at: '1:1', says: ['the type is empty'] },
  {
    wrong: 'a predicate type as the type',
    text: 'https://slsa.dev/provenance/v1',
    at: '1:1',
    says: ['is no artifact type', 'type: attestation', 'predicate-type'],
  },
  {
    wrong: 'a rule without a type',
    text: '- count: 2',
    at: '1:3',
    says: ['no type', 'type: sbom'],
  },
  {
    wrong: 'an unknown key',
    text: rule('max_age: 3d'),
    at: '2:3',
    says: ['mean max-age?', 'count'],
  },
  { wrong: 'a merge key', text: rule('<<: x'), at: '2:3', says: ['a rule has no key "<<"'] },
  { wrong: 'no count', text: rule('count:'), at: '2:9', says: ['count is empty', '1 to 20000'] },
  {
    wrong: 'a count of none',
    text: rule('count: 0'),
    at: '2:10',
    says: ['count is 0', 'leave out'],
  },
  { wrong: 'a negative count', text: rule('count: -1'), at: '2:10', says: ['count is -1'] },
  { wrong: 'half a count', text: rule('count: 1.5'), at: '2:10', says: ['count is 1.5'] },
  { wrong: 'an endless count', text: rule('count: .inf'), at: '2:10', says: ['count is .inf'] },
  { wrong: 'no number', text: rule('count: .nan'), at: '2:10', says: ['count is .nan'] },
  { wrong: 'a count in words', text: rule("count: '2'"), at: '2:10', says: ['count is "2"'] },
  { wrong: 'an absurd count', text: rule('count: 20001'), at: '2:10', says: ['from 1 to 20000'] },
  { wrong: 'an age without unit', text: rule('max-age: 30'), at: '2:12', says: ['is 30', '(30d)'] },
  { wrong: 'an age of none', text: rule('max-age: 0d'), at: '2:12', says: ['max-age is "0d"'] },
  { wrong: 'a negative age', text: rule('max-age: -1d'), at: '2:12', says: ['max-age is "-1d"'] },
  { wrong: 'another unit', text: rule('max-age: 1y'), at: '2:12', says: ['is "1y"', 'weeks (2w)'] },
  { wrong: 'two units', text: rule('max-age: 1d12h'), at: '2:12', says: ['max-age is "1d12h"'] },
  {
    wrong: 'an age of centuries',
    text: rule('max-age: 36501d'),
    at: '2:12',
    says: ['at most 100 years'],
    schemaCannot: 'it depends on the number and on the unit',
  },
  { wrong: 'another platform', text: rule('platform: all'), at: '2:13', says: ['"all"', 'each'] },
  { wrong: 'no platform', text: rule('platform:'), at: '2:12', says: ['platform is empty'] },
  {
    wrong: 'no predicate type',
    text: predicate('attestation', 'slsaprovenance'),
    at: '2:19',
    says: ['"slsaprovenance", not a URI', 'in full'],
  },
  {
    wrong: 'white space in a predicate type',
    text: predicate('attestation', "'https://example.com/a b'"),
    at: '2:19',
    says: ['white space'],
  },
  { wrong: 'no annotations', text: rule('annotations: {}'), at: '2:16', says: ['is empty'] },
  { wrong: 'annotations in a list', text: rule('annotations: [a]'), at: '2:16', says: ['a list'] },
  { wrong: 'a number noted', text: rule('annotations: {a: 1}'), at: '2:20', says: ["quotes: '1'"] },
  { wrong: 'nothing noted', text: rule('annotations: {a: }'), at: '2:20', says: ['"a" is empty'] },
  { wrong: 'a note unnamed', text: rule("annotations: {'': a}"), at: '2:17', says: ['no name'] },
  ...badSigners,
  {
    wrong: 'a predicate type for a signature',
    text: predicate('signature', 'https://slsa.dev/provenance/v1'),
    at: '2:3',
    says: ['a signature has no predicate'],
  },
  ...['application/spdx+json', 'text/html', 'application/vnd.cncf.notary.signature'].map(
    (type) => ({
      wrong: `a predicate type for ${type}`,
      text: predicate(type, 'https://slsa.dev/provenance/v1'),
      at: '2:3',
      says: ['has no predicate', 'type: attestation'],
    }),
  ),
  {
    wrong: 'a predicate type for an artifact type in capitals',
    text: predicate('Application/SARIF+JSON', 'https://slsa.dev/provenance/v1'),
    at: '2:3',
    says: ['has no predicate'],
    schemaCannot: 'its patterns know no upper and lower case',
  },
  ...[
    ['sbom', 'https://slsa.dev/provenance/v1', 'https://spdx.dev/Document'],
    ['provenance', 'https://spdx.dev/Document', 'https://slsa.dev/provenance'],
    ['provenance', 'https://slsa.dev/provenancev1', 'https://slsa.dev/provenance'],
    ['vulnerability-report', 'https://openvex.dev/ns', 'https://in-toto.io/attestation/vulns'],
    ['vex', 'https://cyclonedx.org/bom', 'https://openvex.dev/ns'],
    ['vex', 'https://example.com/mine', 'type: attestation'],
    ['attestation', 'https://sigstore.dev/cosign/sign/v1', 'type: signature'],
  ].map(([type = '', predicateType = '', says = '']) => ({
    wrong: `${predicateType} as ${type}`,
    text: predicate(type, predicateType),
    at: '2:3',
    says: [`is not that of type ${type}`, says],
  })),
  {
    wrong: 'a signer of a signature that cannot be verified',
    text: '- type: application/vnd.cncf.notary.signature\n  signed-by: {key: a}',
    at: '2:3',
    says: ['Notation cannot be verified yet', 'Leave signed-by out'],
  },
  { wrong: 'a type twice', text: '- sbom\n- sbom', at: '2:3', says: ['exactly what another does'] },
  {
    wrong: 'a rule twice',
    text: '- {type: sbom, annotations: {a: x, b: y}}\n- {annotations: {b: y, a: x}, type: sbom}',
    at: '2:3',
    says: ['exactly what another does'],
  },
  ...[
    ['a type, and the rule of that type', '- sbom\n- type: sbom'],
    ['the same by defaults', '- sbom\n- {type: sbom, count: 1, platform: subject}'],
    ['the same age', '- {type: sbom, max-age: 1d}\n- {type: sbom, max-age: 24h}'],
    ['the same artifact type', '- a/b;c=d\n- A/B; c=d'],
  ].map(([wrong = '', text = '']) => ({
    wrong,
    text,
    at: '2:3',
    says: ['exactly what another does', 'write count'],
    schemaCannot: 'it compares what is written, not what is meant',
  })),
]

function manyRules(count: number): string {
  return Array.from({ length: count }, (_, at) => `- a/${at}`).join('\n')
}
