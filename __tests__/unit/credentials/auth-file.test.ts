import { describe, expect, test } from '@jest/globals'
import { parseAuthFile } from '../../../src/credentials/auth-file.ts'

const parse = (text: string | Uint8Array) => parseAuthFile(Buffer.from(text), 'the file')

describe('a file with credentials', () => {
  test('has entries, helpers and a store', () => {
    const file = parse(
      '{"auths":{"quay.io":{"auth":"eA=="}},"credHelpers":{"ghcr.io":"gh"},"credsStore":"pass","x":1}',
    )
    expect(file).toEqual({
      name: 'the file',
      auths: new Map([['quay.io', { auth: 'eA==' }]]),
      credHelpers: new Map([['ghcr.io', 'gh']]),
      credsStore: 'pass',
    })
  })

  test('may leave each of them out, or null', () => {
    const none = { name: 'the file', auths: new Map(), credHelpers: new Map(), credsStore: '' }
    expect(parse('{}')).toEqual(none)
    expect(parse('{"auths":null,"credHelpers":null,"credsStore":null}')).toEqual(none)
  })

  test('may have a byte order mark', () => {
    expect(parse('\ufeff{"credsStore":"wincred"}')).toMatchObject({ credsStore: 'wincred' })
  })

  test.each(['', ' \n'])('is as good as absent when it is empty: %j', (text) => {
    expect(parse(text)).toBeUndefined()
  })

  test('takes __proto__ for a key like any other', () => {
    const file = parse('{"auths":{"__proto__":{"auth":"eA=="}}}')
    expect([...(file?.auths.keys() ?? [])]).toEqual(['__proto__'])
  })

  test.each<[string, string | Uint8Array]>([
    ['is not JSON in UTF-8', 'hunter2'],
    ['is not JSON in UTF-8', '{"auths":{"quay.io":"hunter2}'],
    ['is not JSON in UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['is not a JSON object', '["hunter2"]'],
    ['is not a JSON object', 'null'],
    ['has auths that is not an object', '{"auths":["hunter2"]}'],
    ['has an entry in auths of the wrong type', '{"auths":{"quay.io":"hunter2"}}'],
    ['has credHelpers that is not an object', '{"credHelpers":"hunter2"}'],
    ['has an entry in credHelpers of the wrong type', '{"credHelpers":{"ghcr.io":1}}'],
    ['has a credsStore that is not a string', '{"credsStore":{"hunter2":1}}'],
  ])('that %s is an error without its content: %j', (what, text) => {
    let error: unknown
    try {
      parse(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({ code: 'CREDENTIALS_INVALID', message: `the file ${what}` })
    expect((error as Error).cause).toBeUndefined()
  })
})
