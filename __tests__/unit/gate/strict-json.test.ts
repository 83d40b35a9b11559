import { describe, expect, test } from '@jest/globals'
import { readBundle, readEnvelope } from '../../../src/gate/bundle.ts'
import { signedImageOf } from '../../../src/gate/simple-signing.ts'
import { statementOf } from '../../../src/gate/statement.ts'
import { MAX_VALUES } from '../../../src/json/strict.ts'

const none = (): boolean => false

/** Two bytes each, of which a tree would take a hundred. */
const many = `"x":[${'{},'.repeat(MAX_VALUES)}{}]`

describe('what is parsed to a tree has few values:', () => {
  test.each([
    ['a bundle', (bytes: Buffer) => readBundle(bytes, none)],
    ['an envelope', (bytes: Buffer) => readEnvelope(bytes, none)],
    ['a payload of simple signing', (bytes: Buffer) => signedImageOf(bytes)],
  ])('%s with more cannot be read', (_, read) => {
    expect(() => read(Buffer.from(`{${many}}`))).toThrow(
      /^it is not JSON as it must be: more than 10000 values/,
    )
  })

  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'x',
    predicate: Array(MAX_VALUES).fill({}),
  }

  test('a statement, which is not, may have any number', () => {
    const bytes = Buffer.from(JSON.stringify(statement))
    expect(statementOf(bytes, none)).toMatchObject({ predicateType: 'x' })
    const payload = bytes.toString('base64')
    const envelope = { payloadType: 'application/vnd.in-toto+json', payload }
    expect(readEnvelope(Buffer.from(JSON.stringify(envelope)), none)).toMatchObject({
      predicateType: 'x',
    })
  })
})

test('what begins with a byte order mark cannot be read', () => {
  const statement = '\ufeff{"_type":"https://in-toto.io/Statement/v1","predicateType":"x"}'
  expect(() => statementOf(Buffer.from(statement), none)).toThrow(/unexpected character at byte 0/)
})
