import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { InputError } from '../../../src/oci/error.ts'
import { InputProblems } from '../../../src/oci/problems.ts'
import { parsePolicy } from '../../../src/policy/parse.ts'
import { ALIASES } from '../../../src/policy/policy.ts'
import { badPolicies } from '../../support/bad-policies.ts'
import { goodPolicies } from '../../support/good-policies.ts'
import { altered, writtenPolicy } from '../../support/random-policies.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/require.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
const fitsSchema = ajv.compile(schema)

function parses(text: string): boolean {
  try {
    return parsePolicy(text).length > 0
  } catch (error) {
    if (error instanceof InputError || error instanceof InputProblems) return false
    throw error
  }
}

describe('the schema and the parser agree on what is a policy', () => {
  test.each(goodPolicies)('%j is', (text) => {
    expect(parses(text)).toBe(true)
    expect(fitsSchema(parse(text)) || fitsSchema.errors).toBe(true)
  })

  test.each(badPolicies.filter(({ schemaCannot }) => !schemaCannot))(
    '$wrong is not',
    ({ text }) => {
      expect(parses(text)).toBe(false)
      expect(fitsSchema(parse(text))).toBe(false)
    },
  )

  test('whatever good policy is written', () => {
    fc.assert(
      fc.property(writtenPolicy, (policy) => {
        const text = stringify(policy)
        expect(fitsSchema(parse(text)) || fitsSchema.errors).toBe(true)
        expect(parsePolicy(text)).toHaveLength(typeof policy === 'string' ? 1 : policy.length)
      }),
    )
  })

  test('whatever is altered in it: nothing is a policy that the schema refuses', () => {
    fc.assert(
      fc.property(writtenPolicy.chain(altered), (value) => {
        const text = stringify(value)
        if (parses(text)) expect(fitsSchema(parse(text)) || fitsSchema.errors).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('only the parser can know', () => {
  test.each(badPolicies.filter(({ schemaCannot }) => schemaCannot))(
    '$wrong, as to the schema: $schemaCannot',
    ({ text }) => {
      expect(parses(text)).toBe(false)
      expect(fitsSchema(parse(text))).toBe(true)
    },
  )
})

describe('what editors show of the schema', () => {
  test('all kinds of evidence', () => {
    expect(schema.$defs.type.anyOf[0].enum).toEqual(ALIASES)
  })

  test('what each key of a rule and of a signer means', () => {
    const { rule, 'signed-by': signedBy } = schema.$defs
    for (const [key, value] of Object.entries<{ description?: string; $ref?: string }>({
      ...rule.properties,
      ...signedBy.properties,
    })) {
      expect([key, value.description ?? value.$ref]).toEqual([key, expect.any(String)])
    }
  })

  test('examples that are policies', () => {
    for (const example of schema.examples) expect(parses(stringify(example))).toBe(true)
    const { rule, 'signed-by': signedBy, type } = schema.$defs
    for (const [key, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(
      rule.properties,
    )) {
      for (const example of examples) {
        expect([example, parses(stringify([{ type: 'attestation', [key]: example }]))]).toEqual([
          example,
          true,
        ])
      }
    }
    for (const example of type.anyOf[1].examples) expect(parses(example)).toBe(true)
    const { issuer, identity, 'identity-pattern': pattern, key } = signedBy.properties
    const signers = [
      ...key.examples.map((each: string) => ({ key: each })),
      ...issuer.examples.map((each: string) => ({ issuer: each, identity: identity.examples[0] })),
      ...pattern.examples.map((each: string) => ({
        issuer: issuer.examples[0],
        'identity-pattern': each,
      })),
    ]
    expect(signers).toHaveLength(4)
    for (const signer of signers) {
      expect(parses(stringify([{ type: 'sbom', 'signed-by': signer }]))).toBe(true)
    }
  })
})
