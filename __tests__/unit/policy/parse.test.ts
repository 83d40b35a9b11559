import { describe, expect, test } from '@jest/globals'
import { MAX_MANIFESTS } from '../../../src/discover/walk.ts'
import { InputError } from '../../../src/oci/error.ts'
import { InputProblems } from '../../../src/oci/problems.ts'
import { parsePolicy, policyOfTypes } from '../../../src/policy/parse.ts'
import { MAX_COUNT } from '../../../src/policy/rule.ts'
import { MAX_LENGTH } from '../../../src/policy/yaml.ts'
import { badPolicies } from '../../support/bad-policies.ts'
import { goodPolicies } from '../../support/good-policies.ts'

const sbom = {
  type: { kind: 'alias', alias: 'sbom' },
  count: 1,
  platform: 'subject',
  annotations: {},
}
const issuer = 'https://issuer.example'

/** Message and advice, as a user is told of them. */
function told(error: unknown): string {
  if (error instanceof InputProblems) return error.problems.map(told).join('\n')
  if (error instanceof InputError) return `${error.input}: ${error.message}. ${error.advice}`
  throw error
}

function problemsOf(text: string): string {
  try {
    parsePolicy(text)
  } catch (error) {
    return told(error)
  }
  return 'none'
}

describe('a policy', () => {
  test('is one type', () => {
    expect(parsePolicy('sbom')).toEqual([sbom])
    expect(parsePolicy('application/spdx+json\n')).toEqual([
      { ...sbom, type: { kind: 'artifact-type', artifactType: 'application/spdx+json' } },
    ])
  })

  test('is a list of types and rules, in their order', () => {
    expect(parsePolicy('- sbom\n- type: vex\n- signature')).toMatchObject(
      ['sbom', 'vex', 'signature'].map((alias) => ({ type: { alias } })),
    )
  })

  test('has rules that say what they are made of', () => {
    const text = `
- type: sbom
  count: 2
  max-age: 30d
  platform: each
  predicate-type: https://spdx.dev/Document
  annotations: { org.example.stage: release }
  signed-by: { issuer: ${issuer}, identity: me@example.com }
`
    expect(parsePolicy(text)).toEqual([
      {
        type: { kind: 'alias', alias: 'sbom' },
        count: 2,
        maxAge: { text: '30d', milliseconds: 30 * 24 * 60 * 60 * 1000 },
        platform: 'each',
        predicateType: 'https://spdx.dev/Document',
        annotations: { 'org.example.stage': 'release' },
        signedBy: { kind: 'identity', issuer, identity: 'me@example.com' },
      },
    ])
  })

  test.each([
    ['90m', 90],
    ['12h', 12 * 60],
    ['1d', 24 * 60],
    ['2w', 2 * 7 * 24 * 60],
  ])('takes %s for %d minutes', (age, minutes) => {
    expect(parsePolicy(`- {type: sbom, max-age: ${age}}`)).toMatchObject([
      { maxAge: { text: age, milliseconds: minutes * 60_000 } },
    ])
  })

  test('keeps keys as they are written, with their place', () => {
    const text =
      '- type: sbom\n  signed-by:\n    key: |\n      -----BEGIN PUBLIC KEY-----\n      AA\n'
    expect(parsePolicy(`${text}- {type: vex, signed-by: {key: ' a.pub '}}`)).toMatchObject([
      {
        signedBy: {
          kind: 'key',
          key: { text: '-----BEGIN PUBLIC KEY-----\nAA', position: { line: 3, column: 10 } },
        },
      },
      { signedBy: { kind: 'key', key: { text: 'a.pub', position: { line: 6, column: 32 } } } },
    ])
  })

  test('has names of annotations that mean nothing to JavaScript', () => {
    const [rule] = parsePolicy('- {type: sbom, annotations: {__proto__: x, constructor: y}}')
    expect(Object.entries(rule?.annotations ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  test('may begin with a byte order mark, as editors on Windows write it', () => {
    expect(parsePolicy('\uFEFF- sbom\n- vex')).toEqual(parsePolicy('- sbom\n- vex'))
    expect(parsePolicy('\uFEFFsbom')).toEqual([sbom])
    expect(problemsOf('\uFEFF- sbom\n- no')).toBe(problemsOf('- sbom\n- no'))
    expect(problemsOf('\uFEFF- no')).toMatch(/^require: line 1, column 3: "no" /)
    expect(problemsOf('\uFEFF')).toMatch(/^require: line 1, column 1: the policy is empty/)
    expect(problemsOf('\uFEFF\uFEFF- sbom')).toMatch(/^require: line 1, column /)
    expect(problemsOf('- \uFEFFsbom')).toMatch(/^require: line 1, column /)
  })

  test.each(goodPolicies)('may be %j', (text) => {
    expect(problemsOf(text)).toBe('none')
  })

  test('asks for at most as many as a graph has', () => {
    expect(MAX_COUNT).toBe(MAX_MANIFESTS)
  })
})

describe('an identity pattern', () => {
  const patternOf = (source: string) => {
    const signedBy = `{issuer: ${issuer}, identity-pattern: '${source}'}`
    const [rule] = parsePolicy(`- {type: sbom, signed-by: ${signedBy}}`)
    return rule?.signedBy?.kind === 'identity-pattern' ? rule.signedBy : undefined
  }

  test.each([
    ['me@example\\.com', 'me@example.com', true],
    ['me@example\\.com', 'me@example.com.evil.example', false],
    ['me@example\\.com', 'not-me@example.com', false],
    ['me@example\\.com', 'me@example.com\n', false],
    ['me|you', 'not-me', false],
    ['me|you', 'you-too', false],
    ['me|you', 'you', true],
    ['[^ ]+@example\\.com', 'me@example.com', true],
    ['.@example\\.com', '💡@example.com', true],
    // No expression with the flag u, which knows no such escape.
    ['a\\-b', 'a-b', true],
  ])('%s and %j: %s', (source, identity, matches) => {
    expect(patternOf(source)?.source).toBe(source)
    expect(patternOf(source)?.pattern.test(identity)).toBe(matches)
  })
})

describe('what is wrong with a policy is told with its place', () => {
  test.each(badPolicies)('$wrong', ({ text, at, says }) => {
    const problems = problemsOf(text)
    const [line, column] = at.split(':')
    expect(problems).toMatch(new RegExp(`^require: line ${line}, column ${column}: `))
    for (const part of says) expect(problems).toContain(part)
    expect(problems.split('\n')).toHaveLength(1)
  })

  test.each([
    ['no YAML', '- "sbom', '1:8', 'Missing closing'],
    ['a tab', '- type: sbom\n  annotations:\n\ta: b', '3:1', 'Tabs'],
    ['bad indentation', '- type: sbom\n count: 1', '2:1', 'plain YAML'],
    ['a key twice', '- type: sbom\n  count: 1\n  count: 2', '3:3', 'twice, first in line 2'],
    [
      'an annotation twice',
      '- {type: sbom, annotations: {a: b, "a": c}}',
      '1:36',
      '"a" is given twice',
    ],
    ['an anchor', '- &a sbom', '1:6', 'anchors and aliases'],
    ['an anchor on a key', '- {&a type: sbom}', '1:7', 'anchors and aliases'],
    ['an alias', '- *a', '1:3', 'anchors and aliases'],
    ['a tag', '- !mine sbom', '1:3', '!mine'],
    ['a tag of another schema', '- !!set {sbom}', '1:3', 'Unresolved tag'],
    ['a key that is no text', '- ? [type]\n  : sbom', '1:5', 'keys must be strings'],
    ['several documents', 'sbom\n---\nvex', '2:1', 'several documents'],
    ['another version of YAML', '%YAML 3.0\n---\nsbom', '1:7', 'YAML version 3.0'],
    ['depth', '['.repeat(30_000), '', 'plain YAML'],
  ])('%s', (_, text, at, says) => {
    const problems = problemsOf(text)
    const [line = '1', column = '\\d+'] = at === '' ? [] : at.split(':')
    expect(problems).toMatch(new RegExp(`^require: line ${line}, column ${column}: `))
    expect(problems).toContain(says)
    expect(problems.split('\n')).toHaveLength(1)
  })

  test('all at once', () => {
    const text = `
- sbon
- tipe: vex
  count: 0
  signed-by:
    issuer: http://issuer.example
    identity: '*'
- vex
- vex
`
    expect(problemsOf(text).replaceAll(/require: line (\d+), column (\d+).*/g, '$1:$2')).toBe(
      ['2:3', '3:3', '3:3', '4:10', '6:13', '7:15', '9:3'].join('\n'),
    )
  })

  test('a text that is too long', () => {
    const text = `- sbom\n#${'x'.repeat(MAX_LENGTH)}`
    expect(problemsOf(text)).toContain(`more than ${MAX_LENGTH}`)
  })
})

describe('a policy of types', () => {
  test('asks for one of each', () => {
    expect(policyOfTypes(['sbom', 'application/sarif+json'])).toEqual([
      sbom,
      { ...sbom, type: { kind: 'artifact-type', artifactType: 'application/sarif+json' } },
    ])
  })

  test.each([
    [[], 'the list is empty'],
    [['sbom', 'SBOM'], '"SBOM" is no kind of evidence'],
    [['sbom', 'sbom'], 'exactly what another does'],
    [[''], 'the type is empty'],
    [['sbom,vex'], '"sbom,vex" is no type'],
  ])('%j is none', (types, message) => {
    expect(() => policyOfTypes(types)).toThrow(
      expect.objectContaining({ input: 'require-type', message: expect.stringContaining(message) }),
    )
  })

  test('tells of all that is wrong', () => {
    expect(() => policyOfTypes(['a', 'b'])).toThrow(InputProblems)
  })
})
