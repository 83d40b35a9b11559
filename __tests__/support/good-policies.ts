const issuer = 'https://issuer.example'
const signedBy = (fields: string) => `- type: sbom\n  signed-by: {${fields}}`
const pattern = (text: string) => signedBy(`issuer: ${issuer}, identity-pattern: '${text}'`)
const rule = (fields: string) => `- type: sbom\n  ${fields}`
const predicate = (type: string, predicateType: string) =>
  `- type: ${type}\n  predicate-type: ${predicateType}`

/** Policies as people write them. */
export const goodPolicies: readonly string[] = [
  'sbom',
  '"signature"',
  'application/vnd.example.report+json',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
  'a/b; c="d e"; f=g',
  '- sbom\n- provenance\n- vulnerability-report\n- vex\n- attestation\n- signature',
  '[sbom, text/spdx]',
  '---\n# All of it.\n- sbom # each\n- type: sbom\n  platform: each\n...\n',
  rule('count: 3\n  max-age: 90m\n  platform: subject'),
  rule('count: 0x10'),
  rule('count: 20000'),
  rule('max-age: 36500d'),
  rule('annotations:\n    org.example.stage: release\n    empty: ""\n    number: "42"'),
  rule('annotations: {__proto__: x, constructor: y}'),
  rule('signed-by: { key: cosign.pub }'),
  rule('signed-by: { key: "keys/the release key.pem" }'),
  rule('signed-by: { key: C:\\keys\\cosign.pub }'),
  rule(
    'signed-by:\n    key: |\n      -----BEGIN PUBLIC KEY-----\n      AA\n      -----END PUBLIC KEY-----',
  ),
  signedBy('issuer: http://127.0.0.1:8080/auth, identity: me@example.com'),
  signedBy('issuer: "http://[::1]", identity: me@example.com'),
  signedBy(`issuer: ${issuer}/realms/a?b=c, identity: https://ci.example/a.yml@refs/heads/main`),
  pattern('https://github\\.com/org/app/.+@refs/tags/v[0-9.]+'),
  pattern('.+@example\\.com'),
  pattern('a\\-b'),
  predicate('provenance', 'https://slsa.dev/provenance/v1'),
  predicate('provenance', 'https://slsa.dev/provenance/v0.2'),
  predicate('sbom', 'https://spdx.dev/Document'),
  predicate('sbom', 'https://spdx.dev/Document/v2.3'),
  predicate('sbom', 'https://cyclonedx.org/bom/v1.6'),
  predicate('vulnerability-report', 'https://cosign.sigstore.dev/attestation/vuln/v1'),
  predicate('vulnerability-report', 'cosign.sigstore.dev/attestation/vuln/v1'),
  predicate('vulnerability-report', 'https://in-toto.io/attestation/vulns/v0.2'),
  predicate('vex', 'https://openvex.dev/ns/v0.2.0'),
  predicate('vex', 'https://cyclonedx.org/vex'),
  predicate('attestation', 'https://example.com/mine'),
  predicate('attestation', 'https://slsa.dev/verification_summary/v1'),
  predicate('attestation', 'urn:example:mine'),
  predicate('application/vnd.dev.sigstore.bundle.v0.3+json', 'https://slsa.dev/provenance/v1'),
  predicate('application/vnd.in-toto+json', 'https://example.com/mine'),
  predicate('application/vnd.example', 'https://example.com/mine'),
  'application/vnd.cncf.notary.signature',
  '- sbom\n- {type: sbom, count: 2}\n- {type: sbom, max-age: 2d}',
]
