import fc from 'fast-check'
import { nastyText } from './nasty-text.ts'

const PARTS = [
  ...['..', '.', '', '/', '//', '\\', ':', 'C:', '~', ' ', '\0', '\u200b', '\u202e', '\ud800'],
  ...[
    'a',
    'A',
    'b',
    'dir',
    'sbom.json',
    'SBOM.json',
    'pulled.json',
    'kept',
    'link',
    'é',
    'e\u0301',
  ],
  ...['nul', 'COM1.txt', '.git', 'git~1', 'a.', 'a '],
]

/** Titles as an attacker would choose them: parts with slashes between them, and any text. */
export const pathLikeText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 }).map((each) => each.join('/')),
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 }).map((each) => each.join('')),
  nastyText,
)
