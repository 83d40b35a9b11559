import { describe, expect, test } from '@jest/globals'
import { parseCommand } from '../../../src/cli/parse.ts'
import { verbs } from '../../../src/cli/verb.ts'

const [attach, push, discover, pull] = verbs

describe('a command line', () => {
  test('has a verb, options and operands in any order', () => {
    const args = 'attach --artifact-type a/b app:1 -a k=v --annotation=l=w x.json -pu mona --quiet'
    expect(parseCommand([...args.split(' '), '--', '--odd'])).toEqual({
      kind: 'job',
      verb: attach,
      options: new Map([
        ['artifact-type', ['a/b']],
        ['annotation', ['k=v', 'l=w']],
        ['password-stdin', ['true']],
        ['username', ['mona']],
        ['quiet', ['true']],
      ]),
      flags: new Set(['password-stdin', 'quiet']),
      operands: ['app:1', 'x.json', '--odd'],
    })
  })

  test('may have short options together, of each verb its own', () => {
    expect(parseCommand('pull -a -o ./download app:1'.split(' '))).toMatchObject({
      verb: pull,
      options: new Map([
        ['allow-all', ['true']],
        ['output', ['./download']],
      ]),
      flags: new Set(['allow-all']),
      operands: ['app:1'],
    })
  })

  test('of the walk-through has its options between the operands', () => {
    const args =
      'push localhost:5000/app --artifact-type a/b --subject localhost:5000/app:v1 x.json'
    expect(parseCommand(args.split(' '))).toMatchObject({
      verb: push,
      options: new Map([
        ['artifact-type', ['a/b']],
        ['subject', ['localhost:5000/app:v1']],
      ]),
      operands: ['localhost:5000/app', 'x.json'],
    })
  })

  test('may give a boolean its value', () => {
    const args = ['discover', '--plain-http=auto', '--quiet=false', '--debug=True', 'app:1']
    expect(parseCommand(args)).toMatchObject({
      verb: discover,
      options: new Map([
        ['plain-http', ['auto']],
        ['quiet', ['false']],
        ['debug', ['True']],
      ]),
      flags: new Set(['debug']),
    })
  })

  test.each([
    [['--help'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['help'], { kind: 'help' }],
    [['help', 'discover'], { kind: 'help', verb: discover }],
    [['attach', '--help'], { kind: 'help', verb: attach }],
    [['discover', 'a', 'b', '-h'], { kind: 'help', verb: discover }],
    [['--version'], { kind: 'version' }],
  ])('%j asks for information', (args, expected) => {
    expect(parseCommand(args)).toEqual(expected)
  })

  test.each([
    [[], 'no verb is given'],
    [['attahc'], 'there is no verb attahc; did you mean attach?'],
    [['remove'], 'there is no verb remove'],
    [['--debug', 'attach'], 'the verb comes first, before --debug'],
    [['help', 'pulll'], 'there is no verb pulll; did you mean pull?'],
    [
      ['attach', '--artifact-typ', 'a/b'],
      'attach has no option --artifact-typ; did you mean --artifact-type?',
    ],
    [['attach', '-x'], 'attach has no option -x'],
    [['discover', '--combine', 'app:1'], 'discover has no option --combine'],
    [['attach', '--created'], '--created needs a value'],
    [
      ['attach', '--created', '--combine'],
      '--created needs a value (to give --combine, write --created=--combine)',
    ],
    [['attach', 'app:1'], 'attach needs REFERENCE FILE[:MEDIA-TYPE]...'],
    [['discover'], 'discover needs REFERENCE'],
    [['discover', 'app:1', 'b', 'c'], 'too many operands: b c'],
    [['discover', '--quiet=maybe', 'app:1'], '--quiet takes no value "maybe"'],
  ])('%j is not understood', (args, message) => {
    expect(() => parseCommand(args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message }),
    )
  })
})
