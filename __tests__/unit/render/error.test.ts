import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../src/oci/digest.ts'
import { InputError, OciError } from '../../../src/oci/error.ts'
import { InputProblems } from '../../../src/oci/problems.ts'
import { causesOf, explain } from '../../../src/render/error.ts'

const dashed = (input: string) => `--${input}`

describe('an explanation', () => {
  test.each([
    [
      'of a wrong input names it',
      new InputError('depth', '"x" is no number', 'Leave it out.'),
      ['--depth: "x" is no number', 'What to do: Leave it out.'],
    ],
    [
      'of several wrong inputs names them all',
      new InputProblems([new InputError('a', 'x'), new InputError('b', 'y', 'z')]),
      ['2 inputs are wrong', '--a: x', '--b: y', 'What to do: z'],
    ],
    [
      "of a registry's error has its advice",
      new OciError('DENIED', 'PUT https://r/v2/a: DENIED: no', { advice: 'Log in.' }),
      ['PUT https://r/v2/a: DENIED: no', 'What to do: Log in.'],
    ],
    ['of an error without advice is its message', new OciError('TIMEOUT', 'late'), ['late']],
    [
      'of an error that nobody thought of says so',
      new TypeError('a is undefined'),
      [
        'Unexpected: a is undefined',
        'What to do: Run it again with debug output, and report what that prints.',
      ],
    ],
    [
      'is safe to print',
      new OciError('DENIED', 'no\n::add-mask::x', { advice: '::error::y' }),
      ['no\\n::add-mask::x', 'What to do: ::error::y'],
    ],
  ])('%s', (_name, error, expected) => {
    expect(explain(error, dashed)).toEqual(expected)
  })

  test('does not print a whole page', () => {
    const [line] = explain(new OciError('DENIED', 'x'.repeat(100_000)), dashed)
    expect(line).toHaveLength(15_000)
  })

  test('names all of two hundred digests', () => {
    const digests = Array.from({ length: 200 }, (_, at) => digestOf(Buffer.of(at)))
    const [line] = explain(new OciError('NOT_LISTED', digests.join(', ')), dashed)
    expect(line?.split(', ')).toEqual(digests)
  })
})

describe('the causes', () => {
  test('are told one by one, all attempts of a connection too', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const attempts = new AggregateError([refused, new Error('other')], 'all failed')
    const error = new OciError('CONNECTION_FAILED', 'no\nconnection', { cause: attempts })
    expect(causesOf(error)).toEqual([
      'OciError CONNECTION_FAILED: no\\nconnection',
      'AggregateError: all failed',
      'Error ECONNREFUSED: connect ECONNREFUSED',
      'Error: other',
    ])
  })

  test('that go round in a circle end', () => {
    const error = new Error('a')
    error.cause = error
    expect(causesOf(error)).toHaveLength(10)
  })

  test('may be anything', () => {
    expect(causesOf(new Error('a', { cause: 'b' }))).toEqual(['Error: a', 'b'])
  })
})
