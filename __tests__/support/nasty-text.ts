import fc from 'fast-check'

/** Characters and words that mean something to a runner, a terminal, Markdown, HTML or Mermaid. */
const NASTY = [
  ...'\n\r\t\v\0\u0085\u00a0\u00ad\u001b\u009b\u200b\u202e\u2028\u2029\u2066\ufeff\u{e0041}',
  ...' :#[]()<>|`~*_!@$%^&\\"\';{}=+-/.1aé😀',
  '::error::',
  '##[error]',
  '::set-output name=a::',
  '-->',
  'https://',
  'www.',
  '\ud800',
]

/** Texts as an attacker would choose them, and any other. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)
