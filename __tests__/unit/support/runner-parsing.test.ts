import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseEnvironmentFile } from '../../support/runner/file-commands.ts'
import { readLines } from '../../support/runner/lines.ts'
import { readStepLog } from '../../support/runner/step-log.ts'
import { parseCommand, WORKFLOW_COMMANDS } from '../../support/runner/workflow-commands.ts'

describe('a line of output is a workflow command', () => {
  const parse = (line: string) => parseCommand(line, (name) => WORKFLOW_COMMANDS.has(name))

  test.each([
    ['::error::broken', { name: 'error', properties: {}, data: 'broken' }],
    ['  \t::debug::x', { name: 'debug', properties: {}, data: 'x' }],
    ['::ERROR::x', { name: 'error', properties: {}, data: 'x' }],
    [
      '::error file=a%2Cb.json,line=3,title=::two%0Alines, 100%25',
      {
        name: 'error',
        properties: { file: 'a,b.json', line: '3' },
        data: 'two\nlines, 100%',
      },
    ],
    [
      'text before ##[set-output name=a%3Bb;]x%5D',
      { name: 'set-output', properties: { name: 'a;b' }, data: 'x]' },
    ],
    ['::unknown::##[group]title', { name: 'group', properties: {}, data: 'title' }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual(expected)
  })

  test.each(['text ::error::x', '::unknown::x', '::error', '##[unknown]x', '##[error x', ''])(
    'but not %j',
    (line) => {
      expect(parse(line)).toBeUndefined()
    },
  )
})

describe('the log of a step', () => {
  test('masks a secret, and each of its lines, from the command on', () => {
    const log = readStepLog(
      ['top', '::add-mask::top%0Asecret', 'the top secret', '::error::top'],
      [],
    )
    expect(log.lines).toEqual(['top', 'the *** ***', '##[error]***'])
    expect(log.annotations).toEqual([{ type: 'error', message: '***', properties: {} }])
  })

  test('obeys nothing between stop-commands and its token', () => {
    const lines = [
      '::stop-commands::Token',
      '::error::x',
      '##[add-mask]y',
      '::token::',
      '::debug::z',
    ]
    const log = readStepLog(lines, [])
    expect(log.commands.map(({ name }) => name)).toEqual(['stop-commands', 'debug'])
    expect(log.debug).toEqual(['z'])
  })

  test.each(['::set-env name=PATH::x', '##[add-path]/tmp', '::set-output::x'])(
    'refuses %s',
    (line) => {
      const log = readStepLog([line], [])
      expect(log.refused).toEqual([line])
      expect(log.annotations).toHaveLength(1)
    },
  )

  test('keeps groups, and outputs by the deprecated command', () => {
    const log = readStepLog(['::group::One', 'x', '::endgroup::', '::set-output name=a::b'], [])
    expect(log.groups).toEqual(['One'])
    expect(log.lines).toEqual(['##[group]One', 'x', '##[endgroup]'])
    expect(log.outputs).toEqual(new Map([['a', 'b']]))
  })
})

describe('a file of pairs', () => {
  test.each([
    ['a=1\n\nb=x=y<<z\n', { a: '1', b: 'x=y<<z' }],
    ['a<<END\none=1\n\ntwo\nEND\nb=2', { a: 'one=1\n\ntwo', b: '2' }],
    ['a<<END\nEND\na<<END\nlast\nEND\n', { a: 'last' }],
    ['a=CR\r\n', { a: 'CR\r' }],
    ['', {}],
  ])('%j', (text, expected) => {
    expect(Object.fromEntries(parseEnvironmentFile(text))).toEqual(expected)
  })

  test.each(['neither', '=x', '<<END\nEND\n', 'a<<\n', 'a<<END\nx\nEND2\n'])(
    'is refused: %j',
    (text) => {
      expect(() => parseEnvironmentFile(text)).toThrow(/Invalid/)
    },
  )

  test('gives back any value written with a delimiter that is not in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = `name<<delimiter_5f2c\n${value}\ndelimiter_5f2c\n`
        expect(parseEnvironmentFile(text).get('name')).toBe(value)
      }),
    )
  })
})

test('output is read as lines whatever the chunks, and a lone CR ends one', async () => {
  const text = 'one\r\ntwo\rthree\n\nfünf\r\n'
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(Buffer.byteLength(text))), async (cuts) => {
      const bytes = Buffer.from(text)
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
      const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
      const lines: string[] = []
      await readLines(Readable.from(chunks), (line) => lines.push(line))
      expect(lines).toEqual(['one', 'two', 'three', '', 'fünf'])
    }),
    { numRuns: 50 },
  )
})
