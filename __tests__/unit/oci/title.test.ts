import { win32 } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nameKey, parseTitle } from '../../../src/oci/title.ts'
import { pathLikeText } from '../../support/path-like-text.ts'

describe('a title is taken', () => {
  test.each([
    ['sbom.spdx.json', ['sbom.spdx.json']],
    ['reports/2026/scan.sarif', ['reports', '2026', 'scan.sarif']],
    // As regctl titles what it is given as ./sub/a.json and sub.
    ['./sub/a.json', ['sub', 'a.json']],
    ['sub/', ['sub']],
    ['.trivyignore', ['.trivyignore']],
    ['with space (1).txt', ['with space (1).txt']],
    ['.gitignore', ['.gitignore']],
    ['console.log', ['console.log']],
    ['com10', ['com10']],
    ['日本語.json', ['日本語.json']],
    ['می\u200cخواهم.json', ['می\u200cخواهم.json']],
    ['a'.repeat(255), ['a'.repeat(255)]],
  ])('%j', (title, names) => {
    expect(parseTitle(title)).toEqual({ names })
  })
})

describe('a title is refused', () => {
  test.each([
    ['/etc/passwd', 'absolute'],
    ['//server/share', 'absolute'],
    ['..', 'out of the directory'],
    ['../x', 'out of the directory'],
    ['a/../../x', 'out of the directory'],
    ['a/..', 'out of the directory'],
    ['./../x', 'out of the directory'],
    ['.\u200b./x', 'out of the directory'],
    ['a//b', 'empty name'],
    ['', 'empty name'],
    ['\u200b', 'empty name'],
    ['.', 'names no file'],
    ['./', 'names no file'],
    ['..\\x', 'backslash'],
    ['\\\\server\\share', 'backslash'],
    ['C:x', 'colon'],
    ['C:/x', 'colon'],
    ['a/b:stream', 'colon'],
    ['a\0b', 'control character'],
    ['a\nb', 'control character'],
    ['a\u001b[2Jb', 'control character'],
    ['a\u0085b', 'control character'],
    ['a\u2028b', 'control character'],
    ['a\u202etxt.exe', 'control character'],
    ['\ud800', 'control character'],
    ['a.', 'dot or a space'],
    ['...', 'dot or a space'],
    ['a /b', 'dot or a space'],
    ['CON', 'device'],
    ['dir/nul.txt', 'device'],
    ['Aux .json', 'device'],
    ['com1', 'device'],
    ['LPT².log', 'device'],
    ['CONIN$', 'device'],
    ['.git/commondir', 'git'],
    ['a/.GIT/hooks/pre-commit', 'git'],
    ['.g\u200cit/config', 'git'],
    ['git~1/config', 'git'],
    ['a'.repeat(256), '255 bytes'],
    ['é'.repeat(128), '255 bytes'],
    ['a/'.repeat(400), '768 bytes'],
  ])('%j', (title, problem) => {
    expect(parseTitle(title)).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('or leads to a file below the directory, on every system', () => {
    fc.assert(
      fc.property(pathLikeText, (title) => {
        const parsed = parseTitle(title)
        if ('problem' in parsed) return
        const { names } = parsed
        expect(names.length).toBeGreaterThan(0)
        const joined = win32.join('C:\\root', ...names)
        expect(joined).toBe(`C:\\root\\${names.join('\\')}`)
        expect(win32.relative('C:\\root', win32.resolve('C:\\root', ...names))).toBe(
          names.join('\\'),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('names are the same', () => {
  test.each([
    ['SBOM.json', 'sbom.JSON'],
    ['\u00e9', 'e\u0301'],
    ['\u00c9', 'e\u0301'],
    ['STRASSE', 'straße'],
    ['\u1e9e', 'SS'],
    ['ς', 'Σ'],
    ['\u212a', 'k'],
    ['a\u200cb', 'ab'],
    ['\ufb01x', 'FIX'],
  ])('%s and %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  test('in every form and case of every character', () => {
    const characters = Array.from({ length: 0xd800 }, (_, code) => String.fromCodePoint(code))
    const different = characters.filter((character) => {
      const key = nameKey(character)
      const forms = [
        character.toUpperCase(),
        character.toLowerCase(),
        character.normalize('NFC'),
        character.normalize('NFD'),
      ]
      return forms.some((form) => nameKey(form) !== key)
    })
    expect(different).toEqual([])
  })

  test('only then', () => {
    expect(nameKey('a')).not.toBe(nameKey('b'))
    expect(nameKey('a1')).not.toBe(nameKey('a'))
  })
})
