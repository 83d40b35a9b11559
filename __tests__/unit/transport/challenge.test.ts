import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseChallenges } from '../../../src/transport/challenge.ts'

/** As plain values, to compare. */
function parsed(...headers: readonly string[]): unknown {
  return parseChallenges(headers).map(({ scheme, parameters }) => [
    scheme,
    Object.fromEntries(parameters),
  ])
}

describe('the challenges of WWW-Authenticate', () => {
  test.each<[string, readonly string[], unknown]>([
    [
      'ghcr.io',
      ['Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:o/r:pull"'],
      [
        [
          'bearer',
          { realm: 'https://ghcr.io/token', service: 'ghcr.io', scope: 'repository:o/r:pull' },
        ],
      ],
    ],
    ['a lower-case scheme (zot)', ['basic realm="zot"'], [['basic', { realm: 'zot' }]]],
    [
      'values without quotes',
      ['Bearer realm=https://gcr.io/v2/token,service=gcr.io'],
      [['bearer', { realm: 'https://gcr.io/v2/token', service: 'gcr.io' }]],
    ],
    [
      'a realm alone (Artifact Registry)',
      ['Bearer realm="https://eu-docker.pkg.dev/v2/token"'],
      [['bearer', { realm: 'https://eu-docker.pkg.dev/v2/token' }]],
    ],
    [
      'a comma and an equals sign inside quotes',
      ['Bearer realm="https://r/?a=b,c", scope="repository:a:pull,push"'],
      [['bearer', { realm: 'https://r/?a=b,c', scope: 'repository:a:pull,push' }]],
    ],
    [
      'several challenges in one header',
      ['Basic realm="a", Bearer realm="b" , service="c"'],
      [
        ['basic', { realm: 'a' }],
        ['bearer', { realm: 'b', service: 'c' }],
      ],
    ],
    [
      'several headers',
      ['Negotiate', 'Basic realm="a"'],
      [
        ['negotiate', {}],
        ['basic', { realm: 'a' }],
      ],
    ],
    [
      'names in capitals and spaces around the equals sign',
      ['Bearer Realm = "a"'],
      [['bearer', { realm: 'a' }]],
    ],
    ['escaped characters', ['Basic realm="a\\"b\\\\c"'], [['basic', { realm: 'a"b\\c' }]]],
    ['a name given twice', ['Basic realm="a", realm="b"'], [['basic', { realm: 'a' }]]],
    ['a quote that is never closed', ['Basic realm="a'], [['basic', { realm: 'a' }]]],
    ['a parameter of no scheme', ['realm="a"'], []],
    ['nothing', ['', ' , '], []],
  ])('are read: %s', (_name, headers, expected) => {
    expect(parsed(...headers)).toEqual(expected)
  })

  test('are at most twenty', () => {
    expect(parseChallenges(['Basic, '.repeat(1000)])).toHaveLength(20)
  })

  test('never throw, whatever the header', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', '=', '"', '\\', ',', ' ', '\n', 'é') })
    fc.assert(fc.property(fc.array(noise), (headers) => void parseChallenges(headers)))
  })

  test('come back as they were written', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9_-]{0,9}$/)
    const challenge = fc.tuple(token, fc.dictionary(token, fc.string(), { minKeys: 1, maxKeys: 4 }))
    fc.assert(
      fc.property(fc.array(challenge, { maxLength: 4 }), (challenges) => {
        const header = challenges
          .map(([scheme, parameters]) => `${scheme} ${formatParameters(parameters)}`)
          .join(', ')
        expect(parsed(header)).toEqual(
          challenges.map(([scheme, parameters]) => [scheme, { ...parameters }]),
        )
      }),
    )
  })
})

function formatParameters(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`)
    .join(', ')
}
