import type { BadPolicy } from './bad-policy.ts'

const issuer = 'https://issuer.example'
const signedBy = (fields: string) => `- type: sbom\n  signed-by: {${fields}}`
const pattern = (text: string) => signedBy(`issuer: ${issuer}, identity-pattern: '${text}'`)
/** The value stands in line 4, column 23, as it is, block or flow. */
const patternAs = (value: string) =>
  `- type: sbom\n  signed-by:\n    issuer: ${issuer}\n    identity-pattern: ${value}`
const rule = (fields: string) => `- type: sbom\n  ${fields}`
/** Each names its signer in a way that is wrong. */
export const badSigners: readonly BadPolicy[] = [
  {
    wrong: 'a signer alone',
    text: rule('signed-by: me'),
    at: '2:14',
    says: ['"me", not a mapping'],
  },
  {
    wrong: 'nobody',
    text: signedBy(''),
    at: '2:14',
    says: ['names nobody', 'issuer together with'],
  },
  { wrong: 'an unknown signer', text: signedBy('keys: a'), at: '2:15', says: ['mean key?'] },
  {
    wrong: 'a key and an issuer',
    text: signedBy(`key: a, issuer: ${issuer}`),
    at: '2:14',
    says: ['key and issuer'],
  },
  {
    wrong: 'an issuer alone',
    text: signedBy(`issuer: ${issuer}`),
    at: '2:14',
    says: ['has issuer'],
  },
  { wrong: 'an identity alone', text: signedBy('identity: a'), at: '2:14', says: ['has identity'] },
  {
    wrong: 'two identities',
    text: signedBy(`issuer: ${issuer}, identity: a, identity-pattern: a`),
    at: '2:14',
    says: ['issuer and identity and identity-pattern'],
  },
  { wrong: 'no key', text: signedBy('key: '), at: '2:20', says: ['key is empty'] },
  { wrong: 'a key elsewhere', text: signedBy('key: k8s://a/b'), at: '2:20', says: ['is no file'] },
  {
    wrong: 'an issuer without TLS',
    text: signedBy('issuer: http://issuer.example, identity: a'),
    at: '2:23',
    says: ['not an https URL'],
  },
  {
    wrong: 'an issuer that is no URL',
    text: signedBy('issuer: issuer.example, identity: a'),
    at: '2:23',
    says: ['not an https URL', 'token.actions.githubusercontent.com'],
  },
  {
    wrong: 'an issuer that is no URL, by its host',
    text: signedBy('issuer: "https://[1", identity: a'),
    at: '2:23',
    says: ['not an https URL'],
    schemaCannot: 'it knows no grammar of URLs',
  },
  {
    wrong: 'white space in an identity',
    text: signedBy(`issuer: ${issuer}, identity: a b`),
    at: '2:57',
    says: ['"a b"', 'white space'],
  },
  {
    wrong: 'a star in an identity',
    text: signedBy(`issuer: ${issuer}, identity: a*`),
    at: '2:57',
    says: ['star and all', 'identity-pattern'],
  },
  {
    wrong: 'a letter in an identity that no certificate has',
    text: signedBy(`issuer: ${issuer}, identity: mé@example.com`),
    at: '2:57',
    says: ['"mé@example.com"', 'no ASCII'],
  },
  ...[
    ['an issuer', 'issuer: |\n      https://issuer.example\n    identity: a', '3:13'],
    ['an identity', `issuer: ${issuer}\n    identity: |\n      me@example.com`, '4:15'],
  ].map(([what = '', fields = '', at = '']) => ({
    wrong: `${what} in a block, which ends in a line break`,
    text: `- type: sbom\n  signed-by:\n    ${fields}\n`,
    at,
    says: ['white space in it', 'on one line'],
  })),
  ...[
    ['in a block, which ends in a line break', '|\n      me@example\\.com\n', 'me@example'],
    ['in a block of several lines', '>-\n      https://a\\.example/\n      b@.+', '.example/ b'],
    ['that begins with white space', "' me@example\\.com'", '" me'],
    ['that ends in white space', "'me@example\\.com\u00a0'", 'me@example'],
    ['with a line break within a class', '"me[\\n]@example"', 'me[\\n]'],
    ['with a line break that is escaped', '"me\\\\\\n@example"', 'me\\'],
    ['with a space that is escaped', "'me\\ @example'", 'me\\\\ @'],
    ['with a letter that is no ASCII', "'mé@example'", 'mé@'],
  ].map(([wrong = '', value = '', says = '']) => ({
    wrong: `a pattern ${wrong}`,
    text: patternAs(value),
    at: '4:23',
    says: ['no identity has', says, 'on one line'],
  })),
  ...['/me@example\\.com/', '/me@example\\.com/i', '//', '/https:\\/\\/a\\.example\\/.+/'].map(
    (expression) => ({
      wrong: `a pattern between slashes, ${expression}`,
      text: patternAs(`'${expression}'`),
      at: '4:23',
      says: ['between slashes', 'without them'],
    }),
  ),
  { wrong: 'an empty pattern', text: pattern(''), at: '2:65', says: ['identity-pattern is empty'] },
  ...[
    ['no expression', 'a(', 'not a regular expression'],
    ['an expression only between anchors', 'a)|(?:b', 'not a regular expression'],
    ['a pattern of anything', '.*', 'matches anybody'],
    ['a pattern of some text', '.+', 'matches anybody'],
    ['a pattern that repeats a repetition', '(?:[a-z.:/@-]+)+#', 'takes too long'],
    ['a pattern of nothing', 'a?', 'matches anybody, such as ""'],
    ['a pattern of everybody on GitHub', 'https://github\\.com/.+', 'matches anybody'],
    ['a pattern of a name alone', '.*/release\\.yml@refs/heads/main', 'matches anybody'],
    ['a pattern of a file alone', '.+/build\\.yml@.+', 'matches anybody'],
    ['a pattern of a file of either name', '.+/build\\.ya?ml@.+', 'matches anybody'],
    ['a pattern of a ref alone', '.+@refs/heads/main', 'matches anybody'],
    ['a pattern of an alternative of anything', 'me|.*', 'matches anybody'],
    ['a pattern of everybody with a free address', '.+@gmail\\.com', 'matches anybody'],
    ['a pattern of some short name', '[a-z]{3,8}', 'matches anybody, such as "nobody"'],
    [
      'a pattern of a workflow of anybody',
      '.*/\\.github/workflows/build\\.yml@refs/heads/main',
      'matches anybody, such as "https://github.com/nobody-you-know/…"',
    ],
    [
      'a pattern of a workflow anywhere on GitHub',
      'https://github\\.com/[^/]+/[^/]+/\\.github/workflows/(build|deploy)\\.yaml@.+',
      'matches anybody',
    ],
    [
      'a pattern of a repository of whatever owner',
      'https://github\\.com/[a-z]+/app/\\.github/workflows/build\\.yml@refs/heads/main',
      'matches anybody, such as "https://github.com/nobody/…"',
    ],
    [
      'a pattern of a workflow on any host',
      'https://[^/]+/(?:[^/]+/)+\\.github/workflows/build\\.yml@refs/heads/main',
      'matches anybody',
    ],
    [
      'a pattern of a pipeline of anybody',
      'https://gitlab\\.com/.+//ci/build\\.yml@refs/tags/v\\d+',
      'matches anybody, such as "https://gitlab.com/nobody-you-know/…"',
    ],
    ['a pattern of whatever has a path in it', '.*org/app/.+@refs/heads/main', 'matches anybody'],
  ].map(([wrong = '', text = '', says = '']) => ({
    wrong,
    text: pattern(text),
    at: '2:65',
    says: [says],
    schemaCannot: 'it cannot try expressions',
  })),
  ...[
    'https://token.actions.githubusercontent.com',
    'https://token.actions.githubusercontent.com/octo',
    'https://gitlab.com',
  ].map((from) => ({
    wrong: `a pattern that the branch of anybody may match, from ${from}`,
    text: signedBy(`identity-pattern: '.+@example\\.com', issuer: '${from}'`),
    at: '2:33',
    says: ['matches anybody', '/nobody-you-know/…"'],
    schemaCannot: 'it cannot try expressions',
  })),
]
