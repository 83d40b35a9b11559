import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { credentialOfEntry } from '../../../src/credentials/auth-entry.ts'
import type { JsonObject } from '../../../src/oci/json.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const read = (entry: JsonObject) => credentialOfEntry(entry, 'quay.io', 'Docker configuration f')
const source = 'Docker configuration f'

describe('an entry of auths', () => {
  test.each<[string, JsonObject, object]>([
    ['auth', { auth: base64('me:pw') }, { kind: 'basic', username: 'me', password: 'pw' }],
    [
      'auth with colons in the password',
      { auth: base64('me:p:w:') },
      { kind: 'basic', username: 'me', password: 'p:w:' },
    ],
    [
      'auth with zero bytes around the password',
      { auth: base64('me:\0pw\0\0') },
      { kind: 'basic', username: 'me', password: 'pw' },
    ],
    [
      'auth over two lines',
      { auth: `${base64('me:pw1').slice(0, 4)}\r\n${base64('me:pw1').slice(4)}` },
      { kind: 'basic', username: 'me', password: 'pw1' },
    ],
    [
      'auth before username and password',
      { auth: base64('me:pw'), username: 'you', password: 'no' },
      { kind: 'basic', username: 'me', password: 'pw' },
    ],
    [
      'username and password',
      { username: 'me', password: 'pw', email: 'me@example.com' },
      { kind: 'basic', username: 'me', password: 'pw' },
    ],
    [
      'an identity token before auth',
      { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' },
      { kind: 'refresh-token', token: 'refresh' },
    ],
    [
      'the user name <token>',
      { auth: base64('<token>:refresh') },
      { kind: 'refresh-token', token: 'refresh' },
    ],
    [
      'a registry token before all',
      { auth: base64('me:pw'), identitytoken: 'refresh', registrytoken: 'bearer' },
      { kind: 'bearer', token: 'bearer' },
    ],
  ])('%s', (_, entry, credential) => {
    expect(read(entry)).toEqual({ ...credential, source })
  })

  test.each<[string, JsonObject]>([
    ['{}, as Docker writes beside a store', {}],
    ['only an email address', { email: 'me@example.com' }],
    ['empty strings and null', { auth: '', username: null, password: '' }],
  ])('%s is no credential', (_, entry) => {
    expect(read(entry)).toBeUndefined()
  })

  test.each<[string, JsonObject]>([
    ['auth that is no base64', { auth: 'hunter2!' }],
    ['auth that is cut short', { auth: base64('me:hunter2').slice(0, -3) }],
    ['auth without a colon', { auth: base64('hunter2') }],
    ['auth without a user', { auth: base64(':hunter2') }],
    ['auth without a password', { auth: base64('hunter2:') }],
    ['a password alone', { password: 'hunter2' }],
    ['a number', { auth: 12 }],
    ['a token that is an object', { identitytoken: { hunter2: 1 } }],
  ])('%s is an error that names the entry, not its content', (_, entry) => {
    expect(() => read(entry)).toThrow(
      expect.objectContaining({
        code: 'CREDENTIALS_INVALID',
        message: expect.stringMatching(/^(?!.*hunter2)Docker configuration f, entry "quay.io": /),
      }),
    )
  })

  test('every user name and password can be read back', () => {
    const username = fc
      .string({ minLength: 1, unit: 'binary' })
      .filter((name) => !/[:<\0]/.test(name))
    const password = fc
      .string({ minLength: 1, unit: 'binary' })
      .filter((text) => !text.includes('\0'))
    fc.assert(
      fc.property(username, password, (name, secret) => {
        const credential = { kind: 'basic', username: name, password: secret, source }
        expect(read({ auth: base64(`${name}:${secret}`) })).toEqual(credential)
      }),
    )
  })
})
