import { describe, expect, test } from '@jest/globals'
import { programHelp, usageLine, verbHelp } from '../../../src/cli/help.ts'
import { verbs } from '../../../src/cli/verb.ts'

const helps = [programHelp(), ...verbs.map(verbHelp)]

describe('the help', () => {
  test('names every verb and every option', () => {
    const [program, ...ofVerbs] = helps
    for (const { name, summary } of verbs) expect(program).toContain(`${name}`.padEnd(10) + summary)
    for (const [at, { options }] of verbs.entries()) {
      for (const { name } of options)
        expect(ofVerbs[at]).toMatch(new RegExp(`^ +(-\\w, )?--${name}\\b`, 'm'))
    }
  })

  test('fits a terminal of eighty columns', () => {
    for (const line of helps.join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('puts what an option does beside it, or below one with a long name', () => {
    const [attach] = verbs
    const option = (name: string) => ({ name, placeholder: 'X', help: 'word '.repeat(12).trim() })
    const verb = { ...attach, options: [option('short'), option('much-longer-than-usual-name')] }
    expect(
      verbHelp(verb as typeof verb & NonNullable<typeof attach>)
        .split('\n')
        .slice(-5),
    ).toEqual([
      '      --short X                   word word word word word word word word word',
      '                                  word word word',
      '      --much-longer-than-usual-name X',
      '                                  word word word word word word word word word',
      '                                  word word word',
    ])
  })

  test('begins with how it is called', () => {
    expect(verbs.map(usageLine)).toEqual([
      'Usage: oras-attach attach [OPTIONS] REFERENCE FILE[:MEDIA-TYPE]...',
      'Usage: oras-attach push [OPTIONS] REPOSITORY[:TAG] FILE[:MEDIA-TYPE]...',
      'Usage: oras-attach discover [OPTIONS] REFERENCE',
      'Usage: oras-attach pull [OPTIONS] REFERENCE',
      'Usage: oras-attach gate [OPTIONS] REFERENCE',
    ])
    expect(usageLine(undefined)).toBe('Usage: oras-attach VERB [OPTIONS] OPERANDS...')
  })
})
